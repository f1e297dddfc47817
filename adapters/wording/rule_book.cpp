// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/rule_book.hpp"

#include <algorithm>
#include <bit>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "adapters/wording/folded_word.hpp"
#include "adapters/wording/wording_table.hpp"
#include "engine/domain/enumeration.hpp"

namespace redress::wording {
namespace {

std::vector<std::string> folded_words(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(folded(word));
  return words;
}

bool is_kebab(std::string_view name) {
  auto const is_allowed = [](char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-'; };
  return !name.empty() && name.front() != '-' && name.back() != '-' && std::ranges::all_of(name, is_allowed);
}

class Loader {
 public:
  Loader(std::filesystem::path const& path, Language language) : file_(path), language_(language) {}

  RuleBook load() {
    if (file_.text("language") != name_of(language_))
      file_.refuse("language", fmt::format("\"language\" must be \"{}\", as the folder; put the file where it belongs", name_of(language_)));
    read_habits();
    read_groups();
    for (auto& table : file_.tables("long_sentence")) read_long_sentence(table);
    for (auto& table : file_.tables("rule")) read_rule(table);
    file_.end();
    require_every_class();
    index();
    return std::move(book_);
  }

 private:
  void read_habits() {
    for (auto const& line : file_.optional_lines("abbreviations")) book_.habits.abbreviations.insert(folded(line.text));
    if (!file_.has("written_out")) return;
    auto table = file_.table("written_out");
    for (auto const& key : table.keys()) {
      if (key.find_first_of("'\u2019") == std::string::npos)
        table.refuse(key, fmt::format("\"{}\" has no apostrophe, and only words with one are written out; take it out", key));
      book_.habits.written_out.emplace(folded(key), folded_words(table.text(key)));
    }
  }

  void read_groups() {
    if (!file_.has("groups")) return;
    auto table = file_.table("groups");
    for (auto const& key : table.keys()) {
      if (!is_kebab(key)) table.refuse(key, fmt::format("a group is named in small letters and hyphens; \"{}\" is not", key));
      for (auto const& line : table.lines(key)) groups_[key].push_back(line.text);
    }
    // Each must be right by itself, so that a mistake is told where it stands and not where the group is used.
    for (auto const& key : table.keys())
      for (auto const& line : table.lines(key)) std::ignore = compiled(table, line);
  }

  void read_long_sentence(WordingTable& table) {
    LongSentence one{table.positive_number("more_than"), read_head(table)};
    if (one.rule.wording_class != WordingClass::Readability) table.refuse("class", "the class of a long sentence is \"readability\"; write that");
    table.end();
    book_.long_sentences.push_back(std::move(one));
    std::ranges::sort(book_.long_sentences, std::ranges::greater{}, &LongSentence::more_than);
  }

  void read_rule(WordingTable& table) {
    auto const place = book_.rules.size();
    book_.rules.push_back(read_head(table));
    for (auto const& line : table.lines("find")) add_pattern(table, line, place, Role::Find);
    for (auto const& line : table.optional_lines("unless")) add_pattern(table, line, place, Role::Unless);
    for (auto const& line : table.optional_lines("unless_nearby")) add_pattern(table, line, place, Role::UnlessNearby);
    table.end();
  }

  Rule read_head(WordingTable& table) {
    Rule rule{table.text("name"), static_cast<WordingClass>(table.one_of("class", names_of(WordingClass{}))),
              static_cast<WordingSeverity>(table.one_of("severity", names_of(WordingSeverity{}))), table.text("why"), table.text("suggestion")};
    if (!is_kebab(rule.name)) table.refuse("name", fmt::format("a rule is named in small letters and hyphens, \"sorry-if\"; \"{}\" is not", rule.name));
    if (!names_.insert(rule.name).second) table.refuse("name", fmt::format("there are two rules called \"{}\"; rename one of them", rule.name));
    return rule;
  }

  void add_pattern(WordingTable const& table, Line const& line, std::size_t rule, Role role) {
    book_.patterns.push_back({rule, role, compiled(table, line), {}});
  }

  Pattern compiled(WordingTable const& table, Line const& line) {
    try {
      return compile_pattern(line.text, groups_, book_.habits, book_.vocabulary);
    } catch (PatternMistake const& mistake) {
      table.refuse_line(line.number, fmt::format("the pattern \"{}\": {}", line.text, mistake.what()));
    }
  }

  void require_every_class() const {
    std::set<WordingClass> there;
    for (auto const& rule : book_.rules) there.insert(rule.wording_class);
    for (auto const& one : book_.long_sentences) there.insert(one.rule.wording_class);
    for (auto const name : names_of(WordingClass{}))
      if (!there.contains(*enumerator_named<WordingClass>(name))) file_.refuse("rule", fmt::format("there is no rule of the class \"{}\"; write one", name));
  }

  static std::vector<Atom> endings_of(Pattern const& pattern) {
    std::vector<Atom> endings;
    for (auto rest = pattern.last; rest != 0; rest &= rest - 1) {
      auto const& position = pattern.positions[static_cast<std::size_t>(std::countr_zero(rest))];
      if (position.test != Test::Is) return {};
      endings.push_back(position.atom);
    }
    return endings;
  }

  void index() {
    for (auto& one : book_.patterns) one.endings = endings_of(one.pattern);
    book_.patterns_beginning_with.resize(book_.vocabulary.size());
    for (std::size_t i = 0; i < book_.patterns.size(); ++i) {
      auto const& pattern = book_.patterns[i].pattern;
      for (auto rest = pattern.first; rest != 0; rest &= rest - 1) {
        auto& beginning = book_.patterns_beginning_with[pattern.positions[static_cast<std::size_t>(std::countr_zero(rest))].atom];
        if (std::ranges::find(beginning, i) == beginning.end()) beginning.push_back(i);
      }
    }
  }

  WordingTable file_;
  Language language_;
  WordGroups groups_;
  std::set<std::string> names_;
  RuleBook book_;
};

}  // namespace

RuleBook load_rule_book(std::filesystem::path const& path, Language language) {
  return Loader(path, language).load();
}

}  // namespace redress::wording
