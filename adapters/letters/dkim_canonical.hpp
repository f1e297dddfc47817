// SPDX-License-Identifier: Apache-2.0
#pragma once

// What of a mail a signature covers, in the form "relaxed" of RFC 6376: blanks and line ends that relays like to change do not count. Pure text.

#include <optional>
#include <string>
#include <string_view>

namespace redress::letters {

/// A header field as it is hashed, with its line end: "subject:Your complaint\r\n". `field` is the whole field, folded or not.
[[nodiscard]] std::string relaxed_field(std::string_view field);

/// A body as it is hashed: runs of blanks are one, none stand at the end of a line, no empty lines stand at the end of the body.
[[nodiscard]] std::string relaxed_body(std::string_view body);

/// The last field of that name in the header, without its line end; empty when there is none. `message` is a whole mail.
[[nodiscard]] std::optional<std::string_view> field_of(std::string_view message, std::string_view name);

/// What follows the empty line behind the header.
[[nodiscard]] std::string_view body_of(std::string_view message);

}  // namespace redress::letters
