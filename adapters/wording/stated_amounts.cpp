// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/stated_amounts.hpp"

#include <optional>

#include "adapters/wording/stated_dates.hpp"
#include "adapters/wording/written_quantities.hpp"

namespace redress::wording {
namespace {

constexpr std::int64_t one = 100;  // in hundredths

class Reader {
 public:
  Reader(Pieces const& pieces, std::size_t at, std::vector<StatedAmount>& into) : pieces_(pieces), at_(at), into_(into) {}

  std::size_t read() {
    if (auto const end = behind_sign_first()) return end;
    auto const quantity = pieces_.stands_free(at_) ? quantity_at(pieces_, at_) : std::nullopt;
    if (!quantity) return at_;
    if (auto const end = number_and_unit(*quantity)) return end;
    if (auto const end = range(*quantity)) return end;
    if (auto const end = hundredths_alone(*quantity)) return end;
    if (auto const end = written_twice(*quantity)) return end;
    if (auto const end = unit_in_brackets(*quantity)) return end;
    return at_;
  }

 private:
  void push(std::size_t first, std::size_t end, std::int64_t hundredths, std::string_view unit) {
    into_.push_back({static_cast<std::int64_t>(pieces_[first].start), static_cast<std::int64_t>(pieces_[end - 1].end), hundredths, std::string(unit)});
  }

  /// "€45", "EUR 45.00", "A$45 AUD".
  std::size_t behind_sign_first() {
    auto const sign = unit_at(pieces_, at_);
    if (!sign || sign->kind != PhraseKind::Sign || sign->code == "%") return 0;
    auto const number = pieces_[sign->end].is_joined_mark(':') ? sign->end + 1 : sign->end;
    auto const gap = pieces_[number].gap;
    bool const is_near = gap == Gap::None || (gap == Gap::Blank && !begins_a_date(pieces_, number));
    auto const quantity = is_near ? quantity_at(pieces_, number) : std::nullopt;
    if (!quantity) return 0;
    if (auto const end = range_behind_sign(*quantity, sign->code)) return end;
    auto const after = unit_at(pieces_, quantity->end);
    if (after && after->kind == PhraseKind::Sign && after->code != "%" && pieces_[after->end].kind != PieceKind::Figure)
      return with_hundredths(quantity->hundredths, {after->code, after->kind, after->end});
    return with_hundredths(quantity->hundredths, {sign->code, sign->kind, quantity->end});
  }

  /// "€40-45"; a wider gap would leave room for something else to begin.
  std::size_t range_behind_sign(Quantity const& first, std::string_view unit) {
    bool const is_joined = pieces_[first.end].gap == Gap::None && pieces_[first.end].is_dash() && pieces_[first.end + 1].is_joined_figure();
    auto const second = is_joined ? figure_at(pieces_, first.end + 1) : std::nullopt;
    if (!second) return 0;
    push(at_, first.end, first.hundredths, unit);
    push(first.end + 1, second->end, second->hundredths, unit);
    return second->end;
  }

  std::size_t number_and_unit(Quantity const& quantity) {
    auto const unit = unit_behind(pieces_, quantity.end);
    return unit ? with_hundredths(of_unit(quantity, unit->code), *unit) : 0;
  }

  static std::int64_t of_unit(Quantity const& quantity, std::string_view unit) {
    return unit == "%" ? quantity.of_decimals.value_or(quantity.hundredths) : quantity.hundredths;
  }

  /// "45 eiro un 50 centi": the unit may be followed by its hundredths, and then by the whole in words.
  std::size_t with_hundredths(std::int64_t hundredths, UnitFound const& unit) {
    auto end = unit.end;
    if (auto const cents = hundredths_behind(end); cents && unit.code != "%") {
      hundredths += cents->hundredths;
      end = cents->end;
    }
    push(at_, end, hundredths, unit.code);
    return behind_repetition(end, hundredths, unit.code);
  }

  /// A number of hundredths, as hundredths of the unit.
  std::optional<Quantity> hundredths_behind(std::size_t at) {
    if (pieces_[at].is_joined_mark('.') || pieces_[at].is_joined_mark(',')) ++at;
    if (pieces_[at].is(WordRole::And)) ++at;
    if (pieces_[at].gap == Gap::Paragraph) return std::nullopt;
    auto const number = quantity_at(pieces_, at);
    if (!number || number->hundredths % one != 0 || number->hundredths >= one * one) return std::nullopt;
    auto const unit = hundredth_unit_at(number->end);
    return unit ? std::optional(Quantity{number->hundredths / one, unit->end}) : std::nullopt;
  }

