// SPDX-License-Identifier: Apache-2.0
#pragma once

// What goes into the header of a mail: values refused when they could end a line, addresses refused when they are none, and texts in RFC
// 2047 words.

#include <string>
#include <string_view>

namespace redress::letters {

/// Throws ports::LetterFault when the value holds a control character (CR, LF and NUL among them) or is no UTF-8. `name` is said in the
/// fault; the value never is.
void require_header_text(std::string_view value, std::string_view name);

/// Throws ports::LetterFault unless the value is an addr-spec of RFC 5322 in ASCII, with a dot-atom before the @ and a host name after it.
/// Quoted local parts and address literals are refused too: nobody has one, and every relay reads them differently.
void require_address(std::string_view value, std::string_view name);

/// Throws ports::LetterFault unless the value can be a multipart boundary (RFC 2046).
void require_boundary(std::string_view value);

/// ASCII as it stands; anything else, and any word too long for a header line, as encoded words of at most 75 characters that never split a
/// character.
[[nodiscard]] std::string encoded_text(std::string_view value);

/// "Jānis Ozols <janis@example.net>", the name quoted or encoded as it needs; the address alone when there is no name.
[[nodiscard]] std::string mailbox(std::string_view name, std::string_view address);

/// The header with its line end, folded at spaces to lines of 78 where its words allow. The value has single spaces between words and none
/// at its ends.
[[nodiscard]] std::string header_line(std::string_view name, std::string_view value);

}  // namespace redress::letters
