// SPDX-License-Identifier: Apache-2.0
#pragma once

// What must be true before an investigation is concluded: everyone heard, facts with evidence, a cause that is no person, every point answered.

#include "workflows/turn.hpp"

namespace redress::workflows::policies {

/// The statement is of somebody who was asked for one.
struct PersonIsInvolved {
  static void check(Consideration const& at, MissingList& missing);
};

/// The views of everyone involved are gathered (domain.md, "investigating").
struct EveryoneHeard {
  static void check(Consideration const& at, MissingList& missing);
};

/// There is at least one fact with its evidence.
struct FactsOnRecord {
  static void check(Consideration const& at, MissingList& missing);
};

/// There is a root cause.
struct RootCauseOnRecord {
  static void check(Consideration const& at, MissingList& missing);
};

/// A root cause names a circumstance, never a person (domain.md, "investigating"; rule 5): no name of anyone involved or of our staff stands in it.
struct CauseNamesNoPerson {
  static void check(Consideration const& at, MissingList& missing);
};

/// Every point is answered (Housing Ombudsman Code 6.7).
struct EveryPointAnswered {
  static void check(Consideration const& at, MissingList& missing);
};

}  // namespace redress::workflows::policies
