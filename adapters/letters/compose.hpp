// SPDX-License-Identifier: Apache-2.0
#pragma once

// Composition: the facts poured into the template of the letter's language, part by part. A pure function.

#include "adapters/letters/template_catalogue.hpp"
#include "engine/domain/organisation.hpp"

namespace redress::letters {

/// Throws ports::LetterFault when a text needs a fact that is not there; the fault names the text and the fact and nothing of their
/// content.
[[nodiscard]] LetterDocument composed(LetterFacts const& facts, Organisation const& organisation, TemplateCatalogue const& templates);

}  // namespace redress::letters
