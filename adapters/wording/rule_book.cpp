// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/rule_book.hpp"

#include <algorithm>
#include <bit>
#include <set>

#include <fmt/format.h>

#include "adapters/wording/pattern_table.hpp"
#include "adapters/wording/wording_table.hpp"
#include "engine/domain/enumeration.hpp"

namespace redress::wording {
namespace {

constexpr std::string_view words_file = "words.toml";

class Loader {
 public:
  Loader(std::filesystem::path const& folder, Language language) : folder_(folder), words_(folder / words_file), language_(language) {}

  RuleBook load() {
    if (words_.text("language") != name_of(language_))
      words_.refuse("language", fmt::format("\"language\" must be \"{}\", as the folder; put the file where it belongs", name_of(language_)));
    book_.habits = read_habits(words_);
    groups_ = read_groups(words_, book_.habits, book_.vocabulary);
    words_.end();
    for (auto const& path : rule_files()) read_rules(WordingTable(path));
    require_every_class();
    index_patterns(book_);
    return std::move(book_);
  }

 private:
  /// In the order of their names, so that every start reads the same book.
  [[nodiscard]] std::vector<std::filesystem::path> rule_files() const {
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(folder_))
      if (entry.path().extension() == ".toml" && entry.path().filename() != words_file) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
  }

  void read_rules(WordingTable file) {
    if (file.has("long_sentence"))
      for (auto& table : file.tables("long_sentence")) read_long_sentence(table);
    if (file.has("rule"))
      for (auto& table : file.tables("rule")) read_rule(table);
    file.end();
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
    auto const* phrases = role == Role::Find ? nullptr : phrases_of_group(line.text);
    if (phrases == nullptr) return add_one_pattern(table, line, rule, role);
    for (auto const& phrase : *phrases) add_one_pattern(table, {phrase, line.number}, rule, role);
  }

  void add_one_pattern(WordingTable const& table, Line const& line, std::size_t rule, Role role) {
    book_.patterns.push_back({rule, role, compiled(table, line, groups_, book_.habits, book_.vocabulary), {}});
  }

  /// A pattern that lifts, and is a group of phrases and nothing else, is each of its phrases: such a group may be as long as people need it. Else nullptr.
  [[nodiscard]] std::vector<std::string> const* phrases_of_group(std::string_view text) const {
    if (!text.starts_with('<') || !text.ends_with('>')) return nullptr;
    auto const found = groups_.find(text.substr(1, text.size() - 2));
    if (found == groups_.end()) return nullptr;
    auto const is_phrase = [](std::string const& member) { return member.contains(' '); };
    return std::ranges::any_of(found->second, is_phrase) ? &found->second : nullptr;
  }

  void require_every_class() const {
    std::set<WordingClass> there;
    for (auto const& rule : book_.rules) there.insert(rule.wording_class);
    for (auto const& one : book_.long_sentences) there.insert(one.rule.wording_class);
    for (auto const name : names_of(WordingClass{}))
      if (!there.contains(*enumerator_named<WordingClass>(name))) words_.refuse("rule", fmt::format("there is no rule of the class \"{}\"; write one", name));
  }

  std::filesystem::path folder_;
  WordingTable words_;
  Language language_;
  WordGroups groups_;
  std::set<std::string> names_;
  RuleBook book_;
};

std::vector<Atom> endings_of(Pattern const& pattern) {
  std::vector<Atom> endings;
  for (auto rest = pattern.last; rest != 0; rest &= rest - 1) {
    auto const& position = pattern.positions[static_cast<std::size_t>(std::countr_zero(rest))];
    if (position.test != Test::Is) return {};
    endings.push_back(position.atom);
  }
  return endings;
}

}  // namespace

void index_patterns(RuleBook& book) {
  for (auto& one : book.patterns) one.endings = endings_of(one.pattern);
  book.finding_patterns_beginning_with.resize(book.vocabulary.size());
  book.lifting_patterns_beginning_with.resize(book.vocabulary.size());
  for (std::size_t i = 0; i < book.patterns.size(); ++i) {
    auto const& pattern = book.patterns[i].pattern;
    auto& beginnings = book.patterns[i].role == Role::Find ? book.finding_patterns_beginning_with : book.lifting_patterns_beginning_with;
    for (auto rest = pattern.first; rest != 0; rest &= rest - 1) {
      auto& beginning = beginnings[pattern.positions[static_cast<std::size_t>(std::countr_zero(rest))].atom];
      if (std::ranges::find(beginning, i) == beginning.end()) beginning.push_back(i);
    }
  }
}

RuleBook load_rule_book(std::filesystem::path const& folder, Language language) {
  return Loader(folder, language).load();
}

}  // namespace redress::wording
