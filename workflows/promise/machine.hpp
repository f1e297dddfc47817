// SPDX-License-Identifier: Apache-2.0
#pragma once

// A promise's road: proposed, agreed, due, and then kept, missed, amended or released.

#include "workflows/machine.hpp"

namespace redress::workflows::promise {

[[nodiscard]] Machine const& machine();

}  // namespace redress::workflows::promise
