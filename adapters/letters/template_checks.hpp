// SPDX-License-Identifier: Apache-2.0
#pragma once

// What must hold of a letter's template before any letter is written from it.

#include "adapters/letters/template_catalogue.hpp"

namespace redress::letters {

/// Throws ports::LetterFault when a block that this kind of letter cannot do without is missing, when recipe and blocks differ, or when a
/// text or a condition names what a letter of this kind does not have.
void check(LetterTemplate const& letter, LetterKind kind);

}  // namespace redress::letters
