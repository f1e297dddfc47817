// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/deadline.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "engine/domain/deadline_reasons.hpp"

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

Period within_bounds(Period period) {
  return {std::min(period.amount, longest_period), period.unit};
}

// ---- forwards

/// The moment at which so much working time has gone by since `start`. What ends exactly at a closing ends there and not at the next opening.
Time after_working_time(Time start, Duration left, WorkingCalendar const& calendar, Way& way) {
  for (sys_days day = calendar.local_day(start);; day += days{1}) {
    auto const shifts = calendar.shifts_on(day);
    if (shifts.empty()) way.nobody_works_on(day);
    bool counts = false;
    for (auto const& shift : shifts) {
      auto const from = std::max(start, calendar.moment(day, shift.from));
      auto const until = calendar.moment(day, shift.until);
      if (until <= from) continue;
      if (!std::exchange(counts, true)) way.people_work_on(day, from);
      if (left <= until - from) return from + left;
      left -= until - from;
    }
  }
}

/// The last of so many working days after `day`.
Date after_working_days(sys_days day, std::int64_t left, WorkingCalendar const& calendar, Way& way) {
  while (left > 0) {
    day += days{1};
    if (!calendar.is_working_day(day)) {
      way.nobody_works_on(day);
      continue;
    }
    if (!way.first()) way.begins_at(calendar.moment(day, minutes{0}));
    way.people_work_on(day);
    --left;
  }
  return day;
}

/// The last of the days, weeks or months that start on `day`. That the day of the start is not counted is the rule of Regulation (EEC, Euratom)
/// No 1182/71, article 3(1); where it is counted, everything ends a day earlier.
Date last_day(Date day, CountingRule const& rule, WorkingCalendar const& calendar, Way& way) {
  auto const amount = rule.period.amount;
  auto const earlier = rule.day_of_start == DayOfStart::Counted ? 1 : 0;
  if (rule.period.unit == Unit::WorkingDays) return after_working_days(plus_days(day, -earlier), amount, calendar, way);
  way.begins_at(calendar.moment(plus_days(day, 1 - earlier), minutes{0}));
  if (rule.period.unit == Unit::Months) return plus_days(plus_months(day, amount), -earlier);
  return plus_days(day, (rule.period.unit == Unit::Weeks ? 7 * amount : amount) - earlier);
}

Time end_of(Date day, EndsAt ends_at, WorkingCalendar const& calendar) {
  auto const shifts = ends_at == EndsAt::CloseOfBusiness ? calendar.shifts_on(day) : std::span<OpeningHours const>{};
  return shifts.empty() ? calendar.moment(plus_days(day, 1), minutes{0}) : calendar.moment(day, shifts.back().until);
}

/// The day to whose end a moment belongs: midnight is the end of the day before.
Date day_ended_by(Time at, WorkingCalendar const& calendar) {
  return calendar.local_day(at - Duration{1});
}

/// The working day that a day becomes on which nobody works; the day itself when it stays.
Date moved(Date day, OnDayOff on_day_off, WorkingCalendar const& calendar) {
  if (on_day_off == OnDayOff::Stays || calendar.is_working_day(day)) return day;
  return on_day_off == OnDayOff::NextWorkingDay ? calendar.next_working_day(day) : calendar.previous_working_day(day);
}

/// Whether another day off on the way would have led to another end.
bool days_off_matter(CountingRule const& rule) {
  if (rule.period.unit == Unit::WorkingHours || rule.period.unit == Unit::WorkingDays || rule.on_day_off != OnDayOff::Stays) return true;
  return rule.period.unit != Unit::Hours && rule.ends_at == EndsAt::CloseOfBusiness;
}

/// Says too when a day off that is proclaimed later may still move the end.
void end_at(Time at, Date last, CountingRule const& rule, WorkingCalendar const& calendar, Reasons& reasons) {
  reasons.ends_at(at);
  auto const known_until = calendar.proclaimed_until();
  if (known_until && last > *known_until && days_off_matter(rule)) reasons.provisional(*known_until);
}

/// Ends with the last day. Nothing ends before `earliest`: a last day is not moved back over it, and one whose business closed before it ends at its midnight.
Time end_with(Date last, CountingRule const& rule, Time earliest, WorkingCalendar const& calendar, Reasons& reasons) {
  auto day = moved(last, rule.on_day_off, calendar);
  auto at = end_of(day, rule.ends_at, calendar);
  if (at < earliest) at = end_of(day = last, rule.ends_at, calendar);
  if (at < earliest) at = end_of(last, EndsAt::Midnight, calendar);
  if (day != last) reasons.moved(last, day);
  end_at(at, std::max(day, last), rule, calendar, reasons);
  return at;
}

/// Hours end when they end, unless they are not to end on a day off: then with the business of another day.
Time end_on_the_clock(Time at, CountingRule const& rule, Time earliest, WorkingCalendar const& calendar, Reasons& reasons) {
  auto const last = day_ended_by(at, calendar);
  auto const day = moved(last, rule.on_day_off, calendar);
  auto const closing = day == last ? at : end_of(day, EndsAt::CloseOfBusiness, calendar);
  bool const moves = day != last && closing >= earliest;
  if (moves) reasons.moved(last, day);
  end_at(moves ? closing : at, std::max(day, last), rule, calendar, reasons);
  return moves ? closing : at;
}

Time end_of_working_time(Time at, CountingRule const& rule, WorkingCalendar const& calendar, Reasons& reasons) {
  end_at(at, day_ended_by(at, calendar), rule, calendar, reasons);
  return at;
}

