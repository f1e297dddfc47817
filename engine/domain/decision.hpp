// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a workflow answers when a command may happen: the events that record it, and the effects, orders to the world. Events are written and effects
// queued in one transaction; nothing is sent before it is committed.

#include <string>
#include <variant>
#include <vector>

#include "engine/domain/event.hpp"

namespace redress {

/// Hand this message to the outbox. The bytes are final.
struct SendMessage {
  LetterId letter;
  std::optional<PersonId> recipient;  ///< whose copy; empty for the complainant
  Route route = Route::Mail;
  std::string envelope_from;  ///< empty for the null return path
  std::string envelope_to;
  std::string bytes;
};

using Effect = std::variant<SendMessage>;

struct Decision {
  std::vector<Event> events;
  std::vector<Effect> effects;
};

}  // namespace redress
