// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/promise_sentences.hpp"

#include <algorithm>

#include "adapters/wording/rule_matching.hpp"

namespace redress::wording {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t longest_beginning = 6;  // words: "Не позднее 5 декабря 2026 г."

struct Stretch {
  std::size_t start;
  std::size_t end;
  bool promises = false;
};

/// What stands between two sentences belongs to the first up to the blank behind its full stop, or to the end of its line; the rest, as a "€", to the second.
std::size_t border_between(std::string_view text, std::size_t end, std::size_t start) {
  auto const between = text.substr(end, start - end);
  auto const full_stop = std::min({between.find_first_of(".!?"), between.find("\u2026"), between.find('\n')});
  auto const blank = between.find_first_of(blanks, full_stop == std::string_view::npos ? 0 : full_stop);
  return blank == std::string_view::npos ? start : end + blank;
}

/// Where a few words end in an abbreviation, nobody can tell whether the next capital begins a sentence. It is taken not to, for such words promise nothing by
/// themselves: "До 5 декабря 2026 г. Вы получите ответ."
bool goes_on(ReviewedText const& read, Sentence const& sentence, ReadingHabits const& habits) {
  bool const is_short = sentence.is_whole && sentence.end - sentence.first <= longest_beginning;
  return is_short && habits.abbreviations.contains(read.form(read.words[sentence.end - 1]));
}

std::vector<Stretch> pieces_of(std::string_view text, ReviewedText const& read, ReadingHabits const& habits) {
  std::vector<Stretch> pieces;
  std::size_t start = 0;
  for (auto const& sentence : read.sentences) {
    bool const is_last = &sentence == &read.sentences.back();
    if (!is_last && goes_on(read, sentence, habits)) continue;
    auto const end = is_last ? text.size() : border_between(text, read.words[sentence.end - 1].end, read.words[sentence.end].start);
    pieces.push_back({start, end});
    start = end;
  }
  return pieces;
}

/// Places must come in order.
void mark(std::vector<Stretch>& pieces, std::vector<std::size_t> const& places) {
  auto piece = pieces.begin();
  for (auto const place : places) {
    piece = std::find_if(piece, pieces.end(), [&](Stretch const& one) { return place < one.end; });
    if (piece == pieces.end()) return;
    piece->promises = true;
  }
}

std::vector<std::size_t> places_by_ending(ReviewedText const& read, PromiseSigns const& signs) {
  std::vector<std::size_t> places;
  for (auto const& word : read.words) {
    if (word.kind == WordKind::Quoted) continue;
    auto const form = read.form(word);
    bool const fits = std::ranges::any_of(signs.endings, [&](auto const& ending) { return form.ends_with(ending) && form.size() > ending.size(); });
    if (fits && !signs.no_promises.contains(form)) places.push_back(word.start);
  }
  return places;
}

template <class Statement>
void join_around(std::vector<Stretch>& pieces, std::vector<Statement> const& statements) {
  auto piece = pieces.begin();
  for (auto const& one : statements) {
    auto const start = static_cast<std::size_t>(one.start), end = static_cast<std::size_t>(one.end);
    piece = std::find_if(piece, pieces.end(), [&](Stretch const& other) { return start < other.end; });
    for (auto cut = piece; cut != pieces.end() && cut->end < end; ++cut) {
      auto const next = cut + 1;
      if (next == pieces.end()) break;
      next->start = cut->start;
      next->promises |= cut->promises;
      cut->end = cut->start;  // empty now, and left out
    }
  }
  std::erase_if(pieces, [](Stretch const& one) { return one.start == one.end; });
}

TextRange trimmed(std::string_view text, Stretch const& piece) {
  auto const inside = text.substr(piece.start, piece.end - piece.start);
  auto const first = std::min(inside.find_first_not_of(blanks), inside.size());
  auto const last = inside.find_last_not_of(blanks);
  return {static_cast<std::int64_t>(piece.start + first), static_cast<std::int64_t>(piece.start + (last == std::string_view::npos ? first : last + 1))};
}

}  // namespace

std::vector<TextRange> promise_sentences_in(std::string_view text, PromiseSigns const& signs, Statements const& statements) {
  auto const read = read_text(text, signs.book.habits);
  auto pieces = pieces_of(text, read, signs.book.habits);
  std::vector<std::size_t> places;
  for (auto const& finding : findings_in(text, read, signs.book)) places.push_back(static_cast<std::size_t>(finding.start));
  mark(pieces, places);
  mark(pieces, places_by_ending(read, signs));
  join_around(pieces, statements.dates);
  join_around(pieces, statements.amounts);
  std::vector<TextRange> promises;
  for (auto const& piece : pieces)
    if (piece.promises) promises.push_back(trimmed(text, piece));
  return promises;
}

}  // namespace redress::wording
