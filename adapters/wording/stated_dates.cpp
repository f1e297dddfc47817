// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/stated_dates.hpp"

#include <optional>

#include "adapters/wording/numeric_dates.hpp"
#include "adapters/wording/spoken_numbers.hpp"
#include "adapters/wording/written_quantities.hpp"

namespace redress::wording {
namespace {

constexpr std::int64_t one = 100;  // numbers in words come in hundredths
constexpr std::int64_t days = 31;
constexpr int this_century = 2000;
constexpr int most_words_between = 2;  // a day and its month
constexpr std::size_t most_days = 8;   // that share a month

struct Day {
  std::size_t first;
  std::size_t end;
  unsigned number;
};

struct Month {
  unsigned number;
  std::size_t end;
};

struct Year {
  int number;
  std::size_t end;
};

class Reader {
 public:
  Reader(Pieces const& pieces, std::size_t at, std::vector<StatedDate>& into) : pieces_(pieces), at_(at), into_(into) {}

  std::size_t read() {
    if (!may_begin()) return at_;
    if (auto const end = in_figures(at_)) return end;
    if (auto const end = day_first()) return end;
    if (auto const end = month_first()) return end;
    return at_;
  }

 private:
  /// The date behind a dash that follows another date begins a number too.
  [[nodiscard]] bool may_begin() const {
    auto const& piece = pieces_[at_];
    if (!piece.is_figure()) return piece.kind == PieceKind::Word;
    return pieces_.stands_free(at_) || (!into_.empty() && pieces_[at_ - 1].is_dash() && into_.back().end == static_cast<std::int64_t>(pieces_[at_ - 1].start));
  }

  void push(std::size_t first, std::size_t end, std::optional<int> year, unsigned month, unsigned day) {
    into_.push_back({static_cast<std::int64_t>(pieces_[first].start), static_cast<std::int64_t>(pieces_[end - 1].end), year, month, day});
  }

  // ---- in figures

  std::size_t in_figures(std::size_t at) {
    if (auto const date = numeric_date_at(pieces_, at)) {
      push(at, date->end, date->year, date->month, date->day);
      return date->end;
    }
    return at == at_ ? day_before_a_date_in_figures() : 0;
  }

  /// "12.–15.12.2026": the first day has the month and the year of the second.
  std::size_t day_before_a_date_in_figures() {
    auto const day = day_at(at_);
    if (!day || !pieces_[day->end].is_dash()) return 0;
    auto const date = numeric_date_at(pieces_, day->end + 1);
    if (!date) return 0;
    push(at_, day->end, date->year, date->month, day->number);
    push(day->end + 1, date->end, date->year, date->month, date->day);
    return date->end;
  }

  // ---- the day, then the month

  std::size_t day_first() {
    auto const year = year_before(at_);
    auto const all = days_at(year ? year->end : at_);
    if (all.empty()) return 0;
    auto const month = month_behind(all.back().end);
    if (!month) return 0;
    auto const later = year ? std::nullopt : year_behind(month->end);
    if (pieces_[month->end - 1].is(WordRole::AlsoNoMonth) && pieces_[month->end - 1].letters == Letters::Small && !later) return 0;
    auto const end = later ? later->end : month->end;
    if (is_a_street(end)) return 0;
    auto const number = year ? std::optional(year->number) : (later ? std::optional(later->number) : std::nullopt);
    for (auto const& day : all) {
      bool const is_first = &day == &all.front(), is_last = &day == &all.back();
      push(is_first ? at_ : day.first, is_last ? end : day.end, number, month->number, day.number);
    }
    return end;
  }

  /// "11. novembra krastmala", "ул. 8 Марта".
  [[nodiscard]] bool is_a_street(std::size_t end) const {
    if (pieces_[end].is(WordRole::Place)) return true;
    if (at_ == 0) return false;
    bool const is_abbreviated = at_ > 1 && pieces_[at_ - 1].is_mark('.');
    return pieces_[is_abbreviated ? at_ - 2 : at_ - 1].is(WordRole::Place);
  }

