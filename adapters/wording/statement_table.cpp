// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/statement_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "adapters/wording/currency_codes.hpp"
#include "adapters/wording/folded_word.hpp"
#include "adapters/wording/pattern_table.hpp"
#include "adapters/wording/wording_table.hpp"
#include "adapters/wording/written_pieces.hpp"
#include "engine/domain/enumeration.hpp"

namespace redress::wording {
namespace {

constexpr std::int64_t one = 100;  // numbers are kept in hundredths
constexpr std::int64_t most = 1'000'000'000;
constexpr unsigned months = 12;
constexpr std::array<std::string_view, 2> day_places{"before-month", "on-either-side"};
constexpr std::array<std::pair<std::string_view, WordRole>, 11> role_keys{{{"and", WordRole::And},
                                                                           {"range", WordRole::Range},
                                                                           {"of", WordRole::Of},
                                                                           {"article", WordRole::Article},
                                                                           {"year", WordRole::Year},
                                                                           {"suffix", WordRole::Suffix},
                                                                           {"numbering", WordRole::Numbering},
                                                                           {"before-day", WordRole::BeforeDay},
                                                                           {"place", WordRole::Place},
                                                                           {"vague", WordRole::Vague},
                                                                           {"also-no-month", WordRole::AlsoNoMonth}}};

/// "20", or with a half "1.5"; in hundredths.
std::optional<std::int64_t> number_of(std::string_view key) {
  bool const has_half = key.ends_with(".5");
  if (has_half) key.remove_suffix(2);
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(key.data(), key.data() + key.size(), value);
  if (error != std::errc{} || end != key.data() + key.size() || value < 0 || value > most) return std::nullopt;
  return value * one + (has_half ? one / 2 : 0);
}

class Loader {
 public:
  Loader(std::filesystem::path const& path, Language language) : file_(path), language_(language) {}

  StatementTable load() {
    if (file_.text("language") != name_of(language_))
      file_.refuse("language", fmt::format("\"language\" must be \"{}\", as the folder; put the file where it belongs", name_of(language_)));
    table_.lexicon.month_may_stand_first = file_.one_of("day", day_places) == 1;
    read_endings();
    auto numbers = file_.table("numbers");
    read_numbers(numbers, "cardinal", &Lexeme::cardinal);
    read_numbers(numbers, "ordinal", &Lexeme::ordinal);
    add_numbers_written_together();
    for (auto const& line : numbers.optional_lines("half")) add_phrase(numbers, line, PhraseKind::Half, 0);
    numbers.end();
    read_months();
    read_roles();
    for (auto& table : file_.tables("unit")) read_unit(table);
    table_.lexicon.known_codes = currency_codes();
    read_promises();
    for (auto const& line : file_.lines("placeholders")) table_.placeholders.insert(folded(line.text));
    file_.end();
    sort_phrases();
    return std::move(table_);
  }

 private:
  struct Part {
    Lexeme* lexeme;
    bool is_joined;
  };

  struct Number {
    std::string word;
    std::int64_t value;
    std::int64_t Lexeme::*member;
  };

  void read_endings() {
    if (!file_.has("endings")) return;
    auto table = file_.table("endings");
    for (auto const& key : table.keys()) {
      if (!is_kebab(key)) table.refuse(key, fmt::format("endings are named in small letters and hyphens; \"{}\" is not", key));
      for (auto const& line : table.lines(key)) endings_[key].push_back(line.text);
    }
  }

  /// "divpadsmit<ordinal>" is one form for each of these endings; so is "доллар<masculine> США".
  std::vector<std::string> forms_of(WordingTable const& table, Line const& line) const {
    auto const open = line.text.find('<');
    if (open == std::string::npos) return {line.text};
    auto const close = std::min(line.text.find('>', open), line.text.size());
    auto const found = endings_.find(std::string_view(line.text).substr(open + 1, close - open - 1));
    if (close == line.text.size() || found == endings_.end())
      table.refuse_line(line.number, fmt::format("there are no such endings as in \"{}\"; add them under [endings] or correct their name", line.text));
    std::vector<std::string> forms;
    for (auto const& ending : found->second) forms.push_back(line.text.substr(0, open) + ending + line.text.substr(close + 1));
    return forms;
  }

