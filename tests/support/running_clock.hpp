// SPDX-License-Identifier: Apache-2.0
#pragma once

// A clock that begins at a moment of the test's choosing and goes on from there as fast as any other.

#include <chrono>

#include "engine/ports/clock.hpp"

namespace redress::testing {

class RunningClock final : public ports::Clock {
 public:
  explicit RunningClock(Time start) : start_(start), begun_(std::chrono::steady_clock::now()) {}

  [[nodiscard]] Time now() const override { return start_ + std::chrono::floor<Duration>(std::chrono::steady_clock::now() - begun_); }

 private:
  Time start_;
  std::chrono::steady_clock::time_point begun_;
};

}  // namespace redress::testing
