// SPDX-License-Identifier: Apache-2.0
#pragma once

// Freezing a letter: its bytes are rendered once, for one recipient, and never again. What goes to a mail address is a mail message; what has none is a
// page to print.

#include "workflows/turn.hpp"

namespace redress::workflows {

/// The letter to the complainant: records LetterQueued and orders the message sent. By mail, an entry for their calendar goes with it.
void queue_letter(Turn& turn, LetterId const& id, LetterDocument const& document, std::optional<ports::Invitation> invitation = std::nullopt);
/// A letter that is all template, so it is drafted, reviewed, approved and queued in one breath. It is about an appointment.
void write_at_once(Turn& turn, LetterFacts const& facts, Appointment const& appointment);
/// A copy to someone involved: records LetterCopied and orders the message sent.
void queue_copy(Turn& turn, Letter const& letter, Involved const& recipient, std::vector<Withheld> const& withheld);

}  // namespace redress::workflows
