// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the person wrote now, as against what their program quoted beneath. A convenience for the reader: the rest is folded, never dropped,
// and in doubt a line counts as written by the person.

#include <string>
#include <string_view>

namespace redress::mail_in {

struct SplitReply {
  std::string visible;  ///< when nothing but quotation is left, the whole text
  std::string folded;   ///< every other line that is not blank, in its order
};

/// Takes UTF-8 with LF line ends.
[[nodiscard]] SplitReply split_reply(std::string_view text);

[[nodiscard]] inline std::string visible_reply(std::string_view text) {
  return split_reply(text).visible;
}

}  // namespace redress::mail_in
