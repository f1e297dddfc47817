// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the person wrote now, as against what their program quoted beneath. A convenience for the reader: the whole text is always kept
// beside it, and in doubt a line counts as written by the person.

#include <string>
#include <string_view>

namespace redress::mail_in {

/// Takes UTF-8 with LF line ends. When nothing but quotation is left, the answer is the whole text.
[[nodiscard]] std::string visible_reply(std::string_view text);

}  // namespace redress::mail_in
