// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include <filesystem>
#include <thread>

#include "tests/contracts/store_contract.hpp"

namespace redress::testing {
namespace {

std::filesystem::path fresh_folder() {
  static int number = 0;
  auto const folder = std::filesystem::path(::testing::TempDir()) / ("redress store " + std::to_string(::getpid()) + " " + std::to_string(++number));
  std::filesystem::create_directories(folder);
  return folder;
}

class SqliteHarness final : public StoreHarness {
 public:
  ~SqliteHarness() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::unique_ptr<ports::Store> open(store::StoreOptions options) override {
    return store::open_sqlite(folder_ / "redress.sqlite", std::move(options));
  }

  void tamper(std::string const& sql) override {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open((folder_ / "redress.sqlite").c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    sqlite3_close(database);
  }

 private:
  std::filesystem::path folder_ = fresh_folder();
};

std::unique_ptr<StoreHarness> make_sqlite_harness(std::string&) {
  return std::make_unique<SqliteHarness>();
}

INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract, ::testing::Values(&make_sqlite_harness));

TEST(SqliteStore, LetsOnlyOneOpenAFile) {
  auto const folder = fresh_folder();
  CountingIdentifiers identifiers;
  auto const first = store::open_sqlite(folder / "redress.sqlite", {identifiers, "log", "resolution@1"});

  EXPECT_THROW((void)store::open_sqlite(folder / "redress.sqlite", {identifiers, "log", "resolution@1"}), ports::StoreFault);
}

TEST(SqliteStore, IsReadWhileItIsWritten) {
  auto const folder = fresh_folder();
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
