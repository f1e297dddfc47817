// SPDX-License-Identifier: Apache-2.0
#pragma once

// Commands with everything in them that a sensible person would give at that moment, so that a test says only what it is about. They look
// at the complaint to name what it has: the letter that waits for review, the promise that is outstanding.

#include <string_view>
#include <vector>

#include "engine/domain/command.hpp"
#include "engine/domain/complaint.hpp"

namespace redress::testing {

/// The names of all commands, in the order of the road.
[[nodiscard]] std::vector<std::string_view> const& all_commands();

/// Whether only the clock and the outbox give it.
[[nodiscard]] bool is_for_the_clock(std::string_view command);

/// The command of that name, well filled in for this complaint at this moment.
[[nodiscard]] Command good_command(std::string_view name, Complaint const& complaint, Time now);

/// The command of that name with nothing in it that could be left out.
[[nodiscard]] Command bare_command(std::string_view name);

}  // namespace redress::testing
