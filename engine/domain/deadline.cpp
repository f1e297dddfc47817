// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/deadline.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

#include <fmt/format.h>

namespace redress {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::months;
using std::chrono::sys_days;

Date plus_days(Date day, std::int64_t count) {
  return sys_days{day} + days{count};
}

/// A month that has no such day is answered with its last day.
Date plus_months(Date day, std::int64_t count) {
  auto const moved = day + months{count};
  return moved.ok() ? moved : Date{moved.year() / moved.month() / std::chrono::last};
}

bool counts_open_time(Unit unit) {
  return unit == Unit::WorkingHours || unit == Unit::WorkingDays;
}

/// Writes down the steps of one computation in the order in which they are taken.
class Reasons {
 public:
  Reasons(Time start, Period period, WorkingCalendar const& calendar) : unit_(name_of(period.unit)), calendar_(calendar) {
    steps_.reserve(5);
    steps_.push_back({BecauseStep::Started, start, 0, "", ""});
    steps_.push_back({BecauseStep::Counted, start, period.amount, unit_, counts_open_time(period.unit) ? calendar.name() : ""});
  }

  void first_day(Time at) { steps_.push_back({BecauseStep::FirstDay, at, 0, unit_, calendar_.name()}); }
  void day_off(Date day) {
    if (calendar_.is_day_off(day)) steps_.push_back({BecauseStep::DayOff, calendar_.moment(day, minutes{0}), 0, "", calendar_.name()});
  }
  Due ends_at(Time at) {
    steps_.push_back({BecauseStep::EndsAt, at, 0, "", calendar_.name()});
    return {at, std::move(steps_)};
  }

 private:
  std::string unit_;
  WorkingCalendar const& calendar_;
  std::vector<Because> steps_;
};

Due after_working_hours(Time start, Duration left, WorkingCalendar const& calendar, Reasons& reasons) {
  bool counting = false;
  for (auto day = calendar.local_day(start);; day = plus_days(day, 1)) {
    auto const open = calendar.hours_on(day);
    if (!open) {
      reasons.day_off(day);
      continue;
    }
    auto const from = std::max(start, calendar.moment(day, open->from));
    auto const until = calendar.moment(day, open->until);
    if (until <= from) continue;
    if (!std::exchange(counting, true)) reasons.first_day(from);
    if (left <= until - from) return reasons.ends_at(from + left);
    left -= until - from;
  }
}

Due after_working_days(Time start, std::int64_t left, WorkingCalendar const& calendar, Reasons& reasons) {
  auto day = calendar.local_day(start);
  bool counting = false;
  while (left > 0) {
    day = plus_days(day, 1);
    if (!calendar.is_working_day(day)) {
      reasons.day_off(day);
      continue;
    }
    if (!std::exchange(counting, true)) reasons.first_day(calendar.moment(day, minutes{0}));
    --left;
  }
  return reasons.ends_at(calendar.moment(day, calendar.hours_on(day)->until));
}

/// The day of the start is not counted, and the last day is whole: Regulation (EEC, Euratom) No 1182/71, article 3(1) and 3(2).
Due at_end_of(Date last, WorkingCalendar const& calendar, Reasons& reasons) {
  return reasons.ends_at(calendar.moment(plus_days(last, 1), minutes{0}));
}

Time before_working_hours(Time due, Duration left, WorkingCalendar const& calendar) {
  for (auto day = calendar.local_day(due);; day = plus_days(day, -1)) {
    auto const open = calendar.hours_on(day);
    if (!open) continue;
    auto const from = calendar.moment(day, open->from);
    auto const until = std::min(due, calendar.moment(day, open->until));
    if (until <= from) continue;
    if (left <= until - from) return until - left;
    left -= until - from;
  }
}

Date before_working_days(Date day, std::int64_t left, WorkingCalendar const& calendar) {
  for (; left > 0; --left) day = calendar.previous_working_day(day);
  return day;
}

std::string day_text(Date day) {
  static constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return fmt::format("{} {} {} {}", weekdays[std::chrono::weekday{sys_days{day}}.c_encoding()], static_cast<unsigned>(day.day()),
                     month_names[static_cast<unsigned>(day.month()) - 1], static_cast<int>(day.year()));
}

std::string moment_text(Time at, WorkingCalendar const& calendar) {
  auto const minute = calendar.local_minute(at);
  return fmt::format("{:02}:{:02} on {}", minute / hours{1}, minute % hours{1} / minutes{1}, day_text(calendar.local_day(at)));
}

/// "1 working day", "15 working days"; the plural is the unit's own name.
std::string amount_text(std::int64_t amount, std::string_view unit) {
  auto words = fmt::format("{} {}", amount, unit);
  std::ranges::replace(words, '-', ' ');
  if (amount == 1 && words.ends_with('s')) words.pop_back();
  return words;
}

/// Midnight is the end of the day before: nobody should have to wonder which of its two days was meant.
std::string end_text(Because const& because, WorkingCalendar const& calendar) {
  if (calendar.local_minute(because.at) != minutes{0}) return fmt::format("It ends at {}.", moment_text(because.at, calendar));
  return fmt::format("It ends at midnight at the end of {}.", day_text(plus_days(calendar.local_day(because.at), -1)));
}

std::string count_text(Because const& because) {
  auto const of_calendar = because.calendar.empty() ? std::string{} : fmt::format(" of the calendar {}", because.calendar);
  return fmt::format("{}{} {} counted.", amount_text(because.amount, because.unit), of_calendar, because.amount == 1 ? "is" : "are");
}

std::string first_day_text(Because const& because, WorkingCalendar const& calendar) {
  if (because.unit == name_of(Unit::WorkingHours)) return fmt::format("The first hour begins at {}.", moment_text(because.at, calendar));
  return fmt::format("Day 1 is {}.", day_text(calendar.local_day(because.at)));
}

std::string pause_text(Because const& because, WorkingCalendar const& calendar) {
  std::string span;
  auto left = because.amount;
  for (auto const& [unit, length] : {std::pair{"days", std::int64_t{1440}}, std::pair{"hours", std::int64_t{60}}, std::pair{"minutes", std::int64_t{1}}}) {
    if (auto const amount = left / length; amount > 0) span += (span.empty() ? "" : " ") + amount_text(amount, unit);
    left %= length;
  }
  return fmt::format("The clock stood still for {} from {}.", span.empty() ? "0 minutes" : span, moment_text(because.at, calendar));
}

}  // namespace

