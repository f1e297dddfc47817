// SPDX-License-Identifier: Apache-2.0
#pragma once

// Web addresses in running text, so that a reader can follow them: mail programs guess where an address ends, and take the full stop of the sentence for a
// part of it.

#include <string>
#include <string_view>

namespace redress::letters {

/// A piece of the text: a web address, or what stands between two.
struct WebPiece {
  std::string_view text;
  std::string address;  ///< where it leads, with its scheme, which is http or https; empty when it leads nowhere
};

/// Takes the next piece off the text. An address is "https://…", "www.…", or a name of three parts and more, as "ptac.gov.lv"; the punctuation and the
/// quotation marks around it are no part of it.
[[nodiscard]] WebPiece take_web_piece(std::string_view& text);

}  // namespace redress::letters
