// SPDX-License-Identifier: Apache-2.0
#pragma once

// What must be true before a letter is drafted, sent and copied.

#include "workflows/turn.hpp"

namespace redress::workflows::policies {

/// The letter named is one of this complaint.
struct LetterIsKnown {
  static void check(Consideration const& at, MissingList& missing);
};

/// A final response is drafted when the course of action is agreed or none could be; before that a holding response is what we owe. Whoever was promised
/// something that was not done in time is owed an explanation and a new date, whatever else they are owed. An acknowledgement is written by acknowledging, a
/// letter on an appointment by making, changing or cancelling it. Each of the others has its time too, and its facts: a question asked, a proposal that waits
/// for its answer.
struct LetterSuitsTheStage {
  static void check(Consideration const& at, MissingList& missing);
};

/// A letter is signed by the named person who has the complaint (rule 8), or by a member of staff who answers in their own name (rule 12).
struct SignatoryAssigned {
  static void check(Consideration const& at, MissingList& missing);
};

/// The final response moves the complaint, and is sent from Agreed or NotAgreed only.
struct NotTheFinalResponse {
  static void check(Consideration const& at, MissingList& missing);
};

/// A letter drafted anew is one of this complaint, and of the same kind.
struct LetterIsFree {
  static void check(Consideration const& at, MissingList& missing);
};

/// There is an approved final response, and the command names it.
struct FinalResponseApproved {
  static void check(Consideration const& at, MissingList& missing);
};

/// The schedule in the letter is that of the promises on record (domain.md, "letter sent").
struct ScheduleMatchesPromises {
  static void check(Consideration const& at, MissingList& missing);
};

/// The final response has left the house.
struct FinalResponseOut {
  static void check(Consideration const& at, MissingList& missing);
};

/// The final response is with the complainant: neither on its way nor returned.
struct FinalResponseArrived {
  static void check(Consideration const& at, MissingList& missing);
};

/// A copy goes to everyone who was involved, so that they know and learn (domain.md, "copied"): with this command, each has one.
struct EveryoneInvolvedCopied {
  static void check(Consideration const& at, MissingList& missing);
};

/// The person has a copy of the letter.
struct CopyIsTheirs {
  static void check(Consideration const& at, MissingList& missing);
};

/// A letter on paper needs an address to go to.
struct PostalAddressKnown {
  static void check(Consideration const& at, MissingList& missing);
};

/// Copies go to people involved, once each.
struct CopyRecipientsAreInvolved {
  static void check(Consideration const& at, MissingList& missing);
};

}  // namespace redress::workflows::policies
