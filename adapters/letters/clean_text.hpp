// SPDX-License-Identifier: Apache-2.0
#pragma once

// What people typed, made fit to stand on a line of a letter. A value can neither break a line, nor turn the reading direction of what
// follows it, nor carry bytes that are no UTF-8.

#include <string>
#include <string_view>

namespace redress::letters {

/// The value on one line: control characters and line breaks become spaces, runs of spaces one space, both ends are trimmed, characters
/// that steer the reading direction and those that cannot be seen are left out, and bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string on_one_line(std::string_view value);

/// The value as a sentence of its own, with a capital at its head and a full stop when it ends in none: "the van was late" becomes "The van
/// was late.". A first word with a capital inside, "iPhone", stays as it is.
[[nodiscard]] std::string as_sentence(std::string_view value);

/// The value without the full stop or comma at its end, to stand in quotation marks or before other punctuation.
[[nodiscard]] std::string as_phrase(std::string_view value);

}  // namespace redress::letters
