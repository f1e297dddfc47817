// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/transfer_decoding.hpp"

#include <gmime/gmime.h>

#include <algorithm>

namespace redress::mail_in {
namespace {

constexpr std::size_t chunk_bytes = 48 * 1024;

/// Calls `take(bytes)` with one decoded piece after the other, so that a part is never in memory twice, until it answers that it is full.
template <class Take>
void decode(std::string_view content, GMimeContentEncoding encoding, Take take) {
  GMimeEncoding state;
  g_mime_encoding_init_decode(&state, encoding);
  std::string piece;
  while (!content.empty()) {
    std::string_view const chunk = content.substr(0, chunk_bytes);
    piece.resize(g_mime_encoding_outlen(&state, chunk.size()));
    piece.resize(g_mime_encoding_step(&state, chunk.data(), chunk.size(), piece.data()));
    if (!take(piece)) return;
    content.remove_prefix(chunk.size());
  }
  piece.resize(g_mime_encoding_outlen(&state, 0) + 16);
  piece.resize(g_mime_encoding_flush(&state, "", 0, piece.data()));
  take(piece);
}

std::string decoded(std::string_view content, GMimeContentEncoding encoding, std::size_t limit) {
  std::string bytes;
  decode(content, encoding, [&](std::string const& piece) {
    bytes += piece;
    return bytes.size() < limit;
  });
  if (bytes.size() > limit) bytes.resize(limit);
  return bytes;
}

GMimeContentEncoding encoding_named(std::string_view name) {
  auto const first = name.find_first_not_of(" \t\r\n\"");
  if (first == std::string_view::npos) return GMIME_CONTENT_ENCODING_DEFAULT;
  auto const word = name.substr(first, name.find_first_of(" \t\r\n\";(", first) - first);
  return g_mime_content_encoding_from_string(std::string(word).c_str());
}

bool is_transparent(GMimeContentEncoding encoding) {
  return encoding != GMIME_CONTENT_ENCODING_BASE64 && encoding != GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE && encoding != GMIME_CONTENT_ENCODING_UUENCODE;
}

bool is_base64(std::string_view line) {
  return std::ranges::all_of(line, [](char c) { return g_ascii_isalnum(c) || c == '+' || c == '/' || c == '=' || c == ' ' || c == '\t' || c == '\r'; });
}

/// The place of the first line that cannot be base64.
std::size_t end_of_base64(std::string_view content) {
  std::size_t at = 0;
  while (at < content.size()) {
    auto const end = std::min(content.find('\n', at), content.size());
    if (!is_base64(content.substr(at, end - at))) return at;
    at = end + 1;
  }
  return content.size();
}

}  // namespace

std::string decoded_base64(std::string_view text) {
  return decoded(text, GMIME_CONTENT_ENCODING_BASE64, text.size());
}

std::string decoded_quoted_printable(std::string_view text) {
  return decoded(text, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE, text.size());
}

std::string decoded_content(std::string_view content, std::string_view encoding, std::size_t limit) {
  GMimeContentEncoding const known = encoding_named(encoding);
  if (is_transparent(known)) return std::string(content.substr(0, limit));
  if (known != GMIME_CONTENT_ENCODING_BASE64) return decoded(content, known, limit);
  auto const end = end_of_base64(content);
  std::string bytes = decoded(content.substr(0, end), known, limit);
  if (end < content.size() && bytes.size() < limit) bytes += content.substr(end, limit - bytes.size());
  return bytes;
}

std::int64_t decoded_size(std::string_view content, std::string_view encoding) {
  GMimeContentEncoding const known = encoding_named(encoding);
  if (is_transparent(known)) return static_cast<std::int64_t>(content.size());
  std::int64_t size = 0;
  decode(content, known, [&](std::string const& piece) {
    size += static_cast<std::int64_t>(piece.size());
    return true;
  });
  return size;
}

}  // namespace redress::mail_in
