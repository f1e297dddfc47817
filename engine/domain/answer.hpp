// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the giver of an accepted command is told, once it is durable.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/domain/identifier.hpp"
#include "engine/domain/stage.hpp"

namespace redress {

struct Answer {
  Reference reference;
  Stage stage = Stage::Received;
  std::int64_t version = 0;
  std::vector<std::string> events;  ///< the names of the events the command brought about, in order

  friend bool operator==(Answer const&, Answer const&) = default;
};

}  // namespace redress
