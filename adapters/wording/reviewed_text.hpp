// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter as the rules see it: sentences of folded words, each with its place in the bytes. Punctuation is gone but for commas and sentence ends; what is
// quoted is one word that fits no pattern.

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace redress::wording {

enum class WordKind : std::uint8_t {
  Written,
  Continued,  ///< a further word of one that is written together: the "not" of "don't"
  Quoted,     ///< a whole quotation
};

struct Word {
  std::size_t start;      ///< in bytes of the text
  std::size_t end;        ///< exclusive
  std::size_t folded;     ///< where its folded form begins in ReviewedText::folded
  std::size_t length;     ///< of the folded form, in bytes
  std::uint32_t letters;  ///< and digits
  WordKind kind;
  bool is_after_comma;
};

struct Sentence {
  std::size_t first;  ///< word
  std::size_t end;    ///< word, exclusive
  bool is_whole;      ///< ends in a full stop or the like: no address, no heading
};

struct ReviewedText {
  std::string folded;
  std::vector<Word> words;
  std::vector<Sentence> sentences;

  [[nodiscard]] std::string_view form(Word const& word) const { return std::string_view(folded).substr(word.folded, word.length); }
};

/// What a language adds to the reading of its texts; all words are folded.
struct ReadingHabits {
  std::set<std::string, std::less<>> abbreviations;                          ///< whose full stop ends no sentence: "plkst"
  std::map<std::string, std::vector<std::string>, std::less<>> written_out;  ///< "don't": "do", "not"
};

[[nodiscard]] ReviewedText read_text(std::string_view text, ReadingHabits const& habits);

}  // namespace redress::wording
