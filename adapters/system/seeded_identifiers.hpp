// SPDX-License-Identifier: Apache-2.0
#pragma once

// Identifiers that follow from a seed, so that a simulation can be run again. Anyone can foresee them: never where people's data are real.

#include <cstdint>
#include <mutex>

#include "adapters/system/uuid_sequence.hpp"
#include "engine/ports/identifiers.hpp"

namespace redress::system {

/// The same seed and the same calls in the same order give the same identifiers, on every machine.
class SeededIdentifiers : public ports::Identifiers {
 public:
  explicit SeededIdentifiers(std::uint64_t seed) : state_(seed) {}

  [[nodiscard]] std::string uuid(Time now) override;
  [[nodiscard]] Reference reference() override;
  [[nodiscard]] ports::Salt salt() override;

 private:
  std::uint64_t draw();

  std::mutex one_at_a_time_;
  std::uint64_t state_;
  UuidSequence sequence_;
};

}  // namespace redress::system
