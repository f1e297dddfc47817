// SPDX-License-Identifier: Apache-2.0
#pragma once

// UTF-8 read a character at a time.

#include <cstdint>
#include <string_view>

namespace redress::letters {

/// Takes the first character off the text and answers it; a negative number when the bytes are no UTF-8, of which the smallest wrong piece
/// is taken. The text is not empty.
[[nodiscard]] std::int32_t take_character(std::string_view& text);

}  // namespace redress::letters
