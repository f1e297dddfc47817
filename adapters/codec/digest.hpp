// SPDX-License-Identifier: Apache-2.0
#pragma once

// SHA-256, and the two ways in which bytes are written as letters.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace redress::codec {

using Sha256 = std::array<unsigned char, 32>;

[[nodiscard]] Sha256 sha256(std::string_view bytes);
/// 64 hexadecimal digits, 0 to 9 and a to f.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// RFC 4648 section 5, without padding.
[[nodiscard]] std::string base64url(std::span<unsigned char const> bytes);
[[nodiscard]] std::string base64url(std::string_view bytes);
/// Empty when the text is not base64url without padding.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

}  // namespace redress::codec
