// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/mail_ledger.hpp"

#include <utility>

namespace redress::runtime {

MailLedger::MailLedger(ports::Store& store, ports::MailJournal& journal) : store_(store), journal_(journal) {
  for (auto const& id : journal_.list()) store_.mail(id) ? journal_.put_away(id) : arrived(id);
}

void MailLedger::arrived(MailId const& id) {
  std::lock_guard const lock(waiting_mutex_);
  waiting_.insert(id);
  next_.push_back(id);
}

std::optional<MailId> MailLedger::take() {
  std::lock_guard const lock(waiting_mutex_);
  if (next_.empty()) return std::nullopt;
  auto id = std::move(next_.front());
  next_.pop_front();
  return id;
}

bool MailLedger::waits(MailId const& id) {
  std::lock_guard const lock(waiting_mutex_);
  return waiting_.contains(id);
}

void MailLedger::give_back(MailId const& id) {
  std::lock_guard const lock(waiting_mutex_);
  given_back_.push_back(id);
}

void MailLedger::retry() {
  std::lock_guard const lock(waiting_mutex_);
  next_.insert(next_.begin(), given_back_.begin(), given_back_.end());
  given_back_.clear();
}

void MailLedger::record(ports::MailEntry const& entry) {
  Recording mine{entry};
  std::unique_lock lock(recording_);
  group_.push_back(&mine);
  while (!mine.done) {
    if (is_writing_) {
      recorded_.wait(lock);
      continue;
    }
    is_writing_ = true;
    auto const group = std::exchange(group_, {});
    lock.unlock();
    commit(group);
    lock.lock();
    is_writing_ = false;
    for (auto* one : group) one->done = true;
    recorded_.notify_all();
  }
  if (mine.failure) std::rethrow_exception(mine.failure);
}

/// One entry that the store will not have does not take the others down: then each is tried alone. To record one twice is no error.
void MailLedger::commit(std::span<Recording* const> group) {
  try {
    return write(group);
  } catch (...) {
    if (group.size() == 1) return void(group.front()->failure = std::current_exception());
  }
  for (auto const& one : group) try {
      write({&one, 1});
    } catch (...) {
      one->failure = std::current_exception();
    }
}

void MailLedger::write(std::span<Recording* const> group) {
  std::lock_guard const commits(commits_);
  auto transaction = store_.begin();
  for (auto const* one : group) transaction->record_mail(one->entry);
  transaction->commit();
  std::lock_guard const lock(waiting_mutex_);
  for (auto const* one : group) waiting_.erase(one->entry.id);
}

/// What arrives while the store is asked was not there when the sum was made.
MailDeskCounts MailLedger::counts() {
  MailDeskCounts counts;
  std::lock_guard const commits(commits_);
  {
    std::lock_guard const lock(waiting_mutex_);
    counts.waiting = std::ssize(waiting_);
  }
  auto const recorded = store_.mail_counts();
  counts.filed = recorded.filed;
  counts.quarantined = recorded.quarantined;
  counts.undecided = recorded.undecided;
  counts.received = counts.filed + counts.quarantined + counts.waiting;
  return counts;
}

}  // namespace redress::runtime