std::optional<Period> parse_period(std::string_view text) {
  Period period;
  auto const [rest, error] = std::from_chars(text.data(), text.data() + text.size(), period.amount);
  if (error != std::errc{} || period.amount < 1 || period.amount > longest_period) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
  if (!text.starts_with(' ')) return std::nullopt;
  text.remove_prefix(1);
  auto unit = enumerator_named<Unit>(text);
  if (!unit) unit = enumerator_named<Unit>(std::string{text} + 's');
  if (!unit) return std::nullopt;
  period.unit = *unit;
  return period;
}

std::string to_text(Period period) {
  return fmt::format("{} {}", period.amount, name_of(period.unit));
}

std::string sentence(Because const& because, WorkingCalendar const& calendar) {
  switch (because.step) {
    case BecauseStep::Started:
      return fmt::format("It starts at {}.", moment_text(because.at, calendar));
    case BecauseStep::Counted:
      return count_text(because);
    case BecauseStep::FirstDay:
      return first_day_text(because, calendar);
    case BecauseStep::DayOff:
      return fmt::format("{} does not count: nobody works.", day_text(calendar.local_day(because.at)));
    case BecauseStep::EndsAt:
      return end_text(because, calendar);
    case BecauseStep::Paused:
      return pause_text(because, calendar);
    case BecauseStep::Extended:
      return fmt::format("It moves by {}, by agreement.", amount_text(because.amount, because.unit));
    case BecauseStep::Promised:
      return fmt::format("{} was promised.", day_text(calendar.local_day(because.at)));
  }
  std::unreachable();
}

Due due_after(Time start, Period period, WorkingCalendar const& calendar) {
  if (period.amount < 1) return {start, {{BecauseStep::Started, start, 0, "", ""}, {BecauseStep::EndsAt, start, 0, "", calendar.name()}}};
  period.amount = std::min(period.amount, longest_period);
  Reasons reasons(start, period, calendar);
  auto const day = calendar.local_day(start);
  switch (period.unit) {
    case Unit::Hours:
      return reasons.ends_at(start + hours{period.amount});
    case Unit::WorkingHours:
      return after_working_hours(start, hours{period.amount}, calendar, reasons);
    case Unit::CalendarDays:
      reasons.first_day(calendar.moment(plus_days(day, 1), minutes{0}));
      return at_end_of(plus_days(day, period.amount), calendar, reasons);
    case Unit::WorkingDays:
      return after_working_days(start, period.amount, calendar, reasons);
    case Unit::Weeks:
      return at_end_of(plus_days(day, 7 * period.amount), calendar, reasons);
    case Unit::Months:
      return at_end_of(plus_months(day, period.amount), calendar, reasons);
  }
  std::unreachable();
}

Time before(Time due, Period period, WorkingCalendar const& calendar) {
  if (period.amount < 1) return due;
  auto const amount = std::min(period.amount, longest_period);
  auto const day = calendar.local_day(due);
  auto const same_time_on = [&](Date other) { return std::min(due, calendar.moment(other, calendar.local_minute(due))); };
  switch (period.unit) {
    case Unit::Hours:
      return due - hours{amount};
    case Unit::WorkingHours:
      return before_working_hours(due, hours{amount}, calendar);
    case Unit::CalendarDays:
      return same_time_on(plus_days(day, -amount));
    case Unit::WorkingDays:
      return same_time_on(before_working_days(day, amount, calendar));
    case Unit::Weeks:
      return same_time_on(plus_days(day, -7 * amount));
    case Unit::Months:
      return same_time_on(plus_months(day, -amount));
  }
  std::unreachable();
}

Due after_pause(Due due, Time from, Time until) {
  if (until <= from || from >= due.at) return due;
  auto const stood_still = std::chrono::ceil<minutes>(until - from);
  due.at += stood_still;
  due.because.push_back({BecauseStep::Paused, from, stood_still.count(), "", ""});
  due.because.push_back({BecauseStep::EndsAt, due.at, 0, "", ""});
  return due;
}

}  // namespace redress
