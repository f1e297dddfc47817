// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a workflow answers when a command may happen: the events that record it, and the effects, orders to the world. Events are written and effects
// queued in one transaction; nothing is sent before it is committed.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/domain/event.hpp"
#include "engine/domain/time.hpp"

namespace redress {

/// Hand this message to the outbox. The bytes are final.
struct SendMessage {
  LetterId letter;                    ///< empty for what is no letter: a notice to staff, or what a system is told
  std::optional<PersonId> recipient;  ///< whose copy; empty for the complainant
  Route route = Route::Mail;
  std::string envelope_from;  ///< empty for the null return path
  std::string envelope_to;    ///< a mail address; by Route::Webhook the name of a system of the organisation
  std::string bytes;
  std::optional<Time> not_before = std::nullopt;  ///< empty: at once. In the outbox it is the moment the item is due, and nothing else

  [[nodiscard]] bool is_letter() const { return !letter.empty(); }
};

using Effect = std::variant<SendMessage>;

struct Decision {
  std::vector<Event> events;
  std::vector<Effect> effects;
};

}  // namespace redress
