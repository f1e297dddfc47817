// SPDX-License-Identifier: Apache-2.0
#pragma once

// Why something may not happen. A refusal is an answer, not an error: it names what is missing, so that the person knows what to do. The sentence for
// each reason, in every language, is data (templates/*/refusals.toml); this is the closed list of reasons.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/enumeration.hpp"

namespace redress {

// clang-format off
enum class Reason {
  // about the command itself
  UnknownComplaint, UnknownCommand, MalformedCommand, StaleVersion, KeyUsedForAnotherCommand, OnlyTheClock, NotAtThisStage,
  // about what it names
  UnknownStaff, UnknownPerson, UnknownPoint, UnknownProposal, UnknownPromise, UnknownLetter, UnknownAction, UnknownHold, UnknownAppointment, UnknownTarget, UnknownSituation,
  // rules of the method
  ConflictOfInterest, NoHandler, NoAppointment, AppointmentInThePast, AppointmentOutsideWorkingTime, NoPoints, NobodyHeard, StatementsMissing, NoFacts,
  NoRootCause, CauseNamesAPerson, PointsUnanswered, NotHeardOut, IdentityNotConfirmed, NoPromises, PromiseInThePast, PromiseOutsideWorkingTime,
  ProposalOpen, NoOpenProposal, NoAcceptedProposal, NoProposalMade, NoFinalResponse, LetterNotReady, WrongLetterKind, ScheduleDiffers, NoAddress,
  CopiesMissing, NoCopyRecipient, AlreadyCopied, LetterOnItsWay, PromisesOutstanding, ComplainantNotAsked, NoLesson, NothingToExtend, ExtensionNotProvided, OwnerAway, OverAuthority, ExtensionsUsedUp,
  ExtensionTooLong, HoldAlreadyLifted, AlreadyAtTheTop, SameHandler, DeadlineNotRunning, MergeIntoItself, FileTooLarge, NotTheSignatory,
  // where small machines stand
  LetterStateForbids, PromiseStateForbids, ActionStateForbids, WaitingForbids,
};

constexpr auto names_of(Reason) {
  return std::array<std::string_view, 68>{
      "UnknownComplaint", "UnknownCommand", "MalformedCommand", "StaleVersion", "KeyUsedForAnotherCommand", "OnlyTheClock", "NotAtThisStage",
      "UnknownStaff", "UnknownPerson", "UnknownPoint", "UnknownProposal", "UnknownPromise", "UnknownLetter", "UnknownAction", "UnknownHold", "UnknownAppointment", "UnknownTarget", "UnknownSituation",
      "ConflictOfInterest", "NoHandler", "NoAppointment", "AppointmentInThePast", "AppointmentOutsideWorkingTime", "NoPoints", "NobodyHeard", "StatementsMissing", "NoFacts",
      "NoRootCause", "CauseNamesAPerson", "PointsUnanswered", "NotHeardOut", "IdentityNotConfirmed", "NoPromises", "PromiseInThePast", "PromiseOutsideWorkingTime",
      "ProposalOpen", "NoOpenProposal", "NoAcceptedProposal", "NoProposalMade", "NoFinalResponse", "LetterNotReady", "WrongLetterKind", "ScheduleDiffers", "NoAddress",
      "CopiesMissing", "NoCopyRecipient", "AlreadyCopied", "LetterOnItsWay", "PromisesOutstanding", "ComplainantNotAsked", "NoLesson", "NothingToExtend", "ExtensionNotProvided", "OwnerAway", "OverAuthority", "ExtensionsUsedUp",
      "ExtensionTooLong", "HoldAlreadyLifted", "AlreadyAtTheTop", "SameHandler", "DeadlineNotRunning", "MergeIntoItself", "FileTooLarge", "NotTheSignatory",
      "LetterStateForbids", "PromiseStateForbids", "ActionStateForbids", "WaitingForbids"};
}

// clang-format on

/// One thing that stands in the way.
struct Missing {
  Reason reason = Reason::NotAtThisStage;
  std::string subject;  ///< which point, promise, letter or field: an identifier or a field name, nothing personal; may be empty

  friend bool operator==(Missing const&, Missing const&) = default;
};

struct Refusal {
  Reason reason = Reason::NotAtThisStage;  ///< the first of `missing`
  std::vector<Missing> missing;            ///< everything that stands in the way, never empty
  std::int64_t current_version = 0;        ///< of the complaint, for StaleVersion

  friend bool operator==(Refusal const&, Refusal const&) = default;
};

[[nodiscard]] inline Refusal refused(Reason reason, std::string subject = {}) {
  return {reason, {{reason, std::move(subject)}}, 0};
}

}  // namespace redress
