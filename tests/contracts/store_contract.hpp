// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every store must do. The tests stand in store_contract.cpp and store_tampering_contract.cpp; a kind of store is held to them by
//
//   INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract, ::testing::Values(&make_sqlite_harness));

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "adapters/store/open_store.hpp"
#include "engine/ports/identifiers.hpp"
#include "engine/ports/store.hpp"

namespace redress::testing {

/// Identifiers that count.
class CountingIdentifiers final : public ports::Identifiers {
 public:
  [[nodiscard]] std::string uuid(Time now) override;
  [[nodiscard]] Reference reference() override;
  [[nodiscard]] ports::Salt salt() override;

 private:
  unsigned char next_salt_ = 0;
  int next_uuid_ = 0;
  int next_reference_ = 0;
};

/// A place where one store is kept, empty at first.
class StoreHarness {
 public:
  virtual ~StoreHarness() = default;
  /// Opens it, again after it was closed.
  [[nodiscard]] virtual std::unique_ptr<store::NodeStore> open(store::StoreOptions options) = 0;
  /// Only brings it up to date, while the store is closed.
  [[nodiscard]] virtual store::Migrated migrate() = 0;
  /// Changes it behind the store's back, while the store is closed.
  virtual void tamper(std::string const& sql) = 0;
};

/// Answers nullptr, with a message in `why_not`, when such a store cannot be had on this machine.
using HarnessFactory = std::unique_ptr<StoreHarness> (*)(std::string& why_not);

class StoreContract : public ::testing::TestWithParam<HarnessFactory> {
 protected:
  void SetUp() override;

  [[nodiscard]] ports::Store& store() { return *store_; }
  [[nodiscard]] ports::Accounts& accounts() { return *store_; }
  [[nodiscard]] ports::Conflicts& conflicts() { return *store_; }
  [[nodiscard]] ports::ReadLog& read_log() { return *store_; }
  void restart();
  /// Closes the store, and leaves it so.
  [[nodiscard]] store::Migrated migrate();
  void tamper(std::string const& sql);

  /// The received event of a new complaint.
  [[nodiscard]] ComplaintReceived received(std::string const& name = "Anna Bērziņa");
  /// A step that appends events to `complaint`, or makes it when it is new. `complaint` is changed; `before` must outlive the step.
  [[nodiscard]] ports::Step step(Complaint& complaint, Projection& before, std::vector<Event> events);
  /// Writes and commits one step.
  void write(Complaint& complaint, std::vector<Event> events);
  /// A complaint with seven events: received, two deadlines, a handler, a promise, a letter drafted and queued (with its message in the
  /// outbox).
  [[nodiscard]] Complaint full_complaint(std::string const& name = "Anna Bērziņa");
  [[nodiscard]] ports::OutboxItem outbox_item(Reference const& reference, LetterId const& letter, std::string const& bytes);
  /// The kind of the fault, or empty when there was none.
  [[nodiscard]] static std::optional<ports::StoreFaultKind> fault_of(std::function<void()> const& call);

  CountingIdentifiers identifiers_;
  Time now_ = *parse_time("2026-03-02T09:00:00.000001Z");

 private:
  std::unique_ptr<StoreHarness> harness_;
  std::unique_ptr<store::NodeStore> store_;
};

}  // namespace redress::testing
