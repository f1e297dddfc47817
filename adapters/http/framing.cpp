// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/framing.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "adapters/http/message.hpp"

namespace redress::http {

namespace {

constexpr std::string_view line_end = "\r\n";

std::unexpected<HeadFault> malformed(std::string_view why) {
  return std::unexpected(HeadFault{400, why});
}

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_character);
}

/// A fragment never leaves a browser, so a target with one was not made by one.
bool may_stand_in_a_target(char c) {
  return c > ' ' && c < '\x7f' && c != '#';
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  auto const first = text.find_first_not_of(blanks);
  return first == std::string_view::npos ? std::string_view{} : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Takes the next line off `rest`. The caller has made sure that every line ends in CRLF.
std::string_view take_line(std::string_view& rest) {
  auto const end = rest.find(line_end);
  auto const line = rest.substr(0, end);
  rest.remove_prefix(end + line_end.size());
  return line;
}

/// The fields that decide about framing, as they were found.
struct FramingFields {
  std::optional<std::string_view> host;
  std::optional<std::string_view> content_length;
  std::optional<std::string_view> transfer_encoding;
};

std::expected<void, HeadFault> read_request_line(std::string_view line, RequestHead& head) {
  auto const first = line.find(' ');
  auto const last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return malformed("The request line is not METHOD TARGET VERSION.");
  head.method = line.substr(0, first);
  head.target = line.substr(first + 1, last - first - 1);
  auto const version = line.substr(last + 1);
  if (!is_token(head.method)) return malformed("The method is not a token.");
  if (head.target.empty() || !std::ranges::all_of(head.target, may_stand_in_a_target)) return malformed("The target holds what may not stand in it.");
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return std::unexpected(HeadFault{505, "Only HTTP/1.0 and HTTP/1.1 are spoken here."});
  if (!parse_target(head.target)) return malformed("The target is not a path.");
  head.minor_version = version.back() - '0';
  return {};
}

std::expected<void, HeadFault> note_once(std::optional<std::string_view>& field, std::string_view value) {
  if (field) return malformed("A field that may stand once stands twice.");
  field = value;
  return {};
}

std::expected<void, HeadFault> note_field(std::string_view line, FramingFields& found) {
  auto const field = read_field(line);
  if (!field) return std::unexpected(field.error());
  if (same_header_name(field->name, "Host")) return note_once(found.host, field->value);
  if (same_header_name(field->name, "Content-Length")) return note_once(found.content_length, field->value);
  if (same_header_name(field->name, "Transfer-Encoding")) return note_once(found.transfer_encoding, field->value);
  return {};
}

std::expected<FramingFields, HeadFault> read_fields(std::string_view rest, HeadLimits const& limits) {
  FramingFields found;
  for (std::size_t fields = 0;; ++fields) {
    auto const line = take_line(rest);
    if (line.empty()) return found;
    if (fields == limits.fields) return std::unexpected(HeadFault{431, "There are too many header fields."});
    if (auto const noted = note_field(line, found); !noted) return std::unexpected(noted.error());
  }
}

std::expected<void, HeadFault> read_length(std::string_view digits, RequestHead& head) {
  constexpr std::size_t most_digits = 10;
  bool const plain = !digits.empty() && digits.size() <= most_digits && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  if (!plain) return malformed("Content-Length is not a number.");
  std::from_chars(digits.data(), digits.data() + digits.size(), head.content_length);
  head.framing = BodyFraming::Length;
  return {};
}

/// A name or an address, with or without a port; never two of them, and nothing a program in front of us could read as another place.
bool is_host(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    constexpr std::string_view marks = "-._~:[]%";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
  });
}

std::expected<void, HeadFault> decide_framing(FramingFields const& found, RequestHead& head) {
  if (!found.host || !is_host(*found.host)) return malformed("There is no Host, or it is not one host.");
  if (found.transfer_encoding && found.content_length) return malformed("Content-Length and Transfer-Encoding exclude each other.");
  if (found.content_length) return read_length(*found.content_length, head);
  if (found.transfer_encoding) {
    if (*found.transfer_encoding != "chunked" || head.minor_version == 0) return malformed("The only transfer encoding is chunked, of HTTP/1.1.");
    head.framing = BodyFraming::Chunked;
    return {};
  }
  bool const carries_a_body = head.method == "POST" || head.method == "PUT" || head.method == "PATCH";
  if (carries_a_body) return std::unexpected(HeadFault{411, "The length of the body is not stated."});
  return {};
}

}  // namespace

bool is_token_character(char c) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
}

bool is_header_value(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7f'; });
}

std::expected<FieldLine, HeadFault> read_field(std::string_view line) {
  auto const colon = line.find(':');
  if (colon == std::string_view::npos) return malformed("A header line has no colon.");
  FieldLine const field{line.substr(0, colon), trimmed(line.substr(colon + 1))};
  if (!is_token(field.name)) return malformed("A header name is not a token.");
  if (!is_header_value(field.value)) return malformed("A header value holds a control character.");
  // A decoder of encoded words behind us could turn one into a line end after every check has passed; no header of ours needs one.
  if (field.value.contains("=?")) return malformed("Encoded words are not allowed in a header.");
  return field;
}

std::expected<std::size_t, HeadFault> find_head_end(std::string_view bytes, HeadLimits const& limits) {
  auto const block = bytes.substr(0, limits.bytes);
  auto const end = block.find("\r\n\r\n");
  auto const so_far = block.substr(0, end == std::string_view::npos ? end : end + 4);
  for (std::size_t i = 0; i < so_far.size(); ++i) {
    if (so_far[i] == '\n' && (i == 0 || so_far[i - 1] != '\r')) return malformed("A line ends in a bare line feed.");
    if (so_far[i] == '\r' && i + 1 < so_far.size() && so_far[i + 1] != '\n') return malformed("There is a bare carriage return.");
    if (so_far[i] == '\0') return malformed("There is a NUL.");
  }
  if (end != std::string_view::npos) return so_far.size();
  if (bytes.size() >= limits.bytes) return std::unexpected(HeadFault{431, "The header is too large."});
  return 0;
}

std::expected<RequestHead, HeadFault> check_head(std::string_view block, HeadLimits const& limits) {
  RequestHead head;
  head.size = block.size();
  if (auto const read = read_request_line(take_line(block), head); !read) return std::unexpected(read.error());
  auto const found = read_fields(block, limits);
  if (!found) return std::unexpected(found.error());
  if (auto const decided = decide_framing(*found, head); !decided) return std::unexpected(decided.error());
  return head;
}

}  // namespace redress::http
