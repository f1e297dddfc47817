// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/working_calendar.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include <date/tz.h>
#include <fmt/format.h>

namespace redress {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

/// The local time of a zone: every change of its clocks from 1970 until 2100; what lies outside has the first offset or the last. Asking the time zone
/// database itself each time would take as long as all the rest of a deadline.
class LocalTime {
 public:
  /// Throws std::invalid_argument when the zone is unknown.
  LocalTime(std::string const& calendar, std::string const& zone);

  /// What the clock on the wall shows.
  [[nodiscard]] Time of(Time at) const;
  /// The moment at which the clock on the wall shows it.
  [[nodiscard]] Time moment(Time local) const;

 private:
  /// From `begins` until before `ends`, local time is that of UTC plus `offset`.
  struct Offset {
    Time begins;
    Time ends;
    Time local_end;
    Duration offset;
  };

  static constexpr Time first = sys_days{std::chrono::year{1970} / 1 / 1};
  static constexpr Time last = sys_days{std::chrono::year{2101} / 1 / 1};
  static constexpr days stretch{64};

  [[nodiscard]] std::size_t near(Time at) const;

  std::vector<Offset> offsets_;
  std::vector<std::size_t> near_;  ///< for each stretch of days: the place of the offset with which it begins
};

date::time_zone const& rules_of(std::string const& calendar, std::string const& zone) {
  try {
    return *date::locate_zone(zone);
  } catch (std::runtime_error const&) {
    throw std::invalid_argument(fmt::format("calendar {}: no time zone is called \"{}\"; use an IANA name such as Europe/Riga", calendar, zone));
  }
}

LocalTime::LocalTime(std::string const& calendar, std::string const& zone) {
  auto const& rules = rules_of(calendar, zone);
  for (auto at = first; at < last; at = offsets_.back().ends) {
    auto const info = rules.get_info(at);
    offsets_.push_back({info.begin, info.end, info.end + info.offset, info.offset});
  }
  for (auto at = first; at < last; at += stretch)
    near_.push_back(static_cast<std::size_t>(std::ranges::upper_bound(offsets_, at, {}, &Offset::ends) - offsets_.begin()));
}

/// The offset at that moment, or one shortly before it.
std::size_t LocalTime::near(Time at) const {
  if (at < first) return 0;
  return near_[std::min(static_cast<std::size_t>((at - first) / stretch), near_.size() - 1)];
}

Time LocalTime::of(Time at) const {
  auto place = near(at);
  while (offsets_[place].ends <= at && place + 1 < offsets_.size()) ++place;
  return at + offsets_[place].offset;
}

// The first offset whose end on the wall lies after the local time is the earlier of two. A local time that no offset has lies before the beginning of
// the one that is found, and that beginning is the first that exists. No zone is two days from UTC.
Time LocalTime::moment(Time local) const {
  auto place = near(local - days{2});
  while (offsets_[place].local_end <= local && place + 1 < offsets_.size()) ++place;
  return std::max(local - offsets_[place].offset, offsets_[place].begins);
}

void check_hours(std::string const& calendar, DayHours const& hours) {
  auto free_from = minutes{-1};
  for (auto const& shift : hours) {
    if (shift.from <= free_from || shift.until <= shift.from || shift.until > days{1})
      throw std::invalid_argument(fmt::format("calendar {}: opening hours must lie in order, each ending after it begins, between 00:00 and 24:00", calendar));
    free_from = shift.until;
  }
}

void check(CalendarDefinition const& definition) {
  for (auto const& hours : definition.weekly) check_hours(definition.name, hours);
  for (auto const& [day, special] : definition.special_days) check_hours(definition.name, special.hours);
  if (std::ranges::all_of(definition.weekly, &DayHours::empty))
    throw std::invalid_argument(fmt::format("calendar {}: nobody ever works; give at least one day of the week its hours", definition.name));
}

DayHours day_hours(std::optional<OpeningHours> const& hours) {
  return hours ? DayHours{*hours} : DayHours{};
}

CalendarDefinition without_breaks(std::string name, std::string zone, std::array<std::optional<OpeningHours>, 7> const& weekly,
                                  std::map<Date, std::optional<OpeningHours>> const& exceptions) {
  CalendarDefinition definition;
  definition.name = std::move(name);
  definition.zone = std::move(zone);
  std::ranges::transform(weekly, definition.weekly.begin(), day_hours);
  for (auto const& [day, hours] : exceptions) definition.special_days.emplace(day, SpecialDay{day_hours(hours), {}});
  return definition;
}

std::string const& text_in(std::map<Language, std::string> const& texts, Language language, std::string const& otherwise) {
  auto const found = texts.find(language);
  return found == texts.end() ? otherwise : found->second;
}

}  // namespace

struct WorkingCalendar::Tables {
  explicit Tables(CalendarDefinition definition);

  [[nodiscard]] DayHours const& usual_hours_on(sys_days day) const { return weekly[std::chrono::weekday{day}.iso_encoding() - 1]; }
  [[nodiscard]] SpecialDay const* special_day(sys_days day) const;
  [[nodiscard]] DayHours const& hours_on(sys_days day) const;

