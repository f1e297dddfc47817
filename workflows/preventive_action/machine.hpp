// SPDX-License-Identifier: Apache-2.0
#pragma once

// A preventive action's road: proposed, agreed, done, and found effective or not.

#include "workflows/machine.hpp"

namespace redress::workflows::preventive_action {

[[nodiscard]] Machine const& machine();

}  // namespace redress::workflows::preventive_action
