// SPDX-License-Identifier: Apache-2.0
#pragma once

// Identifiers from the operating system's randomness. For any number of threads.

#include <mutex>

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
  std::mutex one_at_a_time_;
  UuidSequence sequence_;
};

}  // namespace redress::system
