// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter's road: drafted, reviewed, approved, queued, accepted or bounced. A bounced letter is drafted anew; frozen bytes are never changed.

#include "workflows/machine.hpp"

namespace redress::workflows::letter {

[[nodiscard]] Machine const& machine();

}  // namespace redress::workflows::letter
