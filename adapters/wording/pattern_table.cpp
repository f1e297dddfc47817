// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/pattern_table.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "adapters/wording/folded_word.hpp"

namespace redress::wording {
namespace {

std::vector<std::string> folded_words(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(folded(word));
  return words;
}

}  // namespace

bool is_kebab(std::string_view name) {
  auto const is_allowed = [](char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-'; };
  return !name.empty() && name.front() != '-' && name.back() != '-' && std::ranges::all_of(name, is_allowed);
}

ReadingHabits read_habits(WordingTable& file) {
  ReadingHabits habits;
  for (auto const& line : file.optional_lines("abbreviations")) habits.abbreviations.insert(folded(line.text));
  if (!file.has("written_out")) return habits;
  auto table = file.table("written_out");
  for (auto const& key : table.keys()) {
    if (key.find_first_of("'\u2019") == std::string::npos)
      table.refuse(key, fmt::format("\"{}\" has no apostrophe, and only words with one are written out; take it out", key));
    habits.written_out.emplace(folded(key), folded_words(table.text(key)));
  }
  return habits;
}

WordGroups read_groups(WordingTable& file, ReadingHabits const& habits, Vocabulary& vocabulary) {
  WordGroups groups;
  if (!file.has("groups")) return groups;
  auto table = file.table("groups");
  for (auto const& key : table.keys()) {
    if (!is_kebab(key)) table.refuse(key, fmt::format("a group is named in small letters and hyphens; \"{}\" is not", key));
    for (auto const& line : table.lines(key)) groups[key].push_back(line.text);
  }
  // Each must be right by itself, so that a mistake is told where it stands and not where the group is used.
  for (auto const& key : table.keys())
    for (auto const& line : table.lines(key)) std::ignore = compiled(table, line, groups, habits, vocabulary);
  return groups;
}

Pattern compiled(WordingTable const& table, Line const& line, WordGroups const& groups, ReadingHabits const& habits, Vocabulary& vocabulary) {
  try {
    return compile_pattern(line.text, groups, habits, vocabulary);
  } catch (PatternMistake const& mistake) {
    table.refuse_line(line.number, fmt::format("the pattern \"{}\": {}", line.text, mistake.what()));
  }
}

}  // namespace redress::wording
