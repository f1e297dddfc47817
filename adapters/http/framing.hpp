// SPDX-License-Identifier: Apache-2.0
#pragma once

// The guard in front of the parser: it reads the raw header block of a request and refuses everything two programs in a row could read
// differently (RFC 9112, request smuggling), before any parser has a say. What passes has one method, one target, one Host and one way to
// tell where its body ends.

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace redress::http {

struct HeadLimits {
  std::size_t bytes = 16 * 1024;
  std::size_t fields = 100;
};

enum class BodyFraming { None, Length, Chunked };

struct RequestHead {
  std::string method;
  std::string target;
  int minor_version = 1;  ///< of HTTP/1
  BodyFraming framing = BodyFraming::None;
  std::uint64_t content_length = 0;  ///< for BodyFraming::Length
  std::size_t size = 0;              ///< bytes of the header block, its empty line included
};

/// Why a head is refused: the status to answer, and a sentence that repeats nothing of the request.
struct HeadFault {
  unsigned status = 400;
  std::string_view why;
};

/// One line of a header, without its line end.
struct FieldLine {
  std::string_view name;
  std::string_view value;  ///< without the blanks around it
};

[[nodiscard]] std::expected<FieldLine, HeadFault> read_field(std::string_view line);

/// Whether it may stand in a method, in the name of a header, and wherever else HTTP says token.
[[nodiscard]] bool is_token_character(char c);

/// How many bytes the header block takes, its empty line included; 0 while it is not complete. Faulty when no further byte can make it
/// right.
[[nodiscard]] std::expected<std::size_t, HeadFault> find_head_end(std::string_view bytes, HeadLimits const& limits);

/// `block` is the complete header block, its empty line included.
[[nodiscard]] std::expected<RequestHead, HeadFault> check_head(std::string_view block, HeadLimits const& limits);

/// Whether the text may stand as the value of a header: no control characters but the tab.
[[nodiscard]] bool is_header_value(std::string_view text);

}  // namespace redress::http
