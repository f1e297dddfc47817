// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much of one text stands in another, by its words. Good enough to find a paragraph again that somebody has reworded; never to judge what it says.

#include <string_view>

namespace redress::workflows {

/// The share of the words of `looked_for` that stand somewhere in `text`, from 0 to 1. Words of fewer than four bytes are passed over; a text that has no
/// other is found where it stands letter by letter.
[[nodiscard]] double share_found(std::string_view looked_for, std::string_view text);

/// How many words of four bytes and more the text has.
[[nodiscard]] std::size_t words_in(std::string_view text);

}  // namespace redress::workflows
