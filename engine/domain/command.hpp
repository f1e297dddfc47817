// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every command there is, and the envelope one travels in. A command says what somebody wants; whether it may happen is the workflow's to decide.

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "engine/domain/commands/beside.hpp"
#include "engine/domain/commands/discussing.hpp"
#include "engine/domain/commands/following_up.hpp"
#include "engine/domain/commands/investigating.hpp"
#include "engine/domain/commands/letters.hpp"
#include "engine/domain/commands/receiving.hpp"

namespace redress {

using Command =
    std::variant<ReceiveComplaint, ReceiveMessage, AskIdentity, ConfirmIdentity, Acknowledge, DefinePoints, AssignHandler, MakeAppointment, ChangeAppointment,
                 CancelAppointment, RecordContact, BeginInvestigation, RequestStatement, RecordStatement, RecordFact, RecordRootCause, ConcludeInvestigation,
                 RecordHearing, ProposeRemedy, RecordAnswer, AgreeSchedule, ConcludeWithoutAgreement, DraftLetter, ReviewLetter, ReturnLetter, ApproveLetter,
                 SendLetter, CopyLetter, RecordCopyRead, PostLetter, LetterAccepted, LetterDelayed, LetterBounced, KeepPromise, AmendPromise, ReleasePromise,
                 RecordFollowUp, AddPreventiveAction, AgreePreventiveAction, CompletePreventiveAction, AssessPreventiveAction, Close, PromiseMissed,
                 DeadlineWarned, DeadlinePassed, Escalate, AskComplainant, RecordInformation, Extend, HoldAdverseAction, LiftHold, AddNote, Attach, NameStaff,
                 BreakGlass, Withdraw, Merge, Refer, Reopen>;

[[nodiscard]] inline std::string_view name_of(Command const& command) {
  return std::visit([](auto const& one) { return one.name; }, command);
}

/// Whether only the clock and the outbox may give this command.
template <class C>
inline constexpr bool is_given_by_the_clock = std::same_as<C, LetterAccepted> || std::same_as<C, LetterDelayed> || std::same_as<C, LetterBounced> ||
                                              std::same_as<C, PromiseMissed> || std::same_as<C, DeadlineWarned> || std::same_as<C, DeadlinePassed>;

enum class ActorKind { Staff, System, Clock };

constexpr auto names_of(ActorKind) {
  return std::array<std::string_view, 3>{"staff", "system", "clock"};
}

/// Who gives a command. The identifier is opaque; it stands in the hashed record.
struct Actor {
  ActorKind kind = ActorKind::System;
  StaffId id;       ///< empty unless a member of staff
  std::string via;  ///< "api", "cli", "mail", "clock", "outbox"

  static constexpr auto fields = std::tuple{
      open("kind", &Actor::kind, "staff, system or clock"),
      open("id", &Actor::id, "the member of staff"),
      open("via", &Actor::via, "by which way in"),
  };
};

struct Complaint;

struct CommandEnvelope {
  Reference reference;  ///< empty for ReceiveComplaint
  Command command;
  Actor actor;
  std::optional<std::int64_t> expected_version;  ///< refused as stale when the complaint has moved on; empty: whatever it is now
  std::string idempotency_key;                   ///< a repetition with the same key gets the first answer; empty for none
  std::string command_digest;                    ///< of the command's canonical bytes; tells a repetition from another command under the same key
  std::string settles;                           ///< the outbox item this command reports on; settled in the same transaction; empty for none
  /// Asked of the complaint as it is decided on, perhaps more than once; refused as DeadlineNotRunning when false. Empty: whatever the complaint is now.
  std::function<bool(Complaint const&)> only_if = {};
};

}  // namespace redress
