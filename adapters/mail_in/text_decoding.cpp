// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/text_decoding.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "adapters/mail_in/mark_order.hpp"
#include "engine/domain/ensure.hpp"

namespace redress::mail_in {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

struct Decoded {
  icu::UnicodeString text;
  int beyond_ascii = 0;
  int replaced = 0;

  /// A stray byte in a long text speaks against the sender's program, not against the charset.
  [[nodiscard]] bool plausible() const { return replaced == 0 || replaced * 20 <= beyond_ascii; }
  /// Hardly any text of another charset holds as many characters in well-formed UTF-8 as bytes that are not.
  [[nodiscard]] bool plausible_utf8() const { return replaced * 2 <= beyond_ascii; }
};

bool is_ascii(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::optional<Decoded> decode(std::string_view bytes, std::string const& charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter const converter(ucnv_open(charset.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  Decoded decoded{icu::UnicodeString(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status)};
  if (U_FAILURE(status) || decoded.text.isBogus()) return std::nullopt;
  for (int32_t i = 0; i < decoded.text.length(); ++i) {
    if (decoded.text[i] >= 0x80) ++decoded.beyond_ascii;
    if (decoded.text[i] == 0xFFFD) ++decoded.replaced;
  }
  return decoded;
}

/// Mail programs say ISO-8859-1 and send windows-1252; every browser reads it so.
std::string charset_meant(std::string_view declared) {
  std::string name(declared);
  std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (name == "iso-8859-1" || name == "latin1" || name == "iso_8859-1") return "windows-1252";
  return name;
}

/// Without a declaration: few bytes beyond ASCII are Latvian among Latin letters; many are Russian, where small letters outnumber capitals,
/// and the two Cyrillic charsets have them in opposite halves.
std::string likeliest_charset(std::string_view bytes) {
  int latin = 0, beyond = 0, lower_half = 0, upper_half = 0;
  for (char const c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') ++latin;
    if (byte >= 0x80) ++beyond;
    if (byte >= 0xC0 && byte <= 0xDF) ++lower_half;
    if (byte >= 0xE0) ++upper_half;
  }
  if (latin > 2 * beyond) return "windows-1257";
  return lower_half > upper_half ? "koi8-r" : "windows-1251";
}

icu::UnicodeString normal_form(icu::UnicodeString const& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Normalizer2 const* nfc = icu::Normalizer2::getNFCInstance(status);
  ensure(U_SUCCESS(status), "ICU has its normalisation data");
  icu::UnicodeString normal = nfc->normalize(with_marks_in_order(text).text, status);
  ensure(U_SUCCESS(status), "well-formed text can be normalised");
  return normal;
}

bool is_dropped(UChar c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F) || c == 0xFEFF;
}

icu::UnicodeString without_controls(icu::UnicodeString const& text) {
  icu::UnicodeString kept;
  for (int32_t i = 0; i < text.length(); ++i) {
    UChar const c = text[i];
    bool const line_end = c == '\r' && (i + 1 == text.length() || text[i + 1] != '\n');
    if (line_end) kept.append(u'\n');
    if (!is_dropped(c)) kept.append(c);
  }
  return kept;
}

std::string in_utf8(icu::UnicodeString const& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view declared) {
  std::string const charset = charset_meant(declared);
  bool const escapes = charset.starts_with("iso-2022") || charset.starts_with("utf-7") || charset.starts_with("utf-16") || charset.starts_with("hz");
  if (is_ascii(bytes) && !escapes) return std::string(bytes);
  for (std::string const& candidate : {charset, std::string("utf-8")}) {
    if (candidate.empty()) continue;
    auto const decoded = decode(bytes, candidate);
    if (decoded && (candidate == "utf-8" ? decoded->plausible_utf8() : decoded->plausible())) return in_utf8(decoded->text);
  }
  auto const guessed = decode(bytes, likeliest_charset(bytes));
  return guessed ? in_utf8(guessed->text) : std::string();
}

std::string undeclared_to_utf8(std::string_view bytes, std::string_view charset) {
  // Only an escape makes ASCII mean something else, and a charset that is declared elsewhere is not believed without one.
  if (is_ascii(bytes)) return bytes.find('\x1b') == std::string_view::npos ? std::string(bytes) : to_utf8(bytes, charset);
  auto const decoded = decode(bytes, "utf-8");
  return decoded && decoded->plausible_utf8() ? in_utf8(decoded->text) : to_utf8(bytes, charset);
}

std::string cleaned_text(std::string_view utf8) {
  auto const text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  return in_utf8(normal_form(without_controls(text)));
}

std::string cleaned_line(std::string_view utf8) {
  std::string line;
  bool gap = false;
  for (char const c : cleaned_text(utf8)) {
    if (c == ' ' || c == '\t' || c == '\n') {
      gap = !line.empty();
      continue;
    }
    if (gap) line += ' ';
    gap = false;
    line += c;
  }
  return line;
}

std::string_view at_most(std::string_view utf8, std::size_t limit) {
  if (utf8.size() <= limit) return utf8;
  while (limit > 0 && (static_cast<unsigned char>(utf8[limit]) & 0xC0) == 0x80) --limit;
  return utf8.substr(0, limit);
}

}  // namespace redress::mail_in
