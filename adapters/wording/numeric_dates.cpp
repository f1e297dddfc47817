// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/numeric_dates.hpp"

#include <utility>

#include "adapters/wording/written_quantities.hpp"

namespace redress::wording {
namespace {

constexpr std::int64_t days = 31, months = 12;
constexpr std::int64_t no_such_number = 39;  // up to here it is a day or a month that is mistaken; beyond, something else
constexpr int this_century = 2000;

bool is_year(Piece const& figure) {
  return figure.is_figure() && figure.digits == 4 && figure.value >= first_year && figure.value <= last_year;
}

bool is_short(Piece const& figure) {
  return figure.is_figure() && figure.digits <= 2 && figure.value <= no_such_number;
}

/// Three figures and what separates them, which is the same twice.
struct Three {
  Piece const& first;
  Piece const& second;
  Piece const& third;
  std::int64_t separator;
  std::size_t end;
};

/// Blanks may stand behind full stops only: "12. 12. 2026".
bool follows(Piece const& figure, std::int64_t separator) {
  return figure.is_figure() && (figure.gap == Gap::None || (figure.gap == Gap::Blank && separator == '.'));
}

std::optional<Three> three_at(Pieces const& pieces, std::size_t at) {
  auto const& mark = pieces[at + 1];
  if (mark.kind != PieceKind::Mark || mark.gap != Gap::None || (mark.value != '.' && mark.value != '/' && mark.value != '-')) return std::nullopt;
  if (!pieces[at + 3].is_joined_mark(mark.value) || !follows(pieces[at + 2], mark.value) || !follows(pieces[at + 4], mark.value)) return std::nullopt;
  return Three{pieces[at], pieces[at + 2], pieces[at + 4], mark.value, at + 5};
}

/// A fourth figure makes it something else, as do letters. Only a time may stand there: "2026-12-12T10:00".
bool stands_apart(Pieces const& pieces, std::size_t end) {
  auto const& next = pieces[end];
  if (next.gap != Gap::None) return true;
  if (next.is_figure()) return false;
  if (next.kind == PieceKind::Word) return pieces.text_of(next) == "T" || next.is(WordRole::Year);
  bool const joins = next.is_mark('/') || next.is_mark('.') || next.is_mark('-') || next.is_mark('_') || next.is_mark(':');
  return !joins || !pieces[end + 1].is_joined_figure() || (next.is_mark('-') && is_short(pieces[end + 1]));
}

/// "Version 3.2.10", "p. 4.5.".
bool is_numbering(Pieces const& pieces, std::size_t at) {
  if (at == 0) return false;
  bool const is_abbreviated = pieces[at - 1].is_mark('.') && at > 1;
  return pieces[is_abbreviated ? at - 2 : at - 1].is(WordRole::Numbering);
}

NumericDate made(std::optional<int> year, Piece const& month, Piece const& day, std::size_t end) {
  return {year, static_cast<unsigned>(month.value), static_cast<unsigned>(day.value), end};
}

std::optional<NumericDate> whole_date(Three const& three) {
  auto const& [first, second, third, separator, end] = three;
  if (is_year(first) && is_short(second) && is_short(third)) return made(static_cast<int>(first.value), second, third, end);
  if (!is_short(first) || !is_short(second)) return std::nullopt;
  bool const is_month_first = separator == '/' && second.value > months && first.value <= months;
  auto const& month = is_month_first ? first : second;
  auto const& day = is_month_first ? second : first;
  if (is_year(third)) return made(static_cast<int>(third.value), month, day, end);
  // With a short year it might be anything, so it must be a day that there is.
  bool const is_real = day.value >= 1 && day.value <= days && month.value >= 1 && month.value <= months;
  if (separator == '-' || third.digits != 2 || third.gap != Gap::None || !is_real) return std::nullopt;
  return made(this_century + static_cast<int>(third.value), month, day, end);
}

/// "EUR 12.12".
bool is_behind_a_sign(Pieces const& pieces, std::size_t at) {
  auto const unit = at == 0 ? std::nullopt : unit_at(pieces, at - 1);
  return unit && unit->kind == PhraseKind::Sign;
}

/// "From 9.00 to 12.10.": what stands before cannot end in a month.
bool ends_a_span_of_time(Pieces const& pieces, std::size_t at) {
  if (at < 4 || !(pieces[at - 1].is(WordRole::Range) || pieces[at - 1].is_dash())) return false;
  auto const& minutes = pieces[at - 2];
  bool const is_time = minutes.is_joined_figure() && pieces[at - 3].is_joined_mark('.') && pieces[at - 4].is_figure() && minutes.digits == 2;
  return is_time && (minutes.value == 0 || minutes.value > months);
}

/// "12.12." must have its last full stop, or a word before it that stands before days; else it might be a time or a price.
std::optional<NumericDate> date_without_year(Pieces const& pieces, std::size_t at) {
  auto const& day = pieces[at];
  auto const& month = pieces[at + 2];
  if (day.digits > 2 || day.value < 1 || day.value > days || !pieces[at + 1].is_joined_mark('.')) return std::nullopt;
  if (!month.is_joined_figure() || month.digits != 2 || month.value < 1 || month.value > months) return std::nullopt;
  bool const has_full_stop = pieces[at + 3].is_joined_mark('.');
  bool const is_expected = day.digits == 2 && at > 0 && pieces[at - 1].is(WordRole::BeforeDay) && stands_apart(pieces, at + 3);
  auto const end = has_full_stop ? at + 4 : at + 3;
  if ((!has_full_stop && !is_expected) || pieces[end].is_joined_figure() || unit_behind(pieces, end)) return std::nullopt;
  if (is_behind_a_sign(pieces, at) || ends_a_span_of_time(pieces, at)) return std::nullopt;
  return made(std::nullopt, month, day, end);
}

}  // namespace

std::optional<NumericDate> numeric_date_at(Pieces const& pieces, std::size_t at) {
  if (!pieces[at].is_figure() || is_numbering(pieces, at)) return std::nullopt;
  if (auto const three = three_at(pieces, at); three && stands_apart(pieces, three->end))
    if (auto const date = whole_date(*three); date && !unit_behind(pieces, date->end)) return date;
  return date_without_year(pieces, at);
}

}  // namespace redress::wording
