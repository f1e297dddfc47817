// SPDX-License-Identifier: Apache-2.0
// From the text of a pattern to its automaton, by Glushkov's construction: every word of the pattern is a position, and the text is read once.
#include <bit>
#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "adapters/wording/folded_word.hpp"
#include "adapters/wording/pattern.hpp"

namespace redress::wording {
namespace {

constexpr std::size_t most_positions = 64;
constexpr int widest_gap = 12;
constexpr int usual_gap = 3;
constexpr int deepest_group = 4;
constexpr std::size_t shortest_beginning = 2;
constexpr std::string_view marks = "()|?^$,*#!<>";

struct Fragment {
  Positions first = 0;
  Positions last = 0;
  bool may_be_nothing = true;
};

/// What was said before a word about the word.
struct Pending {
  bool begins_sentence = false;
  bool follows_comma = false;
  bool is_not = false;

  [[nodiscard]] bool any() const { return begins_sentence || follows_comma || is_not; }
};

Positions bit(std::size_t index) {
  return Positions{1} << index;
}

class Compiler {
 public:
  Compiler(WordGroups const& groups, ReadingHabits const& habits, Vocabulary& vocabulary) : groups_(groups), habits_(habits), vocabulary_(vocabulary) {}

  Pattern compile(std::string_view text) {
    rest_ = text;
    auto const whole = alternatives();
    if (!rest_.empty()) throw PatternMistake("there is a \")\" without its \"(\"; take it out or open the bracket");
    if (whole.may_be_nothing) throw PatternMistake("it would fit no words at all; let one word at least be necessary");
    pattern_.first = whole.first;
    pattern_.last = whole.last;
    for (auto rest = whole.first; rest != 0; rest &= rest - 1)
      if (pattern_.positions[static_cast<std::size_t>(std::countr_zero(rest))].test != Test::Is)
        throw PatternMistake("it must begin with a word, a group or a number, not with \"*\", \"..\" or \"!\"");
    return std::move(pattern_);
  }

 private:
  // ---- reading

  void skip_blanks() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n')) rest_.remove_prefix(1);
  }

  bool take(std::string_view mark) {
    if (!rest_.starts_with(mark)) return false;
    rest_.remove_prefix(mark.size());
    return true;
  }

  std::string_view take_word() {
    auto const end = std::min(rest_.find_first_of(std::string(marks) + " \n"), rest_.size());
    auto const word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return word;
  }

  Fragment alternatives() {
    auto all = sequence();
    while (take("|")) all = either(all, sequence());
    return all;
  }

  Fragment sequence() {
    Fragment all;
    Pending pending;
    bool is_empty = true;
    for (skip_blanks(); !rest_.empty() && rest_.front() != '|' && rest_.front() != ')'; skip_blanks()) {
      is_empty = false;
      if (take("^"))
        pending.begins_sentence = true;
      else if (take(","))
        pending.follows_comma = true;
      else if (take("!"))
        pending.is_not = true;
      else if (take("$"))
        mark_last(all);
      else
        all = then(all, element(std::exchange(pending, {})));
    }
    if (pending.any()) throw PatternMistake("\"^\", \",\" and \"!\" stand before a word; write the word after them");
    if (is_empty) throw PatternMistake("there is nothing where words should be; write them, or take the bracket or \"|\" out");
    return all;
  }

  void mark_last(Fragment const& all) {
    if (all.may_be_nothing) throw PatternMistake("\"$\" stands after the word that ends the sentence; write that word before it");
    for (auto rest = all.last; rest != 0; rest &= rest - 1) pattern_.positions[static_cast<std::size_t>(std::countr_zero(rest))].ends_sentence = true;
  }

  Fragment element(Pending const& pending) {
    auto made = bare_element(pending);
    if (take("?")) made.may_be_nothing = true;
    if (pending.begins_sentence || pending.follows_comma) require_place(made, pending);
    return made;
  }

  void require_place(Fragment const& made, Pending const& pending) {
    if (made.may_be_nothing) throw PatternMistake("\"^\" and \",\" stand before a word that is necessary; write one after them");
    for (auto rest = made.first; rest != 0; rest &= rest - 1) {
      auto& position = pattern_.positions[static_cast<std::size_t>(std::countr_zero(rest))];
      position.begins_sentence |= pending.begins_sentence;
      position.follows_comma |= pending.follows_comma;
    }
  }

  Fragment bare_element(Pending const& pending) {
    if (take("..")) return gap();
    if (take("*")) return one({Test::Any, 0, false, false, false});
    if (take("<")) return group(pending);
    if (take("(")) {
      if (auto const forms = single_words(rest_)) return one(tested(*forms, pending));
      if (pending.is_not) throw PatternMistake("\"!\" stands before one word or before single words in brackets");
      auto const inside = alternatives();
      if (!take(")")) throw PatternMistake("a \"(\" is never closed; write its \")\"");
      return inside;
    }
    if (take("#")) return one(tested({{FormKind::Number, {}, {}}}, pending));
    return word(pending);
  }

  Fragment gap() {
    int most = usual_gap;
    auto const [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), most);
    if (error == std::errc{}) rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    if (most < 1 || most > widest_gap) throw PatternMistake(fmt::format("a gap is of 1 to {} words: \"..5\"", widest_gap));
    Fragment all;
    for (int i = 0; i < most; ++i) {
      auto any = one({Test::Any, 0, false, false, false});
      any.may_be_nothing = true;
      all = then(all, any);
    }
    return all;
  }

