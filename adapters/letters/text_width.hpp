// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text in columns, as a reader of plain mail sees it: a letter with a separate accent takes one column, an ideograph two.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redress::letters {

/// The columns that UTF-8 text takes in a fixed-width font.
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// The text in lines of at most `columns`, broken at spaces; the first one leaves `first_line_indent` columns free. A word longer than a line is broken
/// where the line ends, but for a link, which stands on a line of its own, whole: a broken link leads nowhere.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t columns, std::size_t first_line_indent = 0);

}  // namespace redress::letters
