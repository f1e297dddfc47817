// SPDX-License-Identifier: Apache-2.0
#pragma once

// The text of a header field: encoded words (RFC 2047, RFC 2231 §5), raw eight-bit text, folded lines. Senders split characters between
// words, put raw bytes into words, and words into quotation marks; all of it is read.

#include <cstddef>
#include <string>
#include <string_view>

namespace redress::mail_in {

/// The length of the encoded word with which `text` begins; 0 when it begins otherwise.
[[nodiscard]] std::size_t encoded_word_length(std::string_view text);

/// UTF-8 of a field's raw bytes, not yet cleaned. `charset` is what the body declares, for bytes that declare nothing; may be empty.
[[nodiscard]] std::string decoded_words(std::string_view raw, std::string_view charset);

/// As `decoded_words`, in one line without control characters.
[[nodiscard]] std::string decoded_line(std::string_view raw, std::string_view charset);

}  // namespace redress::mail_in
