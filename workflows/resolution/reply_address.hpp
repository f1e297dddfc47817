// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a message of ours is known again: by its Message-ID, and by the address that answers to it come to.

#include <optional>
#include <string>

#include "workflows/turn.hpp"

namespace redress::workflows {

/// Gives the message its Message-ID and boundary and, where the organisation's mail server takes tagged addresses, a reply address of its own.
void make_known(Turn& turn, ports::MessageEnvelope& envelope);

/// The token of the envelope's reply address, for the history; empty when it has none.
[[nodiscard]] std::optional<std::string> reply_token_of(Turn const& turn, ports::MessageEnvelope const& envelope);

/// Where the message comes back to when it cannot be delivered.
[[nodiscard]] std::string return_path_of(Turn const& turn, ports::MessageEnvelope const& envelope);

}  // namespace redress::workflows
