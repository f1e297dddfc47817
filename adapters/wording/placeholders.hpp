// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where a text still waits to be filled in.

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/statement.hpp"

namespace redress::wording {

/// `words` are folded and stand between blanks: "tbc", "dd.mm.yyyy". In the order of the text, without overlaps.
[[nodiscard]] std::vector<TextRange> placeholders_in(std::string_view text, std::set<std::string, std::less<>> const& words);

}  // namespace redress::wording
