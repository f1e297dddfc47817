// SPDX-License-Identifier: Apache-2.0
#pragma once

// A store that forgets everything when the process ends: for simulations, in which the disk has no part. What a year asks of a store it answers as the real one
// does; what only people, auditors and mail ask for it refuses. It seals nothing, so its histories prove nothing.

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/ports/store.hpp"

namespace redress::testing {

class MemoryStore final : public ports::Store {
 public:
  [[nodiscard]] std::unique_ptr<ports::Transaction> begin() override;
  [[nodiscard]] std::string seal(ports::Step& step, std::string const& head) const override;
  [[nodiscard]] std::optional<ports::RememberedAnswer> remembered(std::string const& idempotency_key) override;
  [[nodiscard]] std::optional<Complaint> load(Reference const& reference) override;
  [[nodiscard]] std::vector<ports::OpenDeadline> next_deadlines(ports::DeadlinePlace const& after, std::int64_t limit) override;
  [[nodiscard]] std::optional<Time> next_outbox_due() override { return std::nullopt; }
  [[nodiscard]] std::int64_t outbox_length() override { return messages_; }

  [[nodiscard]] std::vector<ComplaintRow> list(ports::ListFilter const&) override { return refuse<std::vector<ComplaintRow>>(); }
  void read_history(Reference const&, std::function<void(ports::StoredLeaf const&)> const&) override { refuse<int>(); }
  [[nodiscard]] std::vector<ports::OpenAppointment> open_appointments(StaffId const&, Time, std::int64_t) override {
    return refuse<std::vector<ports::OpenAppointment>>();
  }
  [[nodiscard]] std::vector<ports::OutboxItem> due_outbox(Time, std::int64_t) override { return refuse<std::vector<ports::OutboxItem>>(); }
  [[nodiscard]] std::vector<ports::OutboxItem> incidents() override { return refuse<std::vector<ports::OutboxItem>>(); }
  [[nodiscard]] std::optional<std::string> frozen_message(Reference const&, LetterId const&, Route) override { return refuse<std::optional<std::string>>(); }
  [[nodiscard]] std::optional<ports::SentMessage> sent_as(std::string const&) override { return refuse<std::optional<ports::SentMessage>>(); }
  [[nodiscard]] std::optional<ports::SentMessage> sent_with(std::string const&) override { return refuse<std::optional<ports::SentMessage>>(); }
  [[nodiscard]] std::optional<ports::MailEntry> mail(MailId const&) override { return refuse<std::optional<ports::MailEntry>>(); }
  [[nodiscard]] std::vector<ports::MailEntry> mails(ports::MailFilter const&) override { return refuse<std::vector<ports::MailEntry>>(); }
  [[nodiscard]] ports::MailCounts mail_counts() override { return refuse<ports::MailCounts>(); }
  [[nodiscard]] ports::VerifyReport verify() override { return refuse<ports::VerifyReport>(); }
  void rebuild_projection() override { refuse<int>(); }

 private:
  class Writing;

  /// Where a running deadline stands in the order in which they come up.
  struct Place {
    Time at;
    ComplaintId complaint;
    DeadlineName name;
    PromiseId promise;

    friend auto operator<=>(Place const& left, Place const& right) = default;
  };

  template <class T>
  static T refuse() {
    throw std::logic_error("a simulation's store does not answer this");
  }
  static Place place_of(ComplaintId const& complaint, DeadlineRow const& row) { return {next_at(row), complaint, row.name, row.promise}; }

  void take(ports::Step const& step);
  void take_deadlines(ports::Step const& step);

  std::unordered_map<Reference, Complaint> complaints_;
  std::map<Place, ports::OpenDeadline> open_;
  std::unordered_map<std::string, ports::RememberedAnswer> answers_;
  std::int64_t messages_ = 0;
};

}  // namespace redress::testing
