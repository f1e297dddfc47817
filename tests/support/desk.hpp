// SPDX-License-Identifier: Apache-2.0
#pragma once

// A desk at which one complaint is worked on: commands are given to the real workflow, and what it decides is folded into the complaint. No
// store and no world; effects are kept for the test to look at.

#include <expected>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <vector>

#include "adapters/system/manual_clock.hpp"
#include "adapters/system/seeded_identifiers.hpp"
#include "engine/domain/command.hpp"
#include "engine/domain/complaint.hpp"
#include "engine/domain/decision.hpp"
#include "engine/domain/refusal.hpp"
#include "engine/ports/workflow.hpp"

namespace redress::testing {

[[nodiscard]] Actor staff(std::string_view id);
[[nodiscard]] Actor the_clock();

class Desk {
 public:
  /// Monday, 2 March 2026, nine o'clock in Riga. No complaint has come in yet.
  Desk();

  /// Decides and, when it may happen, records it.
  std::expected<Decision, Refusal> give(Command command, Actor actor = staff("staff-01"));
  /// The same with a well-filled command of that name; the clock's own come from the clock.
  std::expected<Decision, Refusal> give(std::string_view command);
  /// Well-filled commands one after the other; each must be accepted.
  Desk& go(std::initializer_list<std::string_view> commands);

  /// Decides only.
  [[nodiscard]] std::expected<Decision, Refusal> decide(Command command, Actor actor = staff("staff-01")) const;
  /// The well-filled command of that name, for the complaint as it stands.
  [[nodiscard]] Command good(std::string_view command) const;

  [[nodiscard]] Complaint const& complaint() const { return complaint_; }
  [[nodiscard]] std::vector<RecordedEvent> const& history() const { return history_; }
  /// What was ordered so far.
  [[nodiscard]] std::vector<SendMessage> const& messages() const { return messages_; }
  [[nodiscard]] std::vector<ports::PermittedCommand> permitted() const;
  [[nodiscard]] Deadline const& deadline(DeadlineName name, PromiseId const& promise = {}) const;
  [[nodiscard]] Letter const& letter(LetterKind kind) const;

  /// The organisation works under another profile from now on.
  Desk& under(std::string const& profile);
  /// The same, by a workflow of the test's own, which outlives the desk.
  Desk& under(ports::Workflow const& workflow);
  [[nodiscard]] Time now() const { return clock_->now(); }
  Desk& at_time(std::string_view local_moment);
  /// There is no complaint to merge into.
  Desk& without_other_complaint();

 private:
  ports::Workflow const* workflow_;
  std::unique_ptr<system::ManualClock> clock_;
  std::unique_ptr<system::SeededIdentifiers> identifiers_;
  Complaint complaint_;
  std::vector<RecordedEvent> history_;
  std::vector<SendMessage> messages_;
  bool other_complaint_exists_ = true;
};

/// A complaint that has come as far as a stage, by real commands along the shortest road.
struct ComplaintBuilder {
  [[nodiscard]] Desk at(Stage stage) const;
};

[[nodiscard]] inline ComplaintBuilder a_complaint() {
  return {};
}

/// The reason of a refusal; a failure of the test when there was none.
[[nodiscard]] Reason reason_of(std::expected<Decision, Refusal> const& answer);
/// Why something that should have been accepted was not, for messages.
[[nodiscard]] std::string why(std::expected<Decision, Refusal> const& answer);

}  // namespace redress::testing