  /// The words and marks of a phrase, as a text has them.
  std::vector<Part> parts_of(WordingTable const& table, Line const& line, std::string_view text) {
    Lexicon const nothing{};
    Pieces const pieces(text, nothing);
    std::vector<Part> parts;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].is_figure()) table.refuse_line(line.number, fmt::format("\"{}\" holds a figure; write words and signs only", line.text));
      parts.push_back({&table_.lexicon.made(folded(pieces.text_of(pieces[i]))), pieces[i].gap == Gap::None});
    }
    if (parts.empty()) table.refuse_line(line.number, fmt::format("\"{}\" holds no word and no sign; write one", line.text));
    return parts;
  }

  template <class Found>
  void for_each_word(WordingTable& table, std::string_view key, Found const& found) {
    for (auto const& line : table.optional_lines(key))
      for (auto const& form : forms_of(table, line)) {
        auto const parts = parts_of(table, line, form);
        if (parts.size() != 1) table.refuse_line(line.number, fmt::format("\"{}\" must be a single word", line.text));
        found(*parts.front().lexeme, line);
      }
  }

  void read_numbers(WordingTable& numbers, std::string_view key, std::int64_t Lexeme::*member) {
    auto table = numbers.table(key);
    for (auto const& number : table.keys()) {
      auto const value = number_of(number);
      if (!value) table.refuse(number, fmt::format("\"{}\" is no number from 0 to {}; write one, or with a half as in \"1.5\"", number, most));
      for_each_word(table, number, [&](Lexeme& word, Line const& line) {
        if (word.*member != no_number && word.*member != *value)
          table.refuse_line(line.number, fmt::format("\"{}\" is another number already; take one of the two out", line.text));
        word.*member = *value;
      });
      for (auto const& line : table.lines(number))
        for (auto const& form : forms_of(table, line)) numbers_.push_back({folded(form), *value, member});
    }
    table.end();
  }

  /// Many write "divdesmitpieci" and "twentyfive" where a blank or a hyphen belongs.
  void add_numbers_written_together() {
    for (auto const& tens : numbers_) {
      if (tens.member != &Lexeme::cardinal || tens.value < 20 * one || tens.value >= 100 * one) continue;
      for (auto const& ones : numbers_) {
        if (ones.value < one || ones.value >= 10 * one || ones.value % one != 0) continue;
        auto& value = table_.lexicon.made(tens.word + ones.word).*ones.member;
        if (value == no_number) value = tens.value + ones.value;
      }
    }
  }

  void read_months() {
    auto table = file_.table("months");
    for (unsigned month = 1; month <= months; ++month) {
      auto const key = std::to_string(month);
      if (!table.has(key)) table.refuse(key, fmt::format("\"{}\" is missing; add the names of that month here", key));
      for_each_word(table, key, [&](Lexeme& word, Line const& line) {
        if (word.month != 0 && word.month != month)
          table.refuse_line(line.number, fmt::format("\"{}\" is another month already; take one of the two out", line.text));
        word.month = month;
      });
    }
    table.end();
  }

  void read_roles() {
    auto table = file_.table("words");
    for (auto const& [key, role] : role_keys) for_each_word(table, key, [&](Lexeme& word, Line const&) { word.add(role); });
    table.end();
  }

  void read_unit(WordingTable& table) {
    auto& units = table_.lexicon.units;
    units.push_back(table.text("code"));
    if (std::ranges::count(units, units.back()) > 1) table.refuse("code", fmt::format("\"{}\" is there already; put both together", units.back()));
    static constexpr std::array<std::pair<std::string_view, PhraseKind>, 3> kinds{
        {{"signs", PhraseKind::Sign}, {"names", PhraseKind::Name}, {"hundredths", PhraseKind::Hundredth}}};
    for (auto const& [key, kind] : kinds)
      for (auto const& line : table.optional_lines(key)) add_phrase(table, line, kind, units.size() - 1);
    table.end();
  }

  void add_phrase(WordingTable const& table, Line const& line, PhraseKind kind, std::size_t unit) {
    for (auto const& form : forms_of(table, line)) {
      auto const parts = parts_of(table, line, form);
      Phrase phrase{kind, unit, {}};
      for (auto const& part : std::span(parts).subspan(1)) phrase.rest.push_back({part.lexeme, part.is_joined});
      parts.front().lexeme->phrases.push_back(std::move(phrase));
      with_phrases_.insert(parts.front().lexeme);
    }
  }

  void sort_phrases() {
    for (auto* word : with_phrases_) std::ranges::stable_sort(word->phrases, std::ranges::greater{}, [](Phrase const& phrase) { return phrase.rest.size(); });
  }

  void read_promises() {
    auto& [book, endings, no_promises] = table_.promises;
    book.habits = read_habits(file_);
    groups_ = read_groups(file_, book.habits, book.vocabulary);
    for (auto& table : file_.tables("promise")) {
      book.rules.push_back({"promise", WordingClass::VaguePromise, WordingSeverity::Advice, {}, {}});
      for (auto const& line : table.lines("find")) add_pattern(table, line, Role::Find);
      for (auto const& line : table.optional_lines("unless_nearby")) add_pattern(table, line, Role::UnlessNearby);
      table.end();
    }
    index_patterns(book);
    for (auto const& line : file_.optional_lines("future_endings")) endings.push_back(folded(line.text));
    for (auto const& line : file_.optional_lines("not_future")) no_promises.insert(folded(line.text));
  }

  void add_pattern(WordingTable const& table, Line const& line, Role role) {
    auto& book = table_.promises.book;
    book.patterns.push_back({book.rules.size() - 1, role, compiled(table, line, groups_, book.habits, book.vocabulary), {}});
  }

  WordingTable file_;
  Language language_;
  std::map<std::string, std::vector<std::string>, std::less<>> endings_;
  std::vector<Number> numbers_;
  std::set<Lexeme*> with_phrases_;
  WordGroups groups_;
  StatementTable table_;
};

}  // namespace

StatementTable load_statement_table(std::filesystem::path const& path, Language language) {
  return Loader(path, language).load();
}

}  // namespace redress::wording
