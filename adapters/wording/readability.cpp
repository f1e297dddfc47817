// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/readability.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace redress::wording {
namespace {

/// A word with more letters is long, by Björnsson.
constexpr std::uint32_t long_word_letters = 6;

struct Tally {
  std::size_t sentences = 0;
  std::size_t words = 0;
  std::size_t longest = 0;
  std::size_t syllables = 0;
  std::size_t long_words = 0;
};

void count_sentence(ReviewedText const& read, Sentence const& sentence, Language language, Tally& tally) {
  std::size_t words = 0;
  for (auto i = sentence.first; i < sentence.end; ++i) {
    auto const& word = read.words[i];
    if (word.kind != WordKind::Written) continue;
    ++words;
    if (language != Language::Latvian) tally.syllables += syllables_in(read.form(word), language);
    if (word.letters > long_word_letters) ++tally.long_words;
  }
  if (words == 0) return;
  ++tally.sentences;
  tally.words += words;
  tally.longest = std::max(tally.longest, words);
}

Tally count(ReviewedText const& read, Language language) {
  Tally whole;
  Tally all;
  for (auto const& sentence : read.sentences) {
    if (sentence.is_whole) count_sentence(read, sentence, language, whole);
    count_sentence(read, sentence, language, all);
  }
  return whole.sentences > 0 ? whole : all;
}

constexpr bool is_latin_vowel(char letter) {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

/// Groups of vowels, without a silent "e" at the end: "file" has one, "table" two.
std::size_t english_syllables(std::string_view word) {
  std::size_t groups = 0;
  bool after_vowel = false;
  for (char const letter : word) {
    bool const is_vowel = is_latin_vowel(letter);
    if (is_vowel && !after_vowel) ++groups;
    after_vowel = is_vowel;
  }
  bool const ends_in_le = word.size() > 2 && word.ends_with("le") && !is_latin_vowel(word[word.size() - 3]);
  bool const is_silent = word.size() > 2 && word.ends_with('e') && !is_latin_vowel(word[word.size() - 2]) && !ends_in_le;
  return is_silent && groups > 1 ? groups - 1 : groups;
}

std::size_t russian_syllables(std::string_view word) {
  static constexpr std::array<std::string_view, 9> vowels{"а", "е", "и", "о", "у", "ы", "э", "ю", "я"};
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < word.size(); ++i) count += std::ranges::find(vowels, word.substr(i, 2)) != vowels.end() ? 1u : 0u;
  return count;
}

ReadabilityIndex index_of(Language language) {
  switch (language) {
    case Language::Latvian:
      return ReadabilityIndex::Lix;
    case Language::Russian:
      return ReadabilityIndex::FleschOborneva;
    case Language::English:
      break;
  }
  return ReadabilityIndex::FleschReadingEase;
}

double index_value(Tally const& tally, ReadabilityIndex index) {
  auto const words = static_cast<double>(tally.words);
  auto const sentence_length = words / static_cast<double>(tally.sentences);
  auto const word_length = static_cast<double>(tally.syllables) / words;
  switch (index) {
    case ReadabilityIndex::Lix:
      return sentence_length + 100.0 * static_cast<double>(tally.long_words) / words;
    case ReadabilityIndex::FleschOborneva:
      return 206.835 - 1.3 * sentence_length - 60.1 * word_length;
    case ReadabilityIndex::FleschReadingEase:
      break;
  }
  return 206.835 - 1.015 * sentence_length - 84.6 * word_length;
}

}  // namespace

std::size_t syllables_in(std::string_view word, Language language) {
  return std::max<std::size_t>(language == Language::Russian ? russian_syllables(word) : english_syllables(word), 1);
}

Readability readability_of(ReviewedText const& read, Language language) {
  auto const tally = count(read, language);
  Readability answer;
  answer.index_name = index_of(language);
  if (tally.sentences == 0) return answer;
  answer.sentences = static_cast<std::int64_t>(tally.sentences);
  answer.words = static_cast<std::int64_t>(tally.words);
  answer.average_sentence_words = std::llround(static_cast<double>(tally.words) / static_cast<double>(tally.sentences));
  answer.longest_sentence_words = static_cast<std::int64_t>(tally.longest);
  answer.index = std::llround(index_value(tally, answer.index_name));
  return answer;
}

}  // namespace redress::wording
