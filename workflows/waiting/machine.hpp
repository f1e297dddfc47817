// SPDX-License-Identifier: Apache-2.0
#pragma once

// Waiting for the complainant: while it lasts, the clocks of the response stand still.

#include "workflows/machine.hpp"

namespace redress::workflows::waiting {

[[nodiscard]] Machine const& machine();

}  // namespace redress::workflows::waiting
