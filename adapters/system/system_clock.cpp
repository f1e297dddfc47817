// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/system_clock.hpp"

namespace redress::system {

Time SystemClock::now() const {
  return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

}  // namespace redress::system