  std::optional<UnitFound> hundredth_unit_at(std::size_t at) {
    if (pieces_[at].gap == Gap::Paragraph) return std::nullopt;
    auto const unit = unit_at(pieces_, at);
    return unit && unit->kind == PhraseKind::Hundredth ? unit : std::nullopt;
  }

  /// "EUR 45 (forty-five)": the words are an amount of their own when they say another one. Whole words with a unit are found by themselves.
  std::size_t behind_repetition(std::size_t end, std::int64_t hundredths, std::string_view unit) {
    if (!pieces_[end].is_mark('(')) return end;
    auto const words = quantity_at(pieces_, end + 1);
    if (!words || !pieces_[words->end].is_mark(')')) return end;
    bool const is_whole_part = words->hundredths == hundredths - hundredths % one;
    if (!is_whole_part) push(end + 1, words->end, words->hundredths, unit);
    return words->end + 1;
  }

  /// "40–45 EUR", "from forty to forty-five euros": both.
  std::size_t range(Quantity const& first) {
    auto const& joint = pieces_[first.end];
    if (!joint.is_dash() && !joint.is(WordRole::Range)) return 0;
    auto const second = quantity_at(pieces_, first.end + 1);
    auto const unit = second && pieces_[first.end + 1].gap != Gap::Paragraph ? unit_behind(pieces_, second->end) : std::nullopt;
    if (!unit) return 0;
    push(at_, first.end, of_unit(first, unit->code), unit->code);
    at_ = first.end + 1;
    return with_hundredths(of_unit(*second, unit->code), *unit);
  }

  /// "50 cents".
  std::size_t hundredths_alone(Quantity const& number) {
    auto const unit = hundredth_unit_at(number.end);
    if (!unit) return 0;
    push(at_, unit->end, number.hundredths / one, unit->code);
    return unit->end;
  }

  /// "45 (forty-five) euros", "45,00 (сорок пять евро 00 копеек)".
  std::size_t written_twice(Quantity const& figure) {
    if (!pieces_[figure.end].is_mark('(')) return 0;
    auto const words = quantity_at(pieces_, figure.end + 1);
    if (!words) return 0;
    auto const inside = unit_behind(pieces_, words->end);
    auto const closing = inside ? behind_hundredths(inside->end) : words->end;
    if (!pieces_[closing].is_mark(')')) return 0;
    auto const outside = inside ? std::nullopt : unit_behind(pieces_, closing + 1);
    if (!inside && !outside) return 0;
    return inside ? figure_before_brackets(figure, *inside) : words_in_brackets(figure, *words, *outside);
  }

  /// "45,00 (EUR)".
  std::size_t unit_in_brackets(Quantity const& number) {
    auto const unit = pieces_[number.end].is_mark('(') ? unit_at(pieces_, number.end + 1) : std::nullopt;
    if (!unit || unit->kind == PhraseKind::Hundredth || !pieces_[unit->end].is_mark(')')) return 0;
    push(at_, unit->end, number.hundredths, unit->code);
    return unit->end + 1;
  }

  std::size_t behind_hundredths(std::size_t at) {
    auto const cents = hundredths_behind(at);
    return cents ? cents->end : at;
  }

  /// What stands in the brackets is whole, and read when its turn comes.
  std::size_t figure_before_brackets(Quantity const& figure, UnitFound const& inside) {
    push(at_, figure.end, figure.hundredths, inside.code);
    return figure.end;
  }

  std::size_t words_in_brackets(Quantity const& figure, Quantity const& words, UnitFound const& outside) {
    auto const cents = hundredths_behind(outside.end);
    auto const more = cents ? cents->hundredths : 0;
    auto const end = cents ? cents->end : outside.end;
    bool const says_the_cents = figure.hundredths % one != 0;
    push(at_, end, figure.hundredths + (says_the_cents ? 0 : more), outside.code);
    auto const spoken = words.hundredths + (words.hundredths % one != 0 ? 0 : (cents ? more : figure.hundredths % one));
    if (spoken != into_.back().hundredths) push(figure.end + 1, words.end, spoken, outside.code);
    return end;
  }

  Pieces const& pieces_;
  std::size_t at_;
  std::vector<StatedAmount>& into_;
};

}  // namespace

std::size_t append_amounts_at(Pieces const& pieces, std::size_t at, std::vector<StatedAmount>& into) {
  return Reader(pieces, at, into).read();
}

}  // namespace redress::wording
