// SPDX-License-Identifier: Apache-2.0
#pragma once

// The facts of a letter under the names by which templates know them (known_facts.cpp), made fit to stand in a sentence. A fact that is not
// there has no name here, so that a paragraph that needs it does not appear and one that cannot do without it is a fault.

#include "adapters/letters/known_facts.hpp"
#include "adapters/letters/template_catalogue.hpp"
#include "adapters/letters/text_pattern.hpp"
#include "engine/domain/organisation.hpp"

#include <vector>

namespace redress::letters {

/// Throws ports::LetterFault when the handler is nobody of the organisation.
[[nodiscard]] StaffMember const& handler_of(LetterFacts const& facts, Organisation const& organisation);

[[nodiscard]] Arguments arguments_of(LetterFacts const& facts, Organisation const& organisation, CommonTexts const& common);

/// The entries of a list, each with its own arguments.
[[nodiscard]] std::vector<Arguments> entries_of(LetterFacts const& facts, List list, CommonTexts const& common);

/// A text value; empty text is no value.
void set(Arguments& arguments, std::string_view name, std::string_view value);
void set(Arguments& arguments, std::string_view name, std::size_t count);

}  // namespace redress::letters
