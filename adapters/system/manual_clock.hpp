// SPDX-License-Identifier: Apache-2.0
#pragma once

// A clock that stands still until it is told otherwise, for simulations and tests. May be read and set from several threads.

#include <atomic>

#include "engine/ports/clock.hpp"

namespace redress::system {

class ManualClock : public ports::Clock {
 public:
  explicit ManualClock(Time start) : since_epoch_(start.time_since_epoch().count()) {}

  [[nodiscard]] Time now() const override { return Time(Duration(since_epoch_.load())); }
  /// May also go back, as the clocks of machines do.
  void set(Time time) { since_epoch_.store(time.time_since_epoch().count()); }
  void advance(Duration by) { since_epoch_.fetch_add(by.count()); }

 private:
  std::atomic<Duration::rep> since_epoch_;
};

}  // namespace redress::system