Time count_from(Time start, CountingRule const& rule, WorkingCalendar const& calendar, Reasons& reasons) {
  auto const unit = rule.period.unit;
  if (unit == Unit::Hours) return end_on_the_clock(start + hours{rule.period.amount}, rule, start, calendar, reasons);
  Way way(calendar);
  if (unit == Unit::WorkingHours) {
    auto const at = after_working_time(start, hours{rule.period.amount}, calendar, way);
    reasons.went(way, unit);
    return end_of_working_time(at, rule, calendar, reasons);
  }
  auto const last = last_day(calendar.local_day(start), rule, calendar, way);
  reasons.went(way, unit);
  return end_with(last, rule, start, calendar, reasons);
}

// ---- afterwards

/// The day that a pause leads to: the one on whose clock the sum lies, or the next when its business is closed by then.
Date day_reached(Time at, EndsAt ends_at, WorkingCalendar const& calendar) {
  auto const day = day_ended_by(at, calendar);
  return at > end_of(day, ends_at, calendar) ? plus_days(day, 1) : day;
}

Time give_back(Time due, minutes amount, CountingRule const& rule, WorkingCalendar const& calendar, Reasons& reasons) {
  Way unwritten(calendar);
  switch (rule.period.unit) {
    case Unit::Hours:
      return end_on_the_clock(due + amount, rule, due, calendar, reasons);
    case Unit::WorkingHours:
      return end_of_working_time(after_working_time(due, amount, calendar, unwritten), rule, calendar, reasons);
    case Unit::WorkingDays:
      return end_with(day_ended_by(after_working_time(due, amount, calendar, unwritten), calendar), rule, due, calendar, reasons);
    case Unit::CalendarDays:
    case Unit::Weeks:
    case Unit::Months:
      return end_with(day_reached(due + amount, rule.ends_at, calendar), rule, due, calendar, reasons);
  }
  std::unreachable();
}

Time extend(Time due, CountingRule const& rule, WorkingCalendar const& calendar, Reasons& reasons) {
  Way unwritten(calendar);
  switch (rule.period.unit) {
    case Unit::Hours:
      return end_on_the_clock(due + hours{rule.period.amount}, rule, due, calendar, reasons);
    case Unit::WorkingHours:
      return end_of_working_time(after_working_time(due, hours{rule.period.amount}, calendar, unwritten), rule, calendar, reasons);
    case Unit::CalendarDays:
    case Unit::WorkingDays:
    case Unit::Weeks:
    case Unit::Months:
      return end_with(last_day(day_ended_by(due, calendar), rule, calendar, unwritten), rule, due, calendar, reasons);
  }
  std::unreachable();
}

// ---- backwards

Time before_working_hours(Time due, Duration left, WorkingCalendar const& calendar) {
  for (auto day = calendar.local_day(due);; day = plus_days(day, -1)) {
    auto const shifts = calendar.shifts_on(day);
    for (auto shift = shifts.rbegin(); shift != shifts.rend(); ++shift) {
      auto const from = calendar.moment(day, shift->from);
      auto const until = std::min(due, calendar.moment(day, shift->until));
      if (until <= from) continue;
      if (left <= until - from) return until - left;
      left -= until - from;
    }
  }
}

Date before_working_days(Date day, std::int64_t left, WorkingCalendar const& calendar) {
  for (; left > 0; --left) day = calendar.previous_working_day(day);
  return day;
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

CountingRule counting(Period period) {
  auto const ends_at = period.unit == Unit::WorkingDays ? EndsAt::CloseOfBusiness : EndsAt::Midnight;
  return {period, StartsFrom::Moment, DayOfStart::NotCounted, ends_at, OnDayOff::Stays};
}

Due due_after(Time start, CountingRule const& asked, WorkingCalendar const& calendar) {
  Reasons reasons(calendar, {});
  reasons.started(start);
  if (asked.period.amount < 1) {
    reasons.ends_at(start);
    return {start, reasons.take()};
  }
  auto rule = asked;
  rule.period = within_bounds(asked.period);
  auto const from = rule.starts_from == StartsFrom::NextOpening ? calendar.next_opening(start) : start;
  if (from != start) reasons.opened(from);
  reasons.counted(from, rule.period);
  auto const at = count_from(from, rule, calendar, reasons);
  return {at, reasons.take()};
}

Due due_after(Time start, Period period, WorkingCalendar const& calendar) {
  return due_after(start, counting(period), calendar);
}

Time before(Time due, Period period, WorkingCalendar const& calendar) {
  if (period.amount < 1) return due;
  auto const amount = within_bounds(period).amount;
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

Due after_pause(Due due, CountingRule const& rule, Time from, Time until, WorkingCalendar const& calendar) {
  if (until <= from || from >= due.at) return due;
  bool const is_of_work = rule.period.unit == Unit::WorkingHours || rule.period.unit == Unit::WorkingDays;
  auto const amount = std::chrono::ceil<minutes>(is_of_work ? calendar.working_time_between(from, until) : until - from);
  if (amount == minutes{0}) return due;
  Reasons reasons(calendar, std::move(due.because));
  reasons.paused(from, until, amount, rule.period.unit);
  auto const at = give_back(due.at, amount, rule, calendar, reasons);
  return {at, reasons.take()};
}

Due after_extension(Due due, CountingRule const& rule, Period by, Time agreed_at, WorkingCalendar const& calendar) {
  if (by.amount < 1) return due;
  auto extended = rule;
  extended.period = within_bounds(by);
  extended.day_of_start = DayOfStart::NotCounted;
  Reasons reasons(calendar, std::move(due.because));
  reasons.extended(agreed_at, extended.period);
  auto const at = extend(due.at, extended, calendar, reasons);
  return {at, reasons.take()};
}

std::int64_t extensions_of(Deadline const& deadline) {
  return std::ranges::count(deadline.because, BecauseStep::Extended, &Because::step);
}

}  // namespace redress
