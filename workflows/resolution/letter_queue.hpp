// SPDX-License-Identifier: Apache-2.0
#pragma once

// Freezing a letter: its bytes are rendered once, for one recipient, and never again. What goes to a mail address is a mail message; what has none is a
// page to print.

#include "workflows/turn.hpp"

namespace redress::workflows {

/// Whether it is the complainant's own mail that has a letter written, and nobody of ours (ADR 0033).
[[nodiscard]] bool is_by_itself(Turn const& turn);
/// Whether such a letter goes to somebody whom no domain vouches for: what they wrote, their name included, is then not sent on in our name, for they may
/// have written it for whoever gets the letter.
[[nodiscard]] bool is_to_a_stranger(Turn const& turn);

/// The letter to the complainant: records LetterQueued and orders the message sent. By mail, an entry for their calendar goes with it.
void queue_letter(Turn& turn, LetterId const& id, LetterDocument const& document, std::optional<ports::Invitation> invitation = std::nullopt);
/// A letter that is all template, so it is drafted, reviewed, approved and queued in one breath. It is about an appointment.
void write_at_once(Turn& turn, LetterFacts const& facts, Appointment const& appointment);
/// A copy to someone involved: records LetterCopied and orders the message sent.
void queue_copy(Turn& turn, Letter const& letter, Involved const& recipient, std::vector<Withheld> const& withheld);

}  // namespace redress::workflows
