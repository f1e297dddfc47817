// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds what the rules ask for in a text that was read. The work grows with the length of the text and with nothing else.

#include <string_view>
#include <vector>

#include "adapters/wording/reviewed_text.hpp"
#include "adapters/wording/rule_book.hpp"
#include "engine/domain/wording.hpp"

namespace redress::wording {

/// In the order of the text. Of findings of one class that overlap only the gravest stays, of equally grave ones the longest.
[[nodiscard]] std::vector<WordingFinding> findings_in(std::string_view text, ReviewedText const& read, RuleBook const& book);

}  // namespace redress::wording
