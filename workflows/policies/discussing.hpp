// SPDX-License-Identifier: Apache-2.0
#pragma once

// What must be true before a remedy is proposed, accepted and agreed.

#include "workflows/turn.hpp"

namespace redress::workflows::policies {

/// The complainant was heard out before any proposal (domain.md, "discussing"; rule 7: attention before money).
struct HeardOut {
  static void check(Consideration const& at, MissingList& missing);
};

/// What concerns an account is talked about only with somebody we know to be its owner (rule 2).
struct IdentityConfirmed {
  static void check(Consideration const& at, MissingList& missing);
};

/// One proposal at a time: the last one is answered first.
struct NoOtherProposalOpen {
  static void check(Consideration const& at, MissingList& missing);
};

/// Nothing is promised that cannot be done on the date (domain.md, "agreed"): each promise has an owner of ours, and a working day ahead.
struct PromisesCanBeKept {
  static void check(Consideration const& at, MissingList& missing);
};

/// The answer is to the proposal that waits for one.
struct ProposalIsOpen {
  static void check(Consideration const& at, MissingList& missing);
};

/// Both agreed: the newest proposal is accepted.
struct ProposalAccepted {
  static void check(Consideration const& at, MissingList& missing);
};

/// No agreement can be missed before something was proposed.
struct SomethingWasProposed {
  static void check(Consideration const& at, MissingList& missing);
};

}  // namespace redress::workflows::policies