  Fragment group(Pending const& pending) {
    auto const end = rest_.find('>');
    auto const name = rest_.substr(0, end);
    auto const found = end == std::string_view::npos ? groups_.end() : groups_.find(name);
    if (found == groups_.end()) throw PatternMistake(fmt::format("there is no group <{}>; add it under [groups] or correct its name", name));
    rest_.remove_prefix(end + 1);
    if (++depth_ > deepest_group) throw PatternMistake(fmt::format("the group <{}> holds itself, or groups too deep; take one out", name));
    auto const made = group_of(found->second, pending);
    --depth_;
    return made;
  }

  Fragment group_of(std::vector<std::string> const& members, Pending const& pending) {
    std::string text;
    for (auto const& member : members) text += (text.empty() ? "" : "|") + member;
    text += ")";
    auto const after = std::exchange(rest_, text);
    Fragment made;
    if (auto const forms = single_words(rest_)) {
      made = one(tested(*forms, pending));
    } else {
      if (pending.is_not) throw PatternMistake("\"!\" stands before a group of single words; this one holds phrases");
      made = alternatives();
    }
    rest_ = after;
    return made;
  }

  /// The forms, when all that stands up to the closing bracket are single words between bars; the reading then goes on behind the bracket.
  std::optional<std::vector<WordForm>> single_words(std::string_view& rest) const {
    auto const end = rest.find(')');
    if (end == std::string_view::npos) return std::nullopt;
    std::vector<WordForm> forms;
    for (auto inside = rest.substr(0, end);;) {
      auto const bar = inside.find('|');
      auto const word = inside.substr(0, bar);
      if (word.empty() || word.find_first_of("(?^$,*!<> \n") != std::string_view::npos || word.starts_with("..") || is_written_together(word))
        return std::nullopt;
      forms.push_back(word == "#" ? WordForm{FormKind::Number, {}, {}} : form_of(word));
      if (bar == std::string_view::npos) break;
      inside.remove_prefix(bar + 1);
    }
    rest.remove_prefix(end + 1);
    return forms;
  }

  [[nodiscard]] bool is_written_together(std::string_view word) const { return habits_.written_out.contains(folded(word)); }

  Fragment word(Pending const& pending) {
    auto const text = take_word();
    if (text.empty()) throw PatternMistake(fmt::format("\"{}\" cannot stand here", rest_.substr(0, 1)));
    auto const written_out = habits_.written_out.find(folded(text));
    if (written_out == habits_.written_out.end()) return one(tested({form_of(text)}, pending));
    Fragment all;
    for (auto const& part : written_out->second) all = then(all, one(tested({form_of(part)}, pending)));
    return all;
  }

  static WordForm form_of(std::string_view word) {
    auto const tilde = word.find('~');
    if (tilde == std::string_view::npos) return {FormKind::Exact, checked(folded(word), word), {}};
    auto const beginning = folded(word.substr(0, tilde));
    if (beginning.size() < shortest_beginning) throw PatternMistake(fmt::format("\"{}\" would fit too much; write more letters before the \"~\"", word));
    auto const ending = folded(word.substr(tilde + 1));
    return {FormKind::Beginning, checked(beginning, word), ending.empty() ? ending : checked(ending, word)};
  }

  static std::string checked(std::string text, std::string_view word) {
    static constexpr std::string_view strange = ".;:\"~/&+=[]{}\\";
    if (text.empty() || text.find_first_of(strange) != std::string::npos)
      throw PatternMistake(fmt::format("\"{}\" is no word; write words with blanks between them, and \"~\" at most once in each", word));
    return text;
  }

  // ---- building

  Position tested(std::vector<WordForm> forms, Pending const& pending) {
    return {pending.is_not ? Test::IsNot : Test::Is, vocabulary_.atom_of(std::move(forms)), false, false, false};
  }

  Fragment one(Position position) {
    if (pattern_.positions.size() == most_positions) throw PatternMistake(fmt::format("it has more than {} words; write it as two patterns", most_positions));
    pattern_.positions.push_back(position);
    pattern_.follow.push_back(0);
    auto const self = bit(pattern_.positions.size() - 1);
    return {self, self, false};
  }

  Fragment then(Fragment const& before, Fragment const& after) {
    for (auto rest = before.last; rest != 0; rest &= rest - 1) pattern_.follow[static_cast<std::size_t>(std::countr_zero(rest))] |= after.first;
    return {before.may_be_nothing ? before.first | after.first : before.first, after.may_be_nothing ? before.last | after.last : after.last,
            before.may_be_nothing && after.may_be_nothing};
  }

  static Fragment either(Fragment const& one, Fragment const& other) {
    return {one.first | other.first, one.last | other.last, one.may_be_nothing || other.may_be_nothing};
  }

  WordGroups const& groups_;
  ReadingHabits const& habits_;
  Vocabulary& vocabulary_;
  std::string_view rest_;
  int depth_ = 0;
  Pattern pattern_;
};

}  // namespace

Pattern compile_pattern(std::string_view text, WordGroups const& groups, ReadingHabits const& habits, Vocabulary& vocabulary) {
  return Compiler(groups, habits, vocabulary).compile(text);
}

}  // namespace redress::wording
