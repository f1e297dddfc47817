// SPDX-License-Identifier: Apache-2.0
#pragma once

// A phrase to look for, written by people who write letters (templates/README.md says how) and compiled to an automaton over words. It has no loops: however
// hostile a text is, looking for a pattern from one word on ends after at most as many words as the pattern has positions.

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/wording/reviewed_text.hpp"
#include "adapters/wording/vocabulary.hpp"

namespace redress::wording {

/// A pattern cannot be understood; the text says what to do.
class PatternMistake : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A set of the positions of a pattern; hence at most 64 of them.
using Positions = std::uint64_t;

enum class Test : std::uint8_t { Is, IsNot, Any };

struct Position {
  Test test = Test::Any;
  Atom atom = 0;
  bool begins_sentence = false;
  bool ends_sentence = false;
  bool follows_comma = false;
};

struct Pattern {
  std::vector<Position> positions;
  std::vector<Positions> follow;  ///< which positions may come after each
  Positions first = 0;
  Positions last = 0;
};

/// Groups of words that rules share, by name: what "<apology>" stands for.
using WordGroups = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Throws PatternMistake.
[[nodiscard]] Pattern compile_pattern(std::string_view text, WordGroups const& groups, ReadingHabits const& habits, Vocabulary& vocabulary);

/// The words of one sentence, each with its atoms in ascending order.
struct SentenceWords {
  std::span<Word const> words;
  std::span<std::span<Atom const> const> atoms;
};

/// How many words, from the word `at` on, fit the pattern: the longest run, or 0.
[[nodiscard]] std::size_t match_at(Pattern const& pattern, SentenceWords const& sentence, std::size_t at);

}  // namespace redress::wording
