// SPDX-License-Identifier: Apache-2.0
#pragma once

// Commands as the world writes them: a name such as "add-note", and a JSON object. What does not fit is refused, with the field that is wrong.

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "engine/domain/command.hpp"
#include "engine/domain/refusal.hpp"

namespace redress::codec {

struct CommandInfo {
  std::string_view name;
  std::string_view title;
  bool by_clock = false;  ///< given by the clock and the outbox only
};

/// Every command, in the order of the road.
[[nodiscard]] std::vector<CommandInfo> commands();

/// Reads a command. Refused as UnknownCommand, or as MalformedCommand with one missing "path: what is wrong with it". `null` counts as an
/// object without fields.
[[nodiscard]] std::expected<Command, Refusal> decode_command(std::string_view name, boost::json::value const& value);

/// The JSON Schema of a command's object. The command must exist.
[[nodiscard]] boost::json::object command_schema(std::string_view name);

/// The command's canonical bytes, its name included: two commands are the same when these are.
[[nodiscard]] std::string encode_command(Command const& command);

/// What an idempotency key is remembered with: the SHA-256 of the canonical bytes, hex.
[[nodiscard]] std::string command_digest(Command const& command);

}  // namespace redress::codec
