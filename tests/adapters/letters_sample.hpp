// SPDX-License-Identifier: Apache-2.0
#pragma once

// Letters to look at: an organisation, and the same complaint told in three languages, with every fact that a letter may have.

#include "engine/domain/letter_document.hpp"
#include "engine/domain/organisation.hpp"
#include "engine/domain/situation.hpp"
#include "engine/ports/letter_writer.hpp"

namespace redress::letters_sample {

[[nodiscard]] Organisation organisation();

/// Everything said: points, questions, an appointment, answers, promises, copies.
[[nodiscard]] LetterFacts rich(LetterKind kind, Language language);
/// Only what the letter cannot do without.
[[nodiscard]] LetterFacts bare(LetterKind kind, Language language);
/// A final response that ends without an agreement.
[[nodiscard]] LetterFacts not_agreed(Language language);

/// A complaint in that situation, told in its own question: with what is usually on record, and with as little as possible.
[[nodiscard]] LetterFacts in_situation(LetterKind kind, SituationGuide const& guide, Language language);
[[nodiscard]] LetterFacts barely_in_situation(LetterKind kind, SituationGuide const& guide, Language language);

[[nodiscard]] ports::MessageEnvelope envelope();

}  // namespace redress::letters_sample
