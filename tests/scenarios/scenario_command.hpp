// SPDX-License-Identifier: Apache-2.0
#pragma once

// A command as a scenario writes it: a name, perhaps the one word that matters most, and fields that differ from what a sensible person
// would fill in.

#include <expected>
#include <string>
#include <vector>

#include "engine/domain/command.hpp"
#include "engine/domain/complaint.hpp"
#include "engine/domain/refusal.hpp"
#include "tests/scenarios/scenario.hpp"

namespace redress::testing {

struct WrittenCommand {
  std::expected<Command, Refusal> command;  ///< refused as malformed when a field does not fit
  Actor actor;
};

[[nodiscard]] WrittenCommand read_command(ScenarioLine const& line, Complaint const& complaint, Time now);

}  // namespace redress::testing
