// SPDX-License-Identifier: Apache-2.0
#pragma once

// The wording rules of one language, compiled.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "adapters/wording/pattern.hpp"
#include "adapters/wording/reviewed_text.hpp"
#include "adapters/wording/vocabulary.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/wording.hpp"

namespace redress::wording {

struct Rule {
  std::string name;
  WordingClass wording_class;
  WordingSeverity severity;
  std::string why;
  std::string suggestion;
};

/// What it means that a pattern of a rule is there.
enum class Role : std::uint8_t {
  Find,          ///< it is a fault
  Unless,        ///< the fault that shares a word with it is none
  UnlessNearby,  ///< the faults in its sentence are none
};

struct RulePattern {
  std::size_t rule;
  Role role;
  Pattern pattern;
  std::vector<Atom> endings;  ///< a sentence without any of these cannot fit it; empty when it may end with any word
};

/// A sentence of more words than that is hard to read.
struct LongSentence {
  std::size_t more_than = 0;
  Rule rule;
};

struct RuleBook {
  ReadingHabits habits;
  Vocabulary vocabulary;
  std::vector<Rule> rules;
  std::vector<RulePattern> patterns;
  std::vector<std::vector<std::size_t>> finding_patterns_beginning_with;  ///< by atom
  std::vector<std::vector<std::size_t>> lifting_patterns_beginning_with;  ///< by atom
  std::vector<LongSentence> long_sentences;                               ///< the longest first
};

/// Notes by which words each pattern begins and ends; whoever fills a book by hand does this last.
void index_patterns(RuleBook& book);

/// From a folder: words.toml, and the rules in all other files whose name ends in .toml. Throws WordingFault. Every class must have a rule: a language that
/// forgets one would let all its faults pass.
[[nodiscard]] RuleBook load_rule_book(std::filesystem::path const& folder, Language language);

}  // namespace redress::wording