  std::string name;
  std::map<Language, std::string> title;
  std::string zone;
  std::array<DayHours, 7> weekly;
  std::optional<Date> proclaimed_until;
  LocalTime local_time;
  std::vector<SpecialDay> special_days;
  std::vector<std::uint32_t> special;  ///< for every day from `special_from` on: its place in special_days plus one, or 0
  sys_days special_from;
};

WorkingCalendar::Tables::Tables(CalendarDefinition definition)
    : name(std::move(definition.name)),
      title(std::move(definition.title)),
      zone(std::move(definition.zone)),
      weekly(std::move(definition.weekly)),
      proclaimed_until(definition.proclaimed_until),
      local_time(name, zone) {
  if (definition.special_days.empty()) return;
  special_from = definition.special_days.begin()->first;
  special.resize(static_cast<std::size_t>((sys_days{definition.special_days.rbegin()->first} - special_from).count()) + 1);
  special_days.reserve(definition.special_days.size());
  for (auto& [day, what] : definition.special_days) {
    special_days.push_back(std::move(what));
    special[static_cast<std::size_t>((sys_days{day} - special_from).count())] = static_cast<std::uint32_t>(special_days.size());
  }
}

SpecialDay const* WorkingCalendar::Tables::special_day(sys_days day) const {
  auto const at = static_cast<std::size_t>((day - special_from).count());  // a day before the first becomes one far behind the last
  return at < special.size() && special[at] != 0 ? &special_days[special[at] - 1] : nullptr;
}

DayHours const& WorkingCalendar::Tables::hours_on(sys_days day) const {
  auto const* exception = special_day(day);
  return exception ? exception->hours : usual_hours_on(day);
}

WorkingCalendar::WorkingCalendar(CalendarDefinition definition) {
  check(definition);
  tables_ = std::make_shared<Tables const>(std::move(definition));
}

WorkingCalendar::WorkingCalendar(std::string name, std::string zone, std::array<std::optional<OpeningHours>, 7> weekly,
                                 std::map<Date, std::optional<OpeningHours>> const& exceptions)
    : WorkingCalendar(without_breaks(std::move(name), std::move(zone), weekly, exceptions)) {}

std::string const& WorkingCalendar::name() const {
  return tables_->name;
}

std::string const& WorkingCalendar::zone() const {
  return tables_->zone;
}

std::string const& WorkingCalendar::title(Language language) const {
  return text_in(tables_->title, language, tables_->name);
}

std::string const& WorkingCalendar::name_of_day(Date day, Language language) const {
  static std::string const none;
  auto const* special = tables_->special_day(day);
  return special ? text_in(special->name, language, none) : none;
}

std::optional<Date> WorkingCalendar::proclaimed_until() const {
  return tables_->proclaimed_until;
}

std::optional<OpeningHours> WorkingCalendar::hours_on(Date day) const {
  auto const shifts = shifts_on(day);
  return shifts.empty() ? std::nullopt : std::optional(OpeningHours{shifts.front().from, shifts.back().until});
}

std::span<OpeningHours const> WorkingCalendar::shifts_on(Date day) const {
  return tables_->hours_on(day);
}

bool WorkingCalendar::is_working_time(Time at) const {
  auto const day = local_day(at);
  return std::ranges::any_of(shifts_on(day), [&](auto const& shift) { return moment(day, shift.from) <= at && at < moment(day, shift.until); });
}

bool WorkingCalendar::is_day_off(Date day) const {
  return !tables_->usual_hours_on(day).empty() && shifts_on(day).empty();
}

bool WorkingCalendar::is_extra_day(Date day) const {
  return tables_->usual_hours_on(day).empty() && !shifts_on(day).empty();
}

// These end: somebody works every week, and special days are finite in number.
Date WorkingCalendar::next_working_day(Date day) const {
  auto next = sys_days{day} + days{1};
  while (tables_->hours_on(next).empty()) next += days{1};
  return next;
}

Date WorkingCalendar::previous_working_day(Date day) const {
  auto previous = sys_days{day} - days{1};
  while (tables_->hours_on(previous).empty()) previous -= days{1};
  return previous;
}

Time WorkingCalendar::next_opening(Time at) const {
  for (auto day = sys_days{local_day(at)};; day += days{1})
    for (auto const& shift : shifts_on(day)) {
      auto const opening = std::max(at, moment(day, shift.from));
      if (opening < moment(day, shift.until)) return opening;
    }
}

Duration WorkingCalendar::working_time_between(Time from, Time until) const {
  Duration worked{0};
  if (until <= from) return worked;
  auto const last = sys_days{local_day(until)};
  for (auto day = sys_days{local_day(from)}; day <= last; day += days{1})
    for (auto const& shift : shifts_on(day))
      worked += std::max(Duration{0}, std::min(until, moment(day, shift.until)) - std::max(from, moment(day, shift.from)));
  return worked;
}

Date WorkingCalendar::local_day(Time at) const {
  return std::chrono::floor<days>(tables_->local_time.of(at));
}

minutes WorkingCalendar::local_minute(Time at) const {
  auto const local = tables_->local_time.of(at);
  return std::chrono::floor<minutes>(local - std::chrono::floor<days>(local));
}

Time WorkingCalendar::moment(Date day, minutes after_midnight) const {
  return tables_->local_time.moment(sys_days{day} + after_midnight);
}

}  // namespace redress