  /// "3", "3 to 5", "3, 5 and 7"; but not "12, 3", which might be a room and a day.
  std::vector<Day> days_at(std::size_t at) {
    std::vector<Day> all;
    auto next = std::optional(at);
    while (next && all.size() < most_days) {
      auto const day = day_at(*next);
      if (!day) break;
      all.push_back(*day);
      next = behind_joint(day->end);
    }
    if (all.size() > 1 && pieces_[all[all.size() - 2].end].is_mark(',')) return {};
    return all;
  }

  std::optional<std::size_t> behind_joint(std::size_t at) {
    auto const& joint = pieces_[at];
    bool const is_joint = joint.is_dash() || joint.is_joined_mark(',') || joint.is(WordRole::And) || joint.is(WordRole::Range);
    return is_joint && joint.gap != Gap::Paragraph ? std::optional(at + 1) : std::nullopt;
  }

  /// In figures with what may be written to them, or as an ordinal in words.
  std::optional<Day> day_at(std::size_t at) {
    auto const first = at;
    if (pieces_[at].is(WordRole::Article)) ++at;
    auto const& figure = pieces_[at];
    if (figure.is_figure()) {
      if (figure.digits > 2) return std::nullopt;
      auto end = behind_suffix(pieces_, at + 1);
      if (pieces_[end].is_joined_mark('.') && !pieces_[end + 1].is_joined_figure()) end = behind_suffix(pieces_, end + 1);
      return Day{first, behind_quotation_mark(end), static_cast<unsigned>(figure.value)};
    }
    auto const spoken = spoken_number_at(pieces_, at);
    if (!spoken || spoken->form != NumberForm::Ordinal || spoken->hundredths >= one * one) return std::nullopt;
    return Day{first, spoken->end, static_cast<unsigned>(spoken->hundredths / one)};
  }

  /// As lawyers write it: «12» декабря.
  std::size_t behind_quotation_mark(std::size_t at) {
    auto const& mark = pieces_[at];
    return mark.is_joined_mark('"') || mark.is_joined_mark(0xBB) || mark.is_joined_mark(0x201D) || mark.is_joined_mark(0x201C) ? at + 1 : at;
  }

  /// "12 December", "12th of December", "12th day of December", "12-Dec".
  std::optional<Month> month_behind(std::size_t at) {
    auto const& mark = pieces_[at];
    bool const is_separator = mark.is_joined_mark('-') || mark.is_joined_mark('/');
    if (is_separator) ++at;
    for (int i = 0; i < most_words_between && pieces_[at].is(WordRole::Of); ++i) ++at;
    auto const& word = pieces_[at];
    if (word.lexeme->month == 0 || word.gap == Gap::Paragraph) return std::nullopt;
    return Month{word.lexeme->month, at + 1};
  }

  // ---- the month, then the day

  std::size_t month_first() {
    auto const& word = pieces_[at_];
    if (word.lexeme->month == 0 || !pieces_.lexicon().month_may_stand_first) return 0;
    auto const first = day_of_month_first(pieces_[at_ + 1].is_joined_mark('.') ? at_ + 2 : at_ + 1);
    if (!first) return 0;
    auto const joint = behind_joint(first->end);
    auto const second = joint && !pieces_[first->end].is_mark(',') ? day_of_month_first(*joint) : std::nullopt;
    auto const last = second ? second : first;
    auto const year = year_behind(last->end);
    if (word.is(WordRole::AlsoNoMonth) && word.letters == Letters::Small && !year) return 0;
    auto const number = year ? std::optional(year->number) : std::nullopt;
    auto const end = year ? year->end : last->end;
    push(at_, second ? first->end : end, number, word.lexeme->month, first->number);
    if (second) push(second->first, end, number, word.lexeme->month, second->number);
    return end;
  }

  /// Behind the month a number may be of anything: "in December 12 euros", "in December 12 June".
  std::optional<Day> day_of_month_first(std::size_t at) {
    if (pieces_[at].gap == Gap::Paragraph) return std::nullopt;
    auto const day = day_at(at);
    if (!day || day->number > days || unit_behind(pieces_, day->end) || month_behind(day->end)) return std::nullopt;
    auto const& next = pieces_[day->end];
    bool const goes_on = next.is_joined_mark(':') || next.is_joined_mark('/') || next.is_joined_mark(',') || next.is_joined_mark('.');
    return goes_on && pieces_[day->end + 1].is_joined_figure() ? std::nullopt : day;
  }

