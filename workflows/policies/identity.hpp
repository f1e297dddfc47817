// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who a sender may be, and what must be true before we ask at a registered address (rule 2).

#include <optional>
#include <vector>

#include "engine/domain/commands/receiving.hpp"
#include "workflows/turn.hpp"

namespace redress::workflows::policies {

/// At most three from the books, the likeliest first. How much each sign weighs stands in the source; a registered address alone is certain, and not even that
/// when the sender's own domain disowns the mail. What speaks against the signs stands with every candidate.
[[nodiscard]] std::vector<IdentityCandidate> candidates_among(std::vector<ports::SharedSigns> const& shared, std::vector<IdentityDoubt> const& doubts = {});

/// Whether it is the registered address itself that speaks for them.
[[nodiscard]] bool is_known(IdentityCandidate const& candidate);

/// At whose address we ask: the candidate named, or the likeliest that has one; nullptr when there is none, or nothing is left to ask.
[[nodiscard]] IdentityCandidate const* candidate_to_ask(Consideration const& at);

/// There is a registered address to ask at, and the identity is not confirmed yet.
struct SomebodyToAsk {
  static void check(Consideration const& at, MissingList& missing);
};

}  // namespace redress::workflows::policies
