// SPDX-License-Identifier: Apache-2.0
#pragma once

// Identifiers from the operating system's randomness. For any number of threads.

#include <array>
#include <cstdint>
#include <mutex>
#include <span>

#include "adapters/system/uuid_sequence.hpp"
#include "engine/ports/identifiers.hpp"

namespace redress::system {

class RandomIdentifiers : public ports::Identifiers {
 public:
  /// Throws std::runtime_error when the system has no randomness to give.
  RandomIdentifiers();

  [[nodiscard]] std::string uuid(Time now) override;
  [[nodiscard]] Reference reference() override;
  [[nodiscard]] ports::Salt salt() override;

 private:
  void fill(std::span<unsigned char> bytes);
  [[nodiscard]] std::uint64_t bits();

  std::mutex one_at_a_time_;                 ///< of all that follows
  std::array<unsigned char, 4096> drawn_{};  ///< asked of the system once for many, and wiped as it is given out
  std::size_t left_ = 0;
  UuidSequence sequence_;
};

}  // namespace redress::system
