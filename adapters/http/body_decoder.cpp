// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/body_decoder.hpp"

#include <algorithm>
#include <charconv>

#include "adapters/http/message.hpp"

namespace redress::http {

namespace {

constexpr std::size_t longest_line = 4096;
constexpr std::size_t most_overhead = 16 * 1024;

std::unexpected<HeadFault> malformed(std::string_view why) {
  return std::unexpected(HeadFault{400, why});
}

/// Takes a quoted string off `rest`; false when there is none.
bool skip_quoted(std::string_view& rest) {
  if (!rest.starts_with('"')) return false;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == '"') return rest.remove_prefix(i + 1), true;
    if (rest[i] == '\\') ++i;
  }
  return false;
}

bool skip_token(std::string_view& rest) {
  auto const end = std::ranges::find_if_not(rest, is_token_character);
  auto const length = static_cast<std::size_t>(end - rest.begin());
  rest.remove_prefix(length);
  return length > 0;
}

/// *( ";" name [ "=" value ] ), without the blanks that RFC 9112 calls bad.
bool are_extensions(std::string_view rest) {
  while (!rest.empty()) {
    if (rest.front() != ';') return false;
    rest.remove_prefix(1);
    if (!skip_token(rest)) return false;
    if (!rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    if (!skip_quoted(rest) && !skip_token(rest)) return false;
  }
  return true;
}

}  // namespace

BodyDecoder::BodyDecoder(RequestHead const& head, std::size_t limit)
    : limit_(limit),
      chunked_(head.framing == BodyFraming::Chunked),
      place_(chunked_ ? Place::SizeLine : (head.content_length > 0 ? Place::Data : Place::End)),
      left_(head.content_length) {}

std::expected<std::size_t, HeadFault> BodyDecoder::take(std::string_view bytes) {
  std::size_t taken = 0;
  while (taken < bytes.size() && !is_complete()) {
    auto const rest = bytes.substr(taken);
    if (place_ == Place::Data) {
      taken += take_data(rest);
      continue;
    }
    auto const line = take_line(rest);
    if (!line) return line;
    taken += *line;
  }
  return taken;
}

std::size_t BodyDecoder::take_data(std::string_view bytes) {
  auto const part = bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size())));
  body_ += part;
  left_ -= part.size();
  if (left_ == 0) place_ = chunked_ ? Place::DataEnd : Place::End;
  return part.size();
}

std::expected<std::size_t, HeadFault> BodyDecoder::take_line(std::string_view bytes) {
  auto const end = bytes.find('\n');
  auto const part = bytes.substr(0, end == std::string_view::npos ? end : end + 1);
  if (line_.size() + part.size() > longest_line) return malformed("A line between the chunks of the body is too long.");
  line_ += part;
  if (end == std::string_view::npos) return part.size();
  auto const line = std::string_view(line_).substr(0, line_.size() - 1);
  if (!line.ends_with('\r') || !is_header_value(line.substr(0, line.size() - 1)))
    return malformed("A line between the chunks of the body does not end in CRLF.");
  auto const read = read_line(line.substr(0, line.size() - 1));
  if (!read) return std::unexpected(read.error());
  line_.clear();
  return part.size();
}

std::expected<void, HeadFault> BodyDecoder::read_line(std::string_view line) {
  if (place_ == Place::SizeLine) return read_size(line);
  if (place_ == Place::Trailer) return read_trailer(line);
  if (!line.empty()) return malformed("A chunk of the body is longer than it says.");
  place_ = Place::SizeLine;
  return {};
}

std::expected<void, HeadFault> BodyDecoder::read_size(std::string_view line) {
  constexpr std::size_t most_digits = 16;
  constexpr std::string_view hex_digits = "0123456789abcdefABCDEF";
  auto const digits = line.substr(0, line.find_first_not_of(hex_digits));
  auto const extensions = line.substr(digits.size());
  if (digits.empty() || digits.size() > most_digits || !are_extensions(extensions)) return malformed("The size of a chunk is not a number.");
  overhead_ += extensions.size();
  if (overhead_ > most_overhead) return malformed("The chunks of the body have too many extensions.");
  std::from_chars(digits.data(), digits.data() + digits.size(), left_, 16);
  if (left_ > limit_ - body_.size()) return std::unexpected(HeadFault{413, "The body cannot be taken."});
  place_ = left_ == 0 ? Place::Trailer : Place::Data;
  return {};
}

std::expected<void, HeadFault> BodyDecoder::read_trailer(std::string_view line) {
  if (line.empty()) {
    place_ = Place::End;
    return {};
  }
  overhead_ += line.size();
  if (overhead_ > most_overhead) return std::unexpected(HeadFault{431, "There is too much behind the body."});
  auto const field = read_field(line);
  if (!field) return std::unexpected(field.error());
  for (auto const framing : {"Content-Length", "Transfer-Encoding", "Host"})
    if (same_header_name(field->name, framing)) return malformed("What decides about framing cannot stand behind the body.");
  return {};
}

}  // namespace redress::http
