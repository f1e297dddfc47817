// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/holiday_rule.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <ranges>
#include <utility>
#include <vector>

namespace redress {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::month_day;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

using Words = std::span<std::string_view const>;

constexpr std::array<std::string_view, 7> weekday_names{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> month_names{"January", "February", "March",     "April",   "May",      "June",
                                                       "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 5> ordinals{"first", "second", "third", "fourth", "fifth"};

/// Its place among the names, beginning with 1; 0 when it is none of them.
template <std::size_t n>
unsigned place_in(std::array<std::string_view, n> const& names, std::string_view word) {
  auto const found = std::ranges::find(names, word);
  return found == names.end() ? 0 : static_cast<unsigned>(found - names.begin()) + 1;
}

std::optional<unsigned> number(std::string_view word) {
  unsigned value = 0;
  auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc{} && end == word.data() + word.size() && word.size() <= 3 ? std::optional(value) : std::nullopt;
}

std::optional<month_day> day_of_year(Words words) {
  if (words.size() != 2) return std::nullopt;
  month_day const date{month{place_in(month_names, words[1])}, day{number(words[0]).value_or(0)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<HolidayDate> weekday_of_month(Words words) {
  if (words.size() != 4 || words[2] != "of") return std::nullopt;
  month const in{place_in(month_names, words[3])};
  auto const on = place_in(weekday_names, words[1]);
  auto const index = place_in(ordinals, words[0]);
  if (!in.ok() || on == 0) return std::nullopt;
  if (words[0] == "last") return in / weekday{on}[std::chrono::last];
  return index > 0 ? std::optional<HolidayDate>(in / weekday{on}[index]) : std::nullopt;
}

std::optional<HolidayDate> weekday_from(Words words) {
  if (words.size() != 6 || words[1] != "on" || words[2] != "or" || words[3] != "after") return std::nullopt;
  auto const on = place_in(weekday_names, words[0]);
  auto const from = day_of_year(words.subspan(4));
  return on > 0 && from ? std::optional<HolidayDate>(WeekdayFrom{weekday{on}, *from}) : std::nullopt;
}

std::optional<HolidayDate> around_easter(Words words) {
  AroundEaster date;
  if (!words.empty() && words.front() == "Orthodox") {
    date.church = Church::Orthodox;
    words = words.subspan(1);
  }
  if (words.empty() || words[0] != "Easter") return std::nullopt;
  if (words.size() == 1) return date;
  if (words.size() != 3 || (words[1] != "+" && words[1] != "-")) return std::nullopt;
  auto const count = number(words[2]);
  if (!count) return std::nullopt;
  date.after = (words[1] == "-" ? -1 : 1) * days{*count};
  return date;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (auto const word : std::views::split(text, ' ')) words.emplace_back(word.begin(), word.end());
  return words;
}

/// Gauss's Easter as Meeus, Jones and Butcher state it.
sys_days western_easter(int y) {
  int const golden = y % 19;
  int const century = y / 100;
  int const moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  int const to_sunday = (32 + 2 * (century % 4) + 2 * (y % 100 / 4) - moon - y % 4) % 7;
  int const late = (golden + 11 * moon + 22 * to_sunday) / 451;
  int const count = moon + to_sunday - 7 * late + 114;
  return sys_days{year{y} / (count / 31) / (count % 31 + 1)};
}

/// Meeus's Julian Easter, moved by as many days as the Julian calendar lies behind.
sys_days orthodox_easter(int y) {
  int const moon = (19 * (y % 19) + 15) % 30;
  int const to_sunday = (2 * (y % 4) + 4 * (y % 7) - moon + 34) % 7;
  int const count = moon + to_sunday + 114;
  return sys_days{year{y} / (count / 31) / (count % 31 + 1)} + days{y / 100 - y / 400 - 2};
}

struct DateIn {
  year in;

  std::optional<Date> operator()(month_day date) const { return existing(in / date); }
  std::optional<Date> operator()(std::chrono::month_weekday const& date) const {
    auto const found = in / date;
    return found.ok() ? std::optional<Date>(sys_days{found}) : std::nullopt;
  }
  std::optional<Date> operator()(std::chrono::month_weekday_last const& date) const { return sys_days{in / date}; }
  std::optional<Date> operator()(WeekdayFrom const& date) const {
    auto const from = existing(in / date.from);
    if (!from) return std::nullopt;
    return sys_days{*from} + (date.weekday - weekday{sys_days{*from}});
  }
  std::optional<Date> operator()(AroundEaster const& date) const {
    return (date.church == Church::Western ? western_easter : orthodox_easter)(static_cast<int>(in)) + date.after;
  }

 private:
  static std::optional<Date> existing(Date date) { return date.ok() ? std::optional(date) : std::nullopt; }
};

struct Holiday {
  Date day;
  HolidayRule const* rule;
};

/// By date, and on one date as the rules stand. The year behind the last is among them: its New Year's Day may make a day off in the year before.
std::vector<Holiday> all_holidays(std::span<HolidayRule const> rules) {
  std::vector<Holiday> holidays;
  for (auto const& rule : rules)
    for (auto in = std::max(rule.from, first_year_of_holidays); in <= std::min(rule.until, last_year_of_holidays + std::chrono::years{1}); ++in)
      if (auto const date = date_in(in, rule.on)) holidays.push_back({*date, &rule});
  std::ranges::sort(holidays, {}, [](auto const& holiday) { return std::pair{holiday.day, holiday.rule}; });
  return holidays;
}

using Closed = std::array<bool, 7>;  // Monday to Sunday

bool is_closed(Closed const& closed, sys_days date) {
  return closed[weekday{date}.iso_encoding() - 1];
}

bool needs_day_in_lieu(Holiday const& holiday, Closed const& closed) {
  auto const& rule = *holiday.rule;
  return rule.in_lieu && is_closed(closed, holiday.day) && (!rule.in_lieu_only || *rule.in_lieu_only == weekday{sys_days{holiday.day}});
}

std::optional<Date> nearest_working_day(sys_days date) {
  if (weekday{date} == std::chrono::Saturday) return date - days{1};
  if (weekday{date} == std::chrono::Sunday) return date + days{1};
  return std::nullopt;
}

std::optional<Date> day_in_lieu(Holiday const& holiday, Closed const& closed, std::map<Date, SpecialDay> const& taken) {
  if (holiday.rule->in_lieu == InLieu::NearestWorkingDay) return nearest_working_day(holiday.day);
  auto date = sys_days{holiday.day} + days{1};
  while (is_closed(closed, date) || taken.contains(date)) date += days{1};
  return date;
}

}  // namespace

std::optional<HolidayDate> parse_holiday_date(std::string_view text) {
  auto const words = words_of(text);
  if (auto const date = day_of_year(words)) return *date;
  if (auto const date = weekday_of_month(words)) return date;
  if (auto const date = weekday_from(words)) return date;
  return around_easter(words);
}

std::optional<Date> date_in(year year, HolidayDate const& date) {
  return std::visit(DateIn{year}, date);
}

std::map<Date, SpecialDay> holidays_by(std::span<HolidayRule const> rules, std::array<DayHours, 7> const& weekly) {
  Closed closed{};
  std::ranges::transform(weekly, closed.begin(), &DayHours::empty);
  std::map<Date, SpecialDay> made;
  auto const holidays = all_holidays(rules);
  for (auto const& [date, rule] : holidays) made.emplace(date, SpecialDay{{}, rule->name});

  bool const somebody_works = !std::ranges::all_of(closed, std::identity{});
  std::optional<Date> replaced;
  for (auto const& holiday : holidays) {
    if (!somebody_works || replaced == holiday.day || !needs_day_in_lieu(holiday, closed)) continue;
    replaced = holiday.day;
    if (auto const other = day_in_lieu(holiday, closed, made)) made.emplace(*other, SpecialDay{{}, holiday.rule->name});
  }

  made.erase(made.begin(), made.lower_bound(first_year_of_holidays / 1 / 1));
  made.erase(made.upper_bound(last_year_of_holidays / 12 / 31), made.end());
  return made;
}

}  // namespace redress
