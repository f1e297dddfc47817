// SPDX-License-Identifier: Apache-2.0
#pragma once

// Why something may not happen. A refusal is an answer, not an error: it names what is missing, so that the person knows what to do. The sentence for
// each reason, in every language, is data (templates/*/refusals.toml); this is the closed list of reasons.

#include <array>
#include <cstdint>
#include <optional>
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
  CopiesMissing, NoCopyRecipient, AlreadyCopied, NoSuchCopy, LetterOnItsWay, PromisesOutstanding, ComplainantNotAsked, NoLesson, NothingToExtend, ExtensionNotProvided, OwnerAway, OverAuthority, ExtensionsUsedUp,
  ExtensionTooLong, HoldAlreadyLifted, AlreadyAtTheTop, SameHandler, DeadlineNotRunning, MergeIntoItself, FileTooLarge, NotTheSignatory, NobodyToAsk, WrongCode,
  AlreadyNamed, NotExcluded, SecondPersonNeeded,
  // what a letter must be before it goes out
  PointLeftOut, ContentsMissing, PlaceholderLeft, DateNotPromised, AmountNotPromised, WordingMustChange, WordingShouldChange, ApproverIsDrafter, RecipientChanged,
  // where small machines stand
  LetterStateForbids, PromiseStateForbids, ActionStateForbids, WaitingForbids,
};

constexpr auto names_of(Reason) {
  return std::array<std::string_view, 83>{
      "UnknownComplaint", "UnknownCommand", "MalformedCommand", "StaleVersion", "KeyUsedForAnotherCommand", "OnlyTheClock", "NotAtThisStage",
      "UnknownStaff", "UnknownPerson", "UnknownPoint", "UnknownProposal", "UnknownPromise", "UnknownLetter", "UnknownAction", "UnknownHold", "UnknownAppointment", "UnknownTarget", "UnknownSituation",
      "ConflictOfInterest", "NoHandler", "NoAppointment", "AppointmentInThePast", "AppointmentOutsideWorkingTime", "NoPoints", "NobodyHeard", "StatementsMissing", "NoFacts",
      "NoRootCause", "CauseNamesAPerson", "PointsUnanswered", "NotHeardOut", "IdentityNotConfirmed", "NoPromises", "PromiseInThePast", "PromiseOutsideWorkingTime",
      "ProposalOpen", "NoOpenProposal", "NoAcceptedProposal", "NoProposalMade", "NoFinalResponse", "LetterNotReady", "WrongLetterKind", "ScheduleDiffers", "NoAddress",
      "CopiesMissing", "NoCopyRecipient", "AlreadyCopied", "NoSuchCopy", "LetterOnItsWay", "PromisesOutstanding", "ComplainantNotAsked", "NoLesson", "NothingToExtend", "ExtensionNotProvided", "OwnerAway", "OverAuthority", "ExtensionsUsedUp",
      "ExtensionTooLong", "HoldAlreadyLifted", "AlreadyAtTheTop", "SameHandler", "DeadlineNotRunning", "MergeIntoItself", "FileTooLarge", "NotTheSignatory", "NobodyToAsk", "WrongCode",
      "AlreadyNamed", "NotExcluded", "SecondPersonNeeded",
      "PointLeftOut", "ContentsMissing", "PlaceholderLeft", "DateNotPromised", "AmountNotPromised", "WordingMustChange", "WordingShouldChange", "ApproverIsDrafter", "RecipientChanged",
      "LetterStateForbids", "PromiseStateForbids", "ActionStateForbids", "WaitingForbids"};
}

// clang-format on

/// A place in a letter's body.
struct TextPlace {
  std::int64_t paragraph = 0;  ///< which of the body's paragraphs, from 0
  std::int64_t start = 0;      ///< the first byte there, of the paragraph's text as UTF-8
  std::int64_t end = 0;        ///< the first byte after it

  friend bool operator==(TextPlace const&, TextPlace const&) = default;
};

/// One thing that stands in the way.
struct Missing {
  Reason reason = Reason::NotAtThisStage;
  std::string subject;                  ///< which point, promise, letter, rule or field: an identifier or a name, nothing personal; may be empty
  std::optional<TextPlace> place = {};  ///< where in the letter, when it is somewhere in it

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
