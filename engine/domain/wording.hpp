// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a review of a letter's wording says: where a phrase sounds like a brush-off, why, and what could stand there instead. A finding judges words, never
// a person, and holds nothing of the letter but places in it: so it may stand in the history. The rules behind it are data (docs/decisions/0016).

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/enumeration.hpp"
#include "engine/domain/field.hpp"

namespace redress {

enum class WordingClass {
  CompanyFirst,
  BlameMoved,
  Excuse,
  ConditionalApology,
  EmptyRegret,
  Formalism,
  InternalKitchen,
  VaguePromise,
  PassiveForUs,
  Patronising,
  Threat,
  Readability,
};

constexpr auto names_of(WordingClass) {
  return std::array<std::string_view, 12>{"company-first",    "blame-moved",   "excuse",         "conditional-apology", "empty-regret", "formalism",
                                          "internal-kitchen", "vague-promise", "passive-for-us", "patronising",         "threat",       "readability"};
}

enum class WordingSeverity {
  Must,    ///< the letter may not go out with it
  Should,  ///< an approver may let it stand, with a reason on record
  Advice,
};

constexpr auto names_of(WordingSeverity) {
  return std::array<std::string_view, 3>{"must", "should", "advice"};
}

struct WordingFinding {
  std::int64_t start = 0;  ///< in bytes of the text as UTF-8, inclusive
  std::int64_t end = 0;    ///< exclusive
  std::int64_t line = 1;   ///< of the start, from 1
  std::string rule;        ///< kebab-case: "sorry-if"
  WordingClass wording_class = WordingClass::CompanyFirst;
  WordingSeverity severity = WordingSeverity::Must;
  std::string why;  ///< in the language of the text, as is the suggestion
  std::string suggestion;

  static constexpr auto fields = std::tuple{open("start", &WordingFinding::start, "first byte of the phrase in the text as UTF-8"),
                                            open("end", &WordingFinding::end, "first byte after the phrase"),
                                            open("line", &WordingFinding::line, "line on which the phrase begins, from 1"),
                                            open("rule", &WordingFinding::rule, "name of the rule, as in sorry-if"),
                                            open("class", &WordingFinding::wording_class, "what kind of fault it is"),
                                            open("severity", &WordingFinding::severity, "must: may not go out; should: may stand with a reason on record"),
                                            open("why", &WordingFinding::why, "why it reads badly, in the language of the text"),
                                            open("suggestion", &WordingFinding::suggestion, "better wording, in the language of the text")};
  friend bool operator==(WordingFinding const&, WordingFinding const&) = default;
};

/// Which published formula `Readability::index` was computed by.
enum class ReadabilityIndex {
  FleschReadingEase,  ///< R. Flesch, "A new readability yardstick", 1948: 100 is very easy, 30 hard
  Lix,                ///< C.-H. Björnsson, "Läsbarhet", 1968: 30 is very easy, 60 hard; counts letters, so it fits an inflected language
  FleschOborneva,     ///< I. V. Oborneva, 2006: Flesch's formula with the coefficients of Russian
};

constexpr auto names_of(ReadabilityIndex) {
  return std::array<std::string_view, 3>{"flesch-reading-ease", "lix", "flesch-oborneva"};
}

/// Of the whole sentences outside quotations. All numbers are rounded to whole ones, which is as fine as these formulas are.
struct Readability {
  std::int64_t sentences = 0;
  std::int64_t words = 0;
  std::int64_t average_sentence_words = 0;
  std::int64_t longest_sentence_words = 0;
  ReadabilityIndex index_name = ReadabilityIndex::FleschReadingEase;
  std::int64_t index = 0;

  static constexpr auto fields = std::tuple{open("sentences", &Readability::sentences, "sentences that were counted"),
                                            open("words", &Readability::words, "words in them"),
                                            open("average_sentence_words", &Readability::average_sentence_words, "words to a sentence"),
                                            open("longest_sentence_words", &Readability::longest_sentence_words, "words of the longest sentence"),
                                            open("index_name", &Readability::index_name, "the published formula of the index"),
                                            open("index", &Readability::index, "value of the index")};
  friend bool operator==(Readability const&, Readability const&) = default;
};

struct WordingReview {
  std::vector<WordingFinding> findings;  ///< in the order of the text
  Readability readability;

  static constexpr auto fields = std::tuple{open("findings", &WordingReview::findings, "what should change, in the order of the text"),
                                            open("readability", &WordingReview::readability, "how hard the text is to read")};
  friend bool operator==(WordingReview const&, WordingReview const&) = default;
};

}  // namespace redress
