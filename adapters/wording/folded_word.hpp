// SPDX-License-Identifier: Apache-2.0
#pragma once

// One word, written the one way in which words are compared: small letters, composed accents, no soft hyphens or stress marks, ё as е, plain apostrophes and
// hyphens. Text and patterns go through the same door, so whoever writes a rule need not think of any of it.

#include <string>
#include <string_view>

namespace redress::wording {

/// Appends the folded word to `into`.
void fold_word(std::string_view word, std::string& into);

[[nodiscard]] std::string folded(std::string_view word);

}  // namespace redress::wording
