// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which rule of its profile a deadline runs by, and which deadline an extension is about.

#include <optional>

#include "workflows/turn.hpp"

namespace redress::workflows {

/// The rule of the profile a deadline runs by; nullptr for promises and information, and when the profile has lost it.
[[nodiscard]] DeadlineRule const* rule_of(Consideration const& at, Deadline const& deadline);
/// The running deadline that an extension would move: the named one, else the final response, else the first that may be extended; nullptr when there is none.
[[nodiscard]] Deadline const* deadline_to_extend(Consideration const& at, std::optional<DeadlineName> const& name);

}  // namespace redress::workflows
