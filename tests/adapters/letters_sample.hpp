// SPDX-License-Identifier: Apache-2.0
#pragma once

// Letters to look at: an organisation, and the same complaint told in three languages, with every fact that a letter may have.

#include "engine/domain/letter_document.hpp"
#include "engine/domain/organisation.hpp"
#include "engine/ports/letter_writer.hpp"

namespace redress::letters_sample {

[[nodiscard]] Organisation organisation();

/// Everything said: points, questions, an appointment, answers, promises, copies.
[[nodiscard]] LetterFacts rich(LetterKind kind, Language language);
/// Only what the letter cannot do without.
[[nodiscard]] LetterFacts bare(LetterKind kind, Language language);
/// A final response that ends without an agreement.
[[nodiscard]] LetterFacts not_agreed(Language language);

[[nodiscard]] ports::MessageEnvelope envelope();

}  // namespace redress::letters_sample
