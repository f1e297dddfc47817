// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bytes of a mail as text. Senders declare the wrong charset, or none; whatever comes, the answer is valid UTF-8 in normal form C without
// control characters, because the history accepts nothing else.

#include <string>
#include <string_view>

namespace redress::mail_in {

/// UTF-8 of `bytes`. Tried in turn: the declared charset (empty for none), UTF-8, and the likeliest of windows-1251, KOI8-R and
/// windows-1257.
[[nodiscard]] std::string to_utf8(std::string_view bytes, std::string_view declared);

/// UTF-8 of bytes that declare nothing: UTF-8 when they are that, else as above; `charset` is what is declared nearby, or empty.
[[nodiscard]] std::string undeclared_to_utf8(std::string_view bytes, std::string_view charset);

/// Normal form C, LF line ends, no control characters but LF and tab. Takes any bytes; what is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string cleaned_text(std::string_view utf8);

/// As `cleaned_text`, in one line: runs of white space are one space.
[[nodiscard]] std::string cleaned_line(std::string_view utf8);

/// At most `limit` bytes from the beginning, cut between characters.
[[nodiscard]] std::string_view at_most(std::string_view utf8, std::size_t limit);

}  // namespace redress::mail_in
