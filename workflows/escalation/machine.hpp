// SPDX-License-Identifier: Apache-2.0
#pragma once

// The levels a complaint can be escalated to, one after the other. Nobody is asked for a reason (rule 10).

#include "workflows/machine.hpp"

namespace redress::workflows::escalation {

[[nodiscard]] Machine const& machine();

}  // namespace redress::workflows::escalation
