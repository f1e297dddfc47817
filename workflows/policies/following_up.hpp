// SPDX-License-Identifier: Apache-2.0
#pragma once

// What must be true while promises are kept, and before a complaint is closed.

#include "workflows/turn.hpp"

namespace redress::workflows::policies {

/// The promise named is one of this complaint.
struct PromiseIsKnown {
  static void check(Consideration const& at, MissingList& missing);
};

/// The new date of a promise is a working day ahead.
struct NewDateCanBeKept {
  static void check(Consideration const& at, MissingList& missing);
};

/// Every promise is kept, or the complainant released us from it (domain.md, "following up").
struct EveryPromiseSettled {
  static void check(Consideration const& at, MissingList& missing);
};

/// The complainant was asked whether it put things right (domain.md, "following up").
struct ComplainantAsked {
  static void check(Consideration const& at, MissingList& missing);
};

/// A cause, and a preventive action or a reason for none, are on record (rule 13).
struct LessonOnRecord {
  static void check(Consideration const& at, MissingList& missing);
};

/// The preventive action named is one of this complaint, and its owner one of our staff.
struct ActionIsKnown {
  static void check(Consideration const& at, MissingList& missing);
};

/// A preventive action is named, or a reason why there is none; one of the two.
struct SomethingIsSaid {
  static void check(Consideration const& at, MissingList& missing);
};

}  // namespace redress::workflows::policies
