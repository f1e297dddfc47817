// SPDX-License-Identifier: Apache-2.0
#pragma once

// Holidays as laws state them, "the third Monday of January", and the days off that they make. A rule is data of a calendar; single days that no rule
// gives, such as a royal funeral, stand in the calendar by their date.

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "engine/domain/language.hpp"
#include "engine/domain/time.hpp"
#include "engine/domain/working_calendar.hpp"

namespace redress {

/// Whose Easter: the Orthodox one is reckoned by the Julian calendar. Both are answered as days of the civil calendar.
enum class Church { Western, Orthodox };

/// So many days after Easter Sunday, or before it when below zero.
struct AroundEaster {
  Church church = Church::Western;
  std::chrono::days after{0};

  friend bool operator==(AroundEaster const&, AroundEaster const&) = default;
};

/// "Saturday on or after 20 June".
struct WeekdayFrom {
  std::chrono::weekday weekday;
  std::chrono::month_day from;

  friend bool operator==(WeekdayFrom const&, WeekdayFrom const&) = default;
};

using HolidayDate = std::variant<std::chrono::month_day, std::chrono::month_weekday, std::chrono::month_weekday_last, WeekdayFrom, AroundEaster>;

/// Reads "25 December", "third Monday of January", "last Monday of May", "Saturday on or after 20 June", "Easter", "Easter - 2" or "Orthodox Easter + 1";
/// empty when it is none of these or no day that exists.
[[nodiscard]] std::optional<HolidayDate> parse_holiday_date(std::string_view text);
/// The day in that year; empty when the year has none, as most have no 29 February.
[[nodiscard]] std::optional<Date> date_in(std::chrono::year year, HolidayDate const& date);

/// Which other day is off when a holiday falls on a weekend.
enum class InLieu {
  NextWorkingDay,     ///< the next day that is neither weekend, nor a holiday, nor already in lieu of one
  NearestWorkingDay,  ///< of a Saturday the Friday before, of a Sunday the Monday after
};

constexpr auto names_of(InLieu) {
  return std::array<std::string_view, 2>{"next-working-day", "nearest-working-day"};
}

/// The years for which days are made from rules, both included.
inline constexpr std::chrono::year first_year_of_holidays{1970};
inline constexpr std::chrono::year last_year_of_holidays{2100};

struct HolidayRule {
  HolidayDate on;
  std::map<Language, std::string> name;
  std::chrono::year from = first_year_of_holidays;  ///< the first year in which it is a holiday
  std::chrono::year until = std::chrono::year::max();
  std::optional<InLieu> in_lieu;                     ///< empty: no day is off in its stead
  std::optional<std::chrono::weekday> in_lieu_only;  ///< there is a day in lieu only when it falls on that day of the week
};

/// Every day off that the rules make, with the holiday's name; days in lieu are called as their holiday is. A weekend is a day of the week on which nobody
/// works. Where two holidays fall on one day, the first rule names it, and there is one day in lieu.
[[nodiscard]] std::map<Date, SpecialDay> holidays_by(std::span<HolidayRule const> rules, std::array<DayHours, 7> const& weekly);

}  // namespace redress
