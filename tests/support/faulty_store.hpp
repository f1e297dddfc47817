// SPDX-License-Identifier: Apache-2.0
#pragma once

// A store that fails when it is told to, around one that does not. A fault may come before anything was written, or after a commit that did
// happen but whose answer was lost: whoever writes must live with both.

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "engine/ports/store.hpp"

namespace redress::testing {

/// `Seal` comes while a batch is decided; it is only to be watched.
enum class FaultyMoment { Begin, Write, Commit, AfterCommit, Load, Seal };

class FaultyStore final : public ports::Store {
 public:
  explicit FaultyStore(std::unique_ptr<ports::Store> store) : store_(std::move(store)) {}

  /// The n-th such moment from now fails once; 1 is the next.
  void fail(FaultyMoment moment, int nth = 1, ports::StoreFaultKind kind = ports::StoreFaultKind::Unavailable);
  /// Nothing fails any more.
  void heal();
  /// Happens once, between the next reading of deadlines and its being answered.
  void while_reading_deadlines(std::function<void()> meanwhile) { meanwhile_ = std::move(meanwhile); }
  /// How many faults there were.
  [[nodiscard]] int failed() const;

  /// Calls `watcher` at every moment, on the thread on which it comes; before it fails. Set while nobody uses the store.
  void watch(std::function<void(FaultyMoment)> watcher) { watcher_ = std::move(watcher); }

  /// Throws when this is the moment.
  void reach(FaultyMoment moment);

  [[nodiscard]] std::unique_ptr<ports::Transaction> begin() override;
  [[nodiscard]] std::string seal(ports::Step& step, std::string const& head) const override;
  [[nodiscard]] std::optional<ports::RememberedAnswer> remembered(std::string const& key) override { return store_->remembered(key); }
  [[nodiscard]] std::optional<Complaint> load(Reference const& reference) override;
  [[nodiscard]] std::vector<ComplaintRow> list(ports::ListFilter const& filter) override { return store_->list(filter); }
  void read_history(Reference const& reference, std::function<void(ports::StoredLeaf const&)> const& each) override { store_->read_history(reference, each); }
  [[nodiscard]] std::vector<ports::OpenAppointment> open_appointments(StaffId const& with, Time from, std::int64_t limit) override;
  [[nodiscard]] std::vector<ports::OpenDeadline> next_deadlines(ports::DeadlinePlace const& after, std::int64_t limit) override;
  [[nodiscard]] std::vector<ports::OutboxItem> due_outbox(Time now, std::int64_t limit) override { return store_->due_outbox(now, limit); }
  [[nodiscard]] std::optional<Time> next_outbox_due() override { return store_->next_outbox_due(); }
  [[nodiscard]] std::vector<ports::OutboxItem> incidents() override { return store_->incidents(); }
  [[nodiscard]] std::int64_t outbox_length() override { return store_->outbox_length(); }
  [[nodiscard]] std::optional<std::string> frozen_message(Reference const& reference, LetterId const& letter, Route route) override {
    return store_->frozen_message(reference, letter, route);
  }
  [[nodiscard]] std::optional<ports::SentMessage> sent_as(std::string const& message_id) override { return store_->sent_as(message_id); }
  [[nodiscard]] std::optional<ports::SentMessage> sent_with(std::string const& reply_token) override { return store_->sent_with(reply_token); }
  [[nodiscard]] std::optional<ports::MailEntry> mail(MailId const& id) override { return store_->mail(id); }
  [[nodiscard]] std::vector<ports::MailEntry> mails(ports::MailFilter const& filter) override { return store_->mails(filter); }
  [[nodiscard]] ports::MailCounts mail_counts() override { return store_->mail_counts(); }
  [[nodiscard]] ports::VerifyReport verify() override { return store_->verify(); }
  void rebuild_projection() override { store_->rebuild_projection(); }

 private:
  std::unique_ptr<ports::Store> store_;
  std::function<void(FaultyMoment)> watcher_ = [](FaultyMoment) {};
  mutable std::mutex mutex_;  ///< of what follows
  std::function<void()> meanwhile_;
  FaultyMoment moment_ = FaultyMoment::Commit;
  ports::StoreFaultKind kind_ = ports::StoreFaultKind::Unavailable;
  int countdown_ = 0;
  int failed_ = 0;
};

}  // namespace redress::testing
