// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text at the border: what comes in is valid UTF-8 without NUL, in Unicode's composed form (NFC), so that equal words are equal bytes and a
// history written today is compared byte by byte for ever.

#include <string>
#include <string_view>

namespace redress::codec {

/// Whether it is valid UTF-8 without NUL.
[[nodiscard]] bool is_text(std::string_view bytes);
/// Whether every byte is ASCII and not NUL; the quick answer for most of what passes through.
[[nodiscard]] bool is_plain(std::string_view bytes);
/// The same text in composed form; `text` must be valid UTF-8.
[[nodiscard]] std::string normalised(std::string_view text);
/// What can be kept of foreign bytes: NUL is dropped, what is not UTF-8 becomes U+FFFD, and the rest is normalised.
[[nodiscard]] std::string cleaned(std::string_view bytes);
/// For searching: composed, without regard to upper and lower letters of any script.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace redress::codec
