// SPDX-License-Identifier: Apache-2.0
#pragma once

// When people work: weekly hours, holidays and a time zone. Promises are made only in these hours, and working days are counted on them.
// Calendars are data (workflows/calendars/*.toml); this is what one means.

#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/domain/language.hpp"
#include "engine/domain/time.hpp"

namespace redress {

/// Opening and closing time of one day, as minutes after local midnight; the closing minute itself is no longer working time.
struct OpeningHours {
  std::chrono::minutes from{0};
  std::chrono::minutes until{0};

  friend bool operator==(OpeningHours const&, OpeningHours const&) = default;
};

/// The hours of one day: its stretches of work in order, with the breaks between them; empty when nobody works.
using DayHours = std::vector<OpeningHours>;

/// A day that is not as its day of the week usually is, with what it is called in each language ("Good Friday").
struct SpecialDay {
  DayHours hours;  ///< empty: nobody works
  std::map<Language, std::string> name;
};

/// What a calendar is made of. `weekly` runs from Monday to Sunday. Every language is present in `title`, and in the names of special days where they
/// have any.
struct CalendarDefinition {
  std::string name;  ///< "latvia"
  std::map<Language, std::string> title;
  std::string zone;  ///< IANA name
  std::array<DayHours, 7> weekly;
  std::map<Date, SpecialDay> special_days;
  std::optional<Date> proclaimed_until;  ///< until when its yearly moved days are known; empty when it has none
};

class WorkingCalendar {
 public:
  /// Throws std::invalid_argument when the zone is unknown, hours do not lie in order within one day, or nobody works in an ordinary week.
  explicit WorkingCalendar(CalendarDefinition definition);
  /// The same for a week without breaks, and days without names.
  WorkingCalendar(std::string name, std::string zone, std::array<std::optional<OpeningHours>, 7> weekly,
                  std::map<Date, std::optional<OpeningHours>> const& exceptions);

  [[nodiscard]] std::string const& name() const;
  [[nodiscard]] std::string const& zone() const;
  /// As people call it: "England and Wales"; its name when it has no title.
  [[nodiscard]] std::string const& title(Language language) const;
  /// What the day is called, "Good Friday"; empty when it has no name.
  [[nodiscard]] std::string const& name_of_day(Date day, Language language) const;
  /// Until when its holidays and moved days are known for certain; empty when they follow from rules alone.
  [[nodiscard]] std::optional<Date> proclaimed_until() const;

  /// Opening and closing time of that day, breaks within; empty when nobody works.
  [[nodiscard]] std::optional<OpeningHours> hours_on(Date day) const;
  /// The stretches of work of that day, in order; empty when nobody works. Valid as long as the calendar.
  [[nodiscard]] std::span<OpeningHours const> shifts_on(Date day) const;
  [[nodiscard]] bool is_working_day(Date day) const { return !shifts_on(day).empty(); }
  [[nodiscard]] bool is_working_time(Time at) const;
  /// Whether nobody works on that day although people usually work on that day of the week: a public holiday, not a weekend.
  [[nodiscard]] bool is_day_off(Date day) const;
  /// Whether people work on that day although usually nobody works on that day of the week: a moved working day.
  [[nodiscard]] bool is_extra_day(Date day) const;
  /// The first working day after `day`.
  [[nodiscard]] Date next_working_day(Date day) const;
  /// The last working day before `day`.
  [[nodiscard]] Date previous_working_day(Date day) const;
  /// `at` itself when people work then, else the moment they next begin.
  [[nodiscard]] Time next_opening(Time at) const;
  /// Working time between two moments; zero when `until` is not after `from`.
  [[nodiscard]] Duration working_time_between(Time from, Time until) const;

  /// The local day of a moment, and the moment of a local time of day. A local time that does not exist (clocks going forward) is the first
  /// that does; one that comes twice is the earlier.
  [[nodiscard]] Date local_day(Time at) const;
  [[nodiscard]] std::chrono::minutes local_minute(Time at) const;
  [[nodiscard]] Time moment(Date day, std::chrono::minutes after_midnight) const;

 private:
  struct Tables;
  std::shared_ptr<Tables const> tables_;  ///< it never changes, so copies share it, and so may threads
};

}  // namespace redress
