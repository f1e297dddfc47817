// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/memory_store.hpp"

#include <stdexcept>
#include <utility>

namespace redress::testing {

/// Nothing is written before the commit.
class MemoryStore::Writing final : public ports::Transaction {
 public:
  explicit Writing(MemoryStore& store) : store_(store) {}

  [[nodiscard]] std::optional<Complaint> load(Reference const& reference) override { return store_.load(reference); }
  void write(ports::Step const& step) override { steps_.push_back(step); }
  void put(ports::OutboxItem const&) override { refuse<int>(); }
  void settle(std::string const&) override { --store_.messages_; }
  void postpone(std::string const&, Time, std::string const&) override {}
  void give_up(std::string const&, std::string const&) override { --store_.messages_; }
  void record_mail(ports::MailEntry const&) override { refuse<int>(); }
  void decide_mail(MailId const&, ports::MailDecision const&, Reference const&) override { refuse<int>(); }
  void commit() override {
    for (auto const& step : steps_) store_.take(step);
    steps_.clear();
  }

 private:
  MemoryStore& store_;
  std::vector<ports::Step> steps_;
};

std::unique_ptr<ports::Transaction> MemoryStore::begin() {
  return std::make_unique<Writing>(*this);
}

std::string MemoryStore::seal(ports::Step& step, std::string const& head) const {
  step.sealed.resize(step.events.size());
  return head;
}

std::optional<ports::RememberedAnswer> MemoryStore::remembered(std::string const& idempotency_key) {
  auto const found = answers_.find(idempotency_key);
  return found == answers_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Complaint> MemoryStore::load(Reference const& reference) {
  auto const found = complaints_.find(reference);
  return found == complaints_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<ports::OpenDeadline> MemoryStore::next_deadlines(ports::DeadlinePlace const& after, std::int64_t limit) {
  std::vector<ports::OpenDeadline> next;
  auto open = after.complaint.empty() ? open_.lower_bound({after.at, {}, {}, {}}) : open_.upper_bound({after.at, after.complaint, after.name, after.promise});
  for (; open != open_.end() && std::ssize(next) < limit; ++open) next.push_back(open->second);
  return next;
}

void MemoryStore::take(ports::Step const& step) {
  auto& complaint = complaints_[step.rows->complaint.reference];
  if (complaint.version + 1 != step.events.front().sequence) throw ports::StoreFault(ports::StoreFaultKind::Conflict, "the complaint has moved on");
  for (auto const& event : step.events) apply(complaint, event);
  if (!step.idempotency_key.empty()) answers_.insert_or_assign(step.idempotency_key, ports::RememberedAnswer{step.command_digest, step.answer});
  messages_ += std::ssize(step.outbox) - (step.settles.empty() ? 0 : 1);
  take_deadlines(step);
}

void MemoryStore::take_deadlines(ports::Step const& step) {
  auto const& id = step.rows->complaint.id;
  if (step.before)
    for (auto const& row : step.before->deadlines)
      if (row.state == DeadlineState::Running) open_.erase(place_of(id, row));
  for (auto const& row : step.rows->deadlines)
    if (row.state == DeadlineState::Running) open_.insert_or_assign(place_of(id, row), ports::OpenDeadline{id, step.rows->complaint.reference, row});
}

}  // namespace redress::testing
