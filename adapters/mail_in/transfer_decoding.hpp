// SPDX-License-Identifier: Apache-2.0
#pragma once

// Undoes the transfer encodings of MIME (RFC 2045 §6), with GMime's decoders. Broken input is decoded as far as it goes.

#include <cstdint>
#include <string>
#include <string_view>

namespace redress::mail_in {

[[nodiscard]] std::string decoded_base64(std::string_view text);
[[nodiscard]] std::string decoded_quoted_printable(std::string_view text);

/// At most `limit` bytes of a part's content; `encoding` is the value of Content-Transfer-Encoding, empty for none. Lines behind base64
/// that are not base64 are kept as they are: mailing lists write their footers there.
[[nodiscard]] std::string decoded_content(std::string_view content, std::string_view encoding, std::size_t limit);

/// The number of bytes the content decodes to.
[[nodiscard]] std::int64_t decoded_size(std::string_view content, std::string_view encoding);

}  // namespace redress::mail_in
