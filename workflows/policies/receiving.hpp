// SPDX-License-Identifier: Apache-2.0
#pragma once

// What must be true before a complaint is taken in, acknowledged and looked into. A policy has nothing to say when it is met; otherwise it says what is
// missing.

#include "workflows/turn.hpp"

namespace redress::workflows::policies {

/// Members of staff complained about are ours, so that the complaint can be kept from them (rule 11).
struct ConcernedStaffAreKnown {
  static void check(Consideration const& at, MissingList& missing);
};

/// The situation named is one that letters are written for; the refusal says which there are.
struct SituationIsKnown {
  static void check(Consideration const& at, MissingList& missing);
};

/// The handler named is a member of staff and is not complained about (rule 11); nor is it the one who has it already.
struct HandlerMayHaveIt {
  static void check(Consideration const& at, MissingList& missing);
};

/// The complainant always knows who has the complaint (rule 8; domain.md, "acknowledged"): one is assigned, or named by this very command.
struct HandlerNamed {
  static void check(Consideration const& at, MissingList& missing);
};

/// An acknowledgement offers a call or meeting with date and time (domain.md, "acknowledged"): one is made, or offered by this very command.
struct AppointmentOffered {
  static void check(Consideration const& at, MissingList& missing);
};

/// An appointment lies ahead, in hours when people work (rule 15).
struct AppointmentCanBeKept {
  static void check(Consideration const& at, MissingList& missing);
};

/// The appointment named is one of this complaint, and was not cancelled. One that has passed can still be moved: nobody may have been at home.
struct AppointmentStands {
  static void check(Consideration const& at, MissingList& missing);
};

/// Where an appointment is moved to, one could have been made.
struct NewTimeCanBeKept {
  static void check(Consideration const& at, MissingList& missing);
};

/// Whoever defines the points of complaint names at least one, and each in words.
struct PointsAreNamed {
  static void check(Consideration const& at, MissingList& missing);
};

/// Points of complaint are defined before the investigation starts (Housing Ombudsman Code 5.8).
struct PointsAreDefined {
  static void check(Consideration const& at, MissingList& missing);
};

/// A written answer has somewhere to go: an e-mail or a postal address. On channels where a person answers by voice it needs none (rule 1).
struct ReplyCanReachThem {
  static void check(Consideration const& at, MissingList& missing);
};

}  // namespace redress::workflows::policies
