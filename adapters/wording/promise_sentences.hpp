// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sentences of a text that speak of what will be done.

#include <string_view>
#include <vector>

#include "adapters/wording/statement_table.hpp"
#include "engine/domain/statement.hpp"

namespace redress::wording {

/// Whole sentences, with their marks. A date or an amount is never cut in two, even where a full stop in it looks like an end: "by 12. December". What is
/// quoted promises nothing.
[[nodiscard]] std::vector<TextRange> promise_sentences_in(std::string_view text, PromiseSigns const& signs, Statements const& statements);

}  // namespace redress::wording
