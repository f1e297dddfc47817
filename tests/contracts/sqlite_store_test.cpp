// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include <filesystem>
#include <thread>

#include "tests/contracts/store_contract.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::testing {
namespace {

class SqliteHarness final : public StoreHarness {
 public:
  SqliteHarness() { std::filesystem::create_directories(folder_.path()); }

  [[nodiscard]] std::unique_ptr<store::NodeStore> open(store::StoreOptions options) override {
    return store::open_sqlite(folder_.path() / "redress.sqlite", std::move(options));
  }

  [[nodiscard]] store::Migrated migrate() override { return store::migrate_sqlite(folder_.path() / "redress.sqlite"); }

  void tamper(std::string const& sql) override {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open((folder_.path() / "redress.sqlite").c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    sqlite3_close(database);
  }

 private:
  TemporaryFolder const folder_{"store with a blank"};
};

std::unique_ptr<StoreHarness> make_sqlite_harness(std::string&) {
  return std::make_unique<SqliteHarness>();
}

INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract, ::testing::Values(&make_sqlite_harness));

TEST(SqliteStore, LetsOnlyOneOpenAFile) {
  TemporaryFolder const temporary("store with a blank");
  auto const& folder = temporary.path();
  std::filesystem::create_directories(folder);
  CountingIdentifiers identifiers;
  auto const first = store::open_sqlite(folder / "redress.sqlite", {identifiers, "log", "resolution@1"});

  EXPECT_THROW((void)store::open_sqlite(folder / "redress.sqlite", {identifiers, "log", "resolution@1"}), ports::StoreFault);
}

TEST(SqliteStore, IsReadWhileItIsWritten) {
  TemporaryFolder const temporary("store with a blank");
  auto const& folder = temporary.path();
  std::filesystem::create_directories(folder);
  CountingIdentifiers identifiers;
  auto const store = store::open_sqlite(folder / "redress.sqlite", {identifiers, "log", "resolution@1"});
  auto const transaction = store->begin();

  std::thread([&] { EXPECT_TRUE(store->list({}).empty()); }).join();
}

TEST(SqliteStore, WorksInMemoryAndReadsInsideItsOwnTransaction) {
  CountingIdentifiers identifiers;
  auto const store = store::open_sqlite(":memory:", {identifiers, "log", "resolution@1"});
  auto const transaction = store->begin();

  EXPECT_TRUE(store->list({}).empty());
  EXPECT_FALSE(store->load(Reference("R-NONE-NONE")));
}

}  // namespace
}  // namespace redress::testing
