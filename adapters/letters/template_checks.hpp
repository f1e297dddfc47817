// SPDX-License-Identifier: Apache-2.0
#pragma once

// What must hold of a letter's template before any letter is written from it.

#include "adapters/letters/letter_template.hpp"

namespace redress::letters {

/// Throws ports::LetterFault when a block that this kind of letter cannot do without is missing, when recipe and blocks differ, when a
/// text or a condition names what a letter of this kind does not have, or when no text says what such a letter must say.
void check(LetterTemplate const& letter, LetterKind kind);

/// What a situation says instead of the general paragraphs stands in every letter of that kind, so it may only name what each of them has.
void check_situation(TemplateParagraph const& paragraph, LetterKind kind);

}  // namespace redress::letters
