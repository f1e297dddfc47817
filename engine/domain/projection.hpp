// SPDX-License-Identifier: Apache-2.0
#pragma once

// What people query: rows made from a complaint, and from nothing else. They can be dropped and rebuilt from the history at any time; `redress verify`
// compares the rows that stand in the store with those its history gives.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/domain/complaint.hpp"

namespace redress {

struct ComplaintRow {
  ComplaintId id;
  Reference reference;
  std::int64_t version = 0;
  Stage stage = Stage::Received;
  Channel channel = Channel::Email;
  Language language = Language::English;
  StaffId handler;
  Waiting waiting = Waiting::NotWaiting;
  Escalation escalation = Escalation::NotEscalated;
  std::string complainant_name;
  Time received_at;
  std::optional<Time> next_due_at;  ///< of the deadlines that run, or have passed and are still owed, the earliest

  friend bool operator==(ComplaintRow const&, ComplaintRow const&) = default;
};

struct PromiseRow {
  PromiseId promise;
  PromiseState state = PromiseState::Proposed;
  StaffId owner;
  Date by{};

  friend bool operator==(PromiseRow const&, PromiseRow const&) = default;
};

struct AppointmentRow {
  AppointmentId appointment;
  AppointmentKind kind = AppointmentKind::Call;
  Time at;
  StaffId with;
  std::int64_t changes = 0;
  bool stands = true;  ///< it was not cancelled, and its complaint is open

  friend bool operator==(AppointmentRow const&, AppointmentRow const&) = default;
};

struct LetterRow {
  LetterId letter;
  LetterKind kind = LetterKind::Acknowledgement;
  LetterState state = LetterState::Drafted;

  friend bool operator==(LetterRow const&, LetterRow const&) = default;
};

struct SendingRow {
  LetterId letter;     ///< empty when it carried none
  PersonId recipient;  ///< whose copy; empty for the complainant
  std::string message_id;
  std::string reply_token;  ///< empty when it has none

  friend bool operator==(SendingRow const&, SendingRow const&) = default;
};

struct DeadlineRow {
  DeadlineName name;
  PromiseId promise;  ///< empty unless the deadline watches over a promise
  Time due_at;
  Time warn_at;
  DeadlineState state = DeadlineState::Running;
  bool warned = false;

  friend bool operator==(DeadlineRow const&, DeadlineRow const&) = default;
};

/// When something is to be said next of a deadline that runs: a warning, or that it has passed.
[[nodiscard]] inline Time next_at(DeadlineRow const& row) {
  return row.warned ? row.due_at : row.warn_at;
}

struct Projection {
  ComplaintRow complaint;
  std::vector<PromiseRow> promises;
  std::vector<LetterRow> letters;
  std::vector<DeadlineRow> deadlines;
  std::vector<AppointmentRow> appointments{};
  std::vector<SendingRow> sendings{};

  friend bool operator==(Projection const&, Projection const&) = default;
};

[[nodiscard]] Projection project(Complaint const& complaint);

}  // namespace redress
