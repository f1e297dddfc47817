// SPDX-License-Identifier: Apache-2.0
#pragma once

// When to try again, and when to stop and call a person.

#include <algorithm>
#include <cstdint>

#include "engine/domain/time.hpp"

namespace redress::runtime {

struct RetryPolicy {
  Duration first = std::chrono::minutes{1};
  Duration longest = std::chrono::hours{1};
  std::int64_t attempts_most = 124;  ///< about five days, as mail servers do (RFC 5321, 4.5.4.1)

  [[nodiscard]] bool gives_up_after(std::int64_t attempts) const { return attempts >= attempts_most; }
  /// The pause after so many attempts; doubles from the first to the longest.
  [[nodiscard]] Duration pause_after(std::int64_t attempts) const {
    auto pause = first;
    for (std::int64_t i = 1; i < attempts && pause < longest; ++i) pause *= 2;
    return std::min(pause, longest);
  }
};

}  // namespace redress::runtime
