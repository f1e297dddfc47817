// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/working_calendar.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <date/tz.h>
#include <fmt/format.h>

namespace redress {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

void const* find_zone(std::string const& calendar, std::string const& zone) {
  try {
    return date::locate_zone(zone);
  } catch (std::runtime_error const&) {
    throw std::invalid_argument(fmt::format("calendar {}: no time zone is called \"{}\"; use an IANA name such as Europe/Riga", calendar, zone));
  }
}

date::time_zone const& rules_of(void const* zone) {
  return *static_cast<date::time_zone const*>(zone);
}

date::local_time<Duration> local_time_of(void const* zone, Time at) {
  return rules_of(zone).to_local(at);
}

void check_hours(std::string const& calendar, std::optional<OpeningHours> const& hours) {
  if (!hours) return;
  if (hours->from < minutes{0} || hours->until <= hours->from || hours->until > days{1})
    throw std::invalid_argument(fmt::format("calendar {}: opening hours must end after they begin, between 00:00 and 24:00", calendar));
}

}  // namespace

WorkingCalendar::WorkingCalendar(std::string name, std::string zone, std::array<std::optional<OpeningHours>, 7> weekly,
                                 std::map<Date, std::optional<OpeningHours>> exceptions)
    : name_(std::move(name)), zone_(std::move(zone)), weekly_(weekly), exceptions_(std::move(exceptions)), zone_rules_(find_zone(name_, zone_)) {
  for (auto const& hours : weekly_) check_hours(name_, hours);
  for (auto const& [day, hours] : exceptions_) check_hours(name_, hours);
  if (std::ranges::none_of(weekly_, [](auto const& hours) { return hours.has_value(); }))
    throw std::invalid_argument(fmt::format("calendar {}: nobody ever works; give at least one day of the week its hours", name_));
}

std::optional<OpeningHours> const& WorkingCalendar::usual_hours_on(Date day) const {
  return weekly_[std::chrono::weekday{sys_days{day}}.iso_encoding() - 1];
}

std::optional<OpeningHours> WorkingCalendar::hours_on(Date day) const {
  auto const exception = exceptions_.find(day);
  return exception == exceptions_.end() ? usual_hours_on(day) : exception->second;
}

bool WorkingCalendar::is_working_time(Time at) const {
  auto const day = local_day(at);
  auto const hours = hours_on(day);
  return hours && moment(day, hours->from) <= at && at < moment(day, hours->until);
}

bool WorkingCalendar::is_day_off(Date day) const {
  return usual_hours_on(day) && !hours_on(day);
}

// Both end: somebody works every week, and exceptions are finite in number.
Date WorkingCalendar::next_working_day(Date day) const {
  auto next = sys_days{day} + days{1};
  while (!is_working_day(next)) next += days{1};
  return next;
}

Date WorkingCalendar::previous_working_day(Date day) const {
  auto previous = sys_days{day} - days{1};
  while (!is_working_day(previous)) previous -= days{1};
  return previous;
}

Date WorkingCalendar::local_day(Time at) const {
  auto const local = date::floor<days>(local_time_of(zone_rules_, at));
  return sys_days{local.time_since_epoch()};
}

minutes WorkingCalendar::local_minute(Time at) const {
  auto const local = local_time_of(zone_rules_, at);
  return date::floor<minutes>(local - date::floor<days>(local));
}

Time WorkingCalendar::moment(Date day, minutes after_midnight) const {
  date::local_time<Duration> const local{sys_days{day}.time_since_epoch() + after_midnight};
  return rules_of(zone_rules_).to_sys(local, date::choose::earliest);
}

}  // namespace redress
