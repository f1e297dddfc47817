// SPDX-License-Identifier: Apache-2.0
#pragma once

// UUIDs of version 7 (RFC 9562, 5.7) that ascend within one process: the twelve bits after the version count those of one millisecond (6.2,
// method 1). Chance comes in as an argument. Not for several threads at once.

#include <cstdint>
#include <string>

#include "engine/domain/time.hpp"

namespace redress::system {

class UuidSequence {
 public:
  /// The next one, in small letters with hyphens; takes what it needs of the 64 random bits. When the clock went back by less than ten
  /// seconds, or more were asked for in a millisecond than can be counted, the time in the identifier runs a little ahead, so that it still
  /// ascends.
  [[nodiscard]] std::string next(Time now, std::uint64_t random);

 private:
  void move_to(std::int64_t millisecond, std::uint64_t random);

  std::int64_t millisecond_ = -1;
  std::uint64_t counter_ = 0;
};

}  // namespace redress::system
