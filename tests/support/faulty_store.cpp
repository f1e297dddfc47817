// SPDX-License-Identifier: Apache-2.0
#include "tests/support/faulty_store.hpp"

#include <utility>

namespace redress::testing {
namespace {

class FaultyTransaction final : public ports::Transaction {
 public:
  FaultyTransaction(FaultyStore& store, std::unique_ptr<ports::Transaction> transaction) : store_(store), transaction_(std::move(transaction)) {}

  std::optional<Complaint> load(Reference const& reference) override { return transaction_->load(reference); }
  void write(ports::Step const& step) override {
    store_.reach(FaultyMoment::Write);
    transaction_->write(step);
  }
  void put(ports::OutboxItem const& item) override {
    store_.reach(FaultyMoment::Write);
    transaction_->put(item);
  }
  void settle(std::string const& id) override { transaction_->settle(id); }
  void postpone(std::string const& id, Time due_at, std::string const& reply) override { transaction_->postpone(id, due_at, reply); }
  void give_up(std::string const& id, std::string const& reply) override { transaction_->give_up(id, reply); }
  void record_mail(ports::MailEntry const& entry) override {
    store_.reach(FaultyMoment::Write);
    transaction_->record_mail(entry);
  }
  void decide_mail(MailId const& id, ports::MailDecision const& decision, Reference const& reference) override {
    store_.reach(FaultyMoment::Write);
    transaction_->decide_mail(id, decision, reference);
  }
  void commit() override {
    store_.reach(FaultyMoment::Commit);
    transaction_->commit();
    store_.reach(FaultyMoment::AfterCommit);
  }

 private:
  FaultyStore& store_;
  std::unique_ptr<ports::Transaction> transaction_;
};

}  // namespace

void FaultyStore::fail(FaultyMoment moment, int nth, ports::StoreFaultKind kind) {
  std::lock_guard const lock(mutex_);
  moment_ = moment;
  countdown_ = nth;
  kind_ = kind;
}

void FaultyStore::heal() {
  std::lock_guard const lock(mutex_);
  countdown_ = 0;
}

int FaultyStore::failed() const {
  std::lock_guard const lock(mutex_);
  return failed_;
}

void FaultyStore::reach(FaultyMoment moment) {
  watcher_(moment);
  std::lock_guard const lock(mutex_);
  if (moment != moment_ || countdown_ == 0 || --countdown_ > 0) return;
  ++failed_;
  throw ports::StoreFault(kind_, "the store was told to fail");
}

std::unique_ptr<ports::Transaction> FaultyStore::begin() {
  reach(FaultyMoment::Begin);
  return std::make_unique<FaultyTransaction>(*this, store_->begin());
}

std::string FaultyStore::seal(ports::Step& step, std::string const& head) const {
  watcher_(FaultyMoment::Seal);
  return store_->seal(step, head);
}

std::optional<Complaint> FaultyStore::load(Reference const& reference) {
  reach(FaultyMoment::Load);
  return store_->load(reference);
}

std::vector<ports::OpenAppointment> FaultyStore::open_appointments(StaffId const& with, Time from, std::int64_t limit) {
  return store_->open_appointments(with, from, limit);
}

std::vector<ports::OpenDeadline> FaultyStore::next_deadlines(ports::DeadlinePlace const& after, std::int64_t limit) {
  reach(FaultyMoment::Load);
  auto next = store_->next_deadlines(after, limit);
  if (auto const meanwhile = std::exchange(meanwhile_, {})) meanwhile();
  return next;
}

}  // namespace redress::testing
