// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/written_quantities.hpp"

#include "adapters/wording/spoken_numbers.hpp"

namespace redress::wording {
namespace {

constexpr std::int64_t one = 100;                     // in hundredths
constexpr std::int64_t most = 1'000'000'000'000'000;  // more is no sum that anybody promises
constexpr std::size_t most_groups = 4;

bool separates(Piece const& mark) {
  return mark.gap == Gap::None && (mark.is_mark('.') || mark.is_mark(',') || mark.is_mark('\''));
}

/// Whether three more digits of the same number stand at `at`, with what separated the others before them.
bool has_group(Pieces const& pieces, std::size_t at, std::int64_t separator) {
  auto const& figure = pieces[separator == ' ' ? at : at + 1];
  if (!figure.is_figure() || figure.digits != 3) return false;
  if (separator == ' ') return figure.gap == Gap::Blank;
  return pieces[at].is_joined_mark(separator) && figure.gap == Gap::None;
}

/// What separates the groups of digits behind the first; 0 when there is only one.
std::int64_t separator_of_groups(Pieces const& pieces, std::size_t at) {
  auto const& first = pieces[at];
  if (first.digits > 3 || first.value == 0) return 0;
  if (has_group(pieces, at + 1, ' ')) return ' ';
  auto const& mark = pieces[at + 1];
  return separates(mark) && has_group(pieces, at + 1, mark.value) ? mark.value : 0;
}

std::int64_t hundredths_of(Piece const& decimals) {
  auto value = decimals.value;
  auto digits = decimals.digits;
  for (; digits > 2; --digits) value /= 10;
  return digits == 1 ? value * 10 : value;
}

/// Whether behind a number in figures there stands what makes it something else: a version, a time of day, a fraction.
bool goes_on(Pieces const& pieces, std::size_t end) {
  auto const& mark = pieces[end];
  bool const joins = separates(mark) || mark.is_joined_mark('/') || mark.is_joined_mark(':');
  return joins && pieces[end + 1].is_joined_figure();
}

/// "45,-": no cents.
std::size_t behind_no_decimals(Pieces const& pieces, std::size_t end) {
  bool const has_mark = pieces[end].is_joined_mark(',') || pieces[end].is_joined_mark('.');
  return has_mark && pieces[end + 1].gap == Gap::None && pieces[end + 1].is_dash() ? end + 2 : end;
}

/// A letter alone is written to its figure: "50p", not "12 p".
bool may_be_unit(Piece const& piece, Phrase const& phrase) {
  bool const is_one_letter = piece.kind == PieceKind::Word && phrase.rest.empty() && piece.end - piece.start == 1;
  return phrase.kind != PhraseKind::Half && (!is_one_letter || piece.gap == Gap::None);
}

/// What words do to a number in figures before them: "1,5 тысячи", "2 thousand 500", "2 ar pusi".
Quantity enlarged(Pieces const& pieces, Quantity quantity) {
  if (auto const half = end_of_half(pieces, quantity.end); half && quantity.hundredths % one == 0) quantity = {quantity.hundredths + one / 2, *half};
  auto const multiplier = pieces[quantity.end].lexeme->cardinal;
  if (!is_multiplier(multiplier) || quantity.hundredths > most / (multiplier / one)) return quantity;
  quantity = {quantity.hundredths * (multiplier / one), quantity.end + 1};
  auto const abbreviated = pieces[quantity.end].is_joined_mark('.') ? quantity.end + 1 : quantity.end;
  if (auto const rest = figure_at(pieces, abbreviated); rest && rest->hundredths < multiplier && quantity.hundredths % multiplier == 0)
    return {quantity.hundredths + rest->hundredths, rest->end};
  return {quantity.hundredths, abbreviated};
}

}  // namespace

std::optional<Quantity> figure_at(Pieces const& pieces, std::size_t at) {
  if (!pieces[at].is_figure() || pieces[at].digits > most_digits - 2) return std::nullopt;
  auto whole = pieces[at].value;
  auto end = at + 1;
  auto const separator = separator_of_groups(pieces, at);
  for (std::size_t groups = 0; separator != 0 && has_group(pieces, end, separator); ++groups) {
    if (groups == most_groups) return std::nullopt;
    end += separator == ' ' ? 1 : 2;
    whole = whole * 1000 + pieces[end - 1].value;
  }
  if (whole > most / one) return std::nullopt;
  auto hundredths = whole * one;
  auto const& mark = pieces[end];
  bool const has_decimals = (mark.is_joined_mark('.') || mark.is_joined_mark(',')) && mark.value != separator && pieces[end + 1].is_joined_figure();
  if (has_decimals && pieces[end + 1].digits <= most_digits) {
    hundredths += hundredths_of(pieces[end + 1]);
    end += 2;
  }
  if (goes_on(pieces, end)) return std::nullopt;
  bool const may_be_decimals = end == at + 3 && (separator == '.' || separator == ',');
  auto const of_decimals = may_be_decimals ? std::optional(pieces[at].value * one + hundredths_of(pieces[at + 2])) : std::nullopt;
  return Quantity{hundredths, has_decimals ? end : behind_no_decimals(pieces, end), of_decimals};
}

std::size_t behind_suffix(Pieces const& pieces, std::size_t at) {
  if (pieces[at].gap != Gap::None) return at;
  auto const word = pieces[at].is_mark('-') ? at + 1 : at;
  return pieces[word].gap == Gap::None && pieces[word].is(WordRole::Suffix) ? word + 1 : at;
}

std::optional<Quantity> quantity_at(Pieces const& pieces, std::size_t at) {
  if (auto figure = figure_at(pieces, at)) {
    figure->end = behind_suffix(pieces, figure->end);
    return enlarged(pieces, *figure);
  }
  if (at > 0 && pieces[at - 1].is(WordRole::Vague)) return std::nullopt;
  auto const spoken = spoken_number_at(pieces, at);
  if (!spoken || spoken->form != NumberForm::Cardinal) return std::nullopt;
  return Quantity{spoken->hundredths, spoken->end};
}

std::optional<UnitFound> unit_at(Pieces const& pieces, std::size_t at) {
  auto const& piece = pieces[at];
  auto const& lexicon = pieces.lexicon();
  for (auto const& phrase : piece.lexeme->phrases)
    if (may_be_unit(piece, phrase))
      if (auto const end = end_of_phrase(pieces, at, phrase)) return UnitFound{lexicon.units[phrase.unit], phrase.kind, *end};
  if (piece.letters == Letters::ThreeCaps)
    if (auto const code = lexicon.known_codes.find(pieces.text_of(piece)); code != lexicon.known_codes.end()) return UnitFound{*code, PhraseKind::Sign, at + 1};
  return std::nullopt;
}

std::optional<UnitFound> unit_behind(Pieces const& pieces, std::size_t at) {
  bool const is_hyphenated = pieces[at].gap == Gap::None && pieces[at].is_dash() && pieces[at + 1].gap == Gap::None;
  auto const place = is_hyphenated ? at + 1 : at;
  if (pieces[place].gap == Gap::Paragraph) return std::nullopt;
  auto const unit = unit_at(pieces, place);
  return unit && unit->kind != PhraseKind::Hundredth ? unit : std::nullopt;
}

}  // namespace redress::wording
