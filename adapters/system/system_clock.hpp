// SPDX-License-Identifier: Apache-2.0
#pragma once

// The machine's clock, to the microsecond.

#include "engine/ports/clock.hpp"

namespace redress::system {

class SystemClock : public ports::Clock {
 public:
  [[nodiscard]] Time now() const override;
};

}  // namespace redress::system
