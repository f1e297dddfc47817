// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/guess_language.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "adapters/mail_in/text_decoding.hpp"

namespace redress::mail_in {
namespace {

/// More text than this does not make the guess better.
constexpr std::size_t sample_bytes = 20'000;

constexpr std::u32string_view latvian_letters = U"āčēģīķļņšūž";
constexpr std::u32string_view not_russian_letters = U"іїєґўљњћђјџѓќ";

/// Words which the neighbours do not share: "no" and "par" would make Spanish and French Latvian.
constexpr std::array<std::string_view, 26> latvian_words{"un",    "ir",   "ka",   "kas",  "nav", "es",       "jūs",        "jums",      "man",
                                                         "mans",  "mana", "tika", "bet",  "lai", "labdien",  "sveiki",     "paldies",   "lūdzu",
                                                         "ludzu", "ļoti", "loti", "esmu", "vai", "nesaņēmu", "pasutijums", "cienījamie"};
constexpr std::array<std::string_view, 26> english_words{"the", "and", "is",   "you",   "have",   "with",  "this",   "that", "my",
                                                         "not", "of",  "it",   "are",   "from",   "your",  "i",      "for",  "was",
                                                         "to",  "we",  "been", "hello", "please", "thank", "thanks", "but"};

struct Tally {
  int cyrillic = 0;
  int not_russian = 0;
  int latin = 0;
  int latvian = 0;
  int foreign = 0;  ///< beyond ASCII and not Latvian
  int words = 0;
  int latvian_words = 0;
  int english_words = 0;
};

void count_letter(Tally& tally, UChar32 letter) {
  auto const c = static_cast<char32_t>(letter);
  if (c >= 0x400 && c <= 0x52F) {
    ++tally.cyrillic;
    if (not_russian_letters.find(c) != std::u32string_view::npos) ++tally.not_russian;
  } else if (c < 0x80) {
    ++tally.latin;
  } else if (latvian_letters.find(c) != std::u32string_view::npos) {
    ++tally.latin;
    ++tally.latvian;
  } else {
    ++tally.foreign;
  }
}

void count_word(Tally& tally, std::string const& word) {
  if (word.empty()) return;
  ++tally.words;
  if (std::ranges::find(latvian_words, word) != latvian_words.end()) ++tally.latvian_words;
  if (std::ranges::find(english_words, word) != english_words.end()) ++tally.english_words;
}

std::string in_utf8(icu::UnicodeString const& word) {
  std::string utf8;
  word.toUTF8String(utf8);
  return utf8;
}

Tally tally_of(std::string_view text) {
  auto const letters = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))).toLower();
  Tally tally;
  icu::UnicodeString word;
  for (int32_t i = 0; i <= letters.length(); i = letters.moveIndex32(i, 1)) {
    UChar32 const c = i < letters.length() ? letters.char32At(i) : U' ';
    if (u_isalpha(c)) {
      count_letter(tally, c);
      word.append(c);
    } else {
      count_word(tally, in_utf8(word));
      word.remove();
    }
    if (i == letters.length()) break;
  }
  return tally;
}

std::optional<Language> guess_latin(Tally const& tally) {
  bool const latvian_letters_rule = tally.latvian * 50 > tally.latin && tally.latvian > tally.foreign;
  int const latvian = 2 * tally.latvian_words + (latvian_letters_rule ? tally.words / 4 + 1 : 0);
  int const english = 2 * tally.english_words;
  bool const too_few = std::max(latvian, english) * 6 < tally.words;
  if (latvian == english || too_few || tally.foreign * 25 > tally.latin) return std::nullopt;
  return latvian > english ? Language::Latvian : Language::English;
}

}  // namespace

std::optional<Language> guess_language(std::string_view text) {
  Tally const tally = tally_of(at_most(text, sample_bytes));
  if (tally.cyrillic > tally.latin) return tally.not_russian * 100 > tally.cyrillic ? std::nullopt : std::optional(Language::Russian);
  return guess_latin(tally);
}

}  // namespace redress::mail_in
