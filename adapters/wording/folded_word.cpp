// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/folded_word.hpp"

#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "adapters/wording/code_points.hpp"

namespace redress::wording {
namespace {

icu::Normalizer2 const& caseless_composed() {
  static icu::Normalizer2 const& instance = [] -> icu::Normalizer2 const& {
    auto status = U_ZERO_ERROR;
    auto const* found = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("the Unicode tables for comparing words cannot be loaded");
    return *found;
  }();
  return instance;
}

constexpr bool is_plain_latin(UChar32 letter) {
  return (letter >= 0xC0 && letter <= 0x17E && letter != 0xD7 && letter != 0xDF && letter != 0xF7 && letter != 0x130 && letter != 0x132 && letter != 0x133 &&
          letter != 0x13F && letter != 0x140 && letter != 0x149);
}

constexpr UChar32 hyphen = '-';
constexpr UChar32 apostrophe = '\'';

/// The small form of a letter that needs nothing else done to it; a negative number for all others.
UChar32 plainly_folded(UChar32 letter) {
  if (letter < 0x80) return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
  if (letter == 0x401 || letter == 0x451) return 0x435;
  if (letter >= 0x410 && letter <= 0x42F) return letter + 32;
  if (letter >= 0x430 && letter <= 0x44F) return letter;
  if (letter == 0x2019 || letter == 0x2BC || letter == 0x2018) return apostrophe;
  if (letter == 0x2010 || letter == 0x2011) return hyphen;
  return is_plain_latin(letter) ? u_tolower(letter) : -1;
}

void append(UChar32 letter, std::string& into) {
  if (letter < 0x80) {
    into += static_cast<char>(letter);
  } else if (letter < 0x800) {
    into += static_cast<char>(0xC0 | letter >> 6);
    into += static_cast<char>(0x80 | (letter & 0x3F));
  } else {
    icu::UnicodeString(letter).toUTF8String(into);
  }
}

bool is_stress_mark(UChar32 letter) {
  return letter == 0x300 || letter == 0x301;
}

void fold_by_the_book(std::string_view word, std::string& into) {
  auto status = U_ZERO_ERROR;
  auto const source = icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  auto const composed = caseless_composed().normalize(source, status);
  for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    auto const letter = composed.char32At(i);
    if (is_stress_mark(letter)) continue;
    auto const plain = plainly_folded(letter);
    append(plain < 0 ? letter : plain, into);
  }
}

}  // namespace

void fold_word(std::string_view word, std::string& into) {
  auto const before = into.size();
  for (std::size_t at = 0; at < word.size();) {
    auto const letter = code_point_at(word, at);
    auto const plain = letter.value < 0 ? -1 : plainly_folded(letter.value);
    if (plain < 0) {
      into.resize(before);
      return fold_by_the_book(word, into);
    }
    append(plain, into);
    at = letter.end;
  }
}

std::string folded(std::string_view word) {
  std::string text;
  fold_word(word, text);
  return text;
}

}  // namespace redress::wording
