// SPDX-License-Identifier: Apache-2.0
#include "tests/contracts/store_contract.hpp"
#include "tests/support/postgres_cluster.hpp"

namespace redress::testing {
namespace {

class PostgresqlHarness final : public StoreHarness {
 public:
  explicit PostgresqlHarness(PostgresCluster& cluster) : cluster_(cluster), connection_string_(cluster.create_database()) {}

  [[nodiscard]] std::unique_ptr<store::NodeStore> open(store::StoreOptions options) override {
    return store::open_postgresql(connection_string_, std::move(options));
  }

  [[nodiscard]] store::Migrated migrate() override { return store::migrate_postgresql(connection_string_); }

  void tamper(std::string const& sql) override { cluster_.run_sql(connection_string_, sql); }

 private:
  PostgresCluster& cluster_;
  std::string connection_string_;
};

std::unique_ptr<StoreHarness> make_postgresql_harness(std::string& why_not) {
  auto* cluster = PostgresCluster::shared();
  if (cluster != nullptr) return std::make_unique<PostgresqlHarness>(*cluster);
  why_not = "PostgreSQL is not installed (initdb)";
  return nullptr;
}

INSTANTIATE_TEST_SUITE_P(Postgresql, StoreContract, ::testing::Values(&make_postgresql_harness));

class PostgresqlStore : public ::testing::Test {
 protected:
  void SetUp() override {
    cluster_ = PostgresCluster::shared();
    if (cluster_ == nullptr) GTEST_SKIP() << "PostgreSQL is not installed (initdb)";
    connection_string_ = cluster_->create_database();
  }

  [[nodiscard]] std::unique_ptr<store::NodeStore> open(std::string const& settings = {}) {
    return store::open_postgresql(connection_string_ + settings, {identifiers_, "log", "resolution@1"});
  }

  PostgresCluster* cluster_ = nullptr;
  std::string connection_string_;
  CountingIdentifiers identifiers_;
};

TEST_F(PostgresqlStore, RefusesAServerThatForgetsWhatItAcknowledged) {
  EXPECT_THROW((void)open(" options='-c synchronous_commit=off'"), ports::StoreFault);
}

TEST_F(PostgresqlStore, ComesBackAfterTheServerWasLost) {
  auto const store = open();
  ASSERT_TRUE(store->list({}).empty());

  cluster_->crash_and_restart();

  EXPECT_THROW((void)store->list({}), ports::StoreFault);
  EXPECT_TRUE(store->list({}).empty());
  EXPECT_THROW((void)store->begin(), ports::StoreFault);
  EXPECT_NE(store->begin(), nullptr);
}

TEST_F(PostgresqlStore, SaysNothingPersonalWhenItFails) {
  try {
    (void)store::open_postgresql("host=/nowhere user=anna password=secret", {identifiers_, "log", "resolution@1"});
    FAIL() << "there is no such server";
  } catch (ports::StoreFault const& fault) {
    EXPECT_EQ(std::string(fault.what()).find("anna"), std::string::npos);
    EXPECT_EQ(fault.kind(), ports::StoreFaultKind::Unavailable);
  }
}

}  // namespace
}  // namespace redress::testing