  // ---- the year

  /// "2026. gada", "divi tūkstoši divdesmit sestā gada": only where the language says so.
  std::optional<Year> year_before(std::size_t at) {
    auto year = year_in_figures(at);
    if (!year) year = year_in_words(at);
    if (!year) return std::nullopt;
    auto const word = behind_full_stop(year->end);
    if (!pieces_[word].is(WordRole::Year)) return std::nullopt;
    return Year{year->number, behind_full_stop(word + 1)};
  }

  std::size_t behind_full_stop(std::size_t at) { return pieces_[at].is_joined_mark('.') ? at + 1 : at; }

  /// "2026", ", 2026", "of 2026", "'26", "26 г.", "two thousand and twenty-six".
  std::optional<Year> year_behind(std::size_t at) {
    at = behind_full_stop(at);
    if (pieces_[at].is_mark(',') || pieces_[at].is_joined_mark('-') || pieces_[at].is_joined_mark('/')) ++at;
    if (pieces_[at].is(WordRole::Of)) ++at;
    if (pieces_[at].gap == Gap::Paragraph) return std::nullopt;
    auto year = year_in_figures(at);
    if (!year) year = short_year(at);
    if (!year) year = year_in_words(at);
    return year && !unit_behind(pieces_, year->end) ? year : std::nullopt;
  }

  std::optional<Year> year_in_figures(std::size_t at) {
    auto const& figure = pieces_[at];
    if (!figure.is_figure() || figure.digits != 4 || figure.value < first_year || figure.value > last_year) return std::nullopt;
    auto const& mark = pieces_[at + 1];
    bool const goes_on = (mark.is_joined_mark('.') || mark.is_joined_mark(',') || mark.is_joined_mark(':')) && pieces_[at + 2].is_joined_figure();
    return goes_on ? std::nullopt : std::optional(Year{static_cast<int>(figure.value), at + 1});
  }

  std::optional<Year> short_year(std::size_t at) {
    bool const has_apostrophe = pieces_[at].is_mark('\'') || pieces_[at].is_mark(0x2019);
    auto const& figure = pieces_[has_apostrophe ? at + 1 : at];
    if (!figure.is_figure() || figure.digits != 2) return std::nullopt;
    auto const end = has_apostrophe ? at + 2 : at + 1;
    bool const is_named = has_apostrophe ? figure.gap == Gap::None : pieces_[end].is(WordRole::Year);
    return is_named ? std::optional(Year{this_century + static_cast<int>(figure.value), end}) : std::nullopt;
  }

  std::optional<Year> year_in_words(std::size_t at) {
    auto const number = spoken_number_at(pieces_, at);
    if (!number || number->hundredths % one != 0) return std::nullopt;
    auto const whole = number->hundredths / one;
    if (whole >= first_year && whole <= last_year) return Year{static_cast<int>(whole), number->end};
    // "Twenty twenty-six".
    if (whole < first_year / 100 || whole > last_year / 100) return std::nullopt;
    auto const rest = spoken_number_at(pieces_, number->end);
    if (!rest || rest->hundredths < 10 * one || rest->hundredths >= 100 * one || rest->hundredths % one != 0) return std::nullopt;
    return Year{static_cast<int>(whole * 100 + rest->hundredths / one), rest->end};
  }

  Pieces const& pieces_;
  std::size_t at_;
  std::vector<StatedDate>& into_;
};

}  // namespace

std::size_t append_dates_at(Pieces const& pieces, std::size_t at, std::vector<StatedDate>& into) {
  return Reader(pieces, at, into).read();
}

bool begins_a_date(Pieces const& pieces, std::size_t at) {
  std::vector<StatedDate> dates;
  return append_dates_at(pieces, at, dates) != at;
}

}  // namespace redress::wording
