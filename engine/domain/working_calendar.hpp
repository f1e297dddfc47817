// SPDX-License-Identifier: Apache-2.0
#pragma once

// When people work: weekly hours, holidays and a time zone. Promises are made only in these hours, and working days are counted on them.
// Calendars are data (workflows/calendars/*.toml); this is what one means.

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "engine/domain/time.hpp"

namespace redress {

/// Opening and closing time of one day, as minutes after local midnight; the closing minute itself is no longer working time.
struct OpeningHours {
  std::chrono::minutes from{0};
  std::chrono::minutes until{0};

  friend bool operator==(OpeningHours const&, OpeningHours const&) = default;
};

class WorkingCalendar {
 public:
  /// `weekly` runs from Monday to Sunday, empty where nobody works. `exceptions` are single dates that differ: a holiday (empty), or a day
  /// with its own hours. `zone` is an IANA name. Throws std::invalid_argument when the zone is unknown, hours do not lie in order within
  /// one day, or nobody works in an ordinary week.
  WorkingCalendar(std::string name, std::string zone, std::array<std::optional<OpeningHours>, 7> weekly,
                  std::map<Date, std::optional<OpeningHours>> exceptions);

  [[nodiscard]] std::string const& name() const { return name_; }
  [[nodiscard]] std::string const& zone() const { return zone_; }

  /// The hours of that day; empty when nobody works.
  [[nodiscard]] std::optional<OpeningHours> hours_on(Date day) const;
  [[nodiscard]] bool is_working_day(Date day) const { return hours_on(day).has_value(); }
  [[nodiscard]] bool is_working_time(Time at) const;
  /// Whether nobody works on that day although people usually work on that day of the week: a public holiday, not a weekend.
  [[nodiscard]] bool is_day_off(Date day) const;
  /// The first working day after `day`.
  [[nodiscard]] Date next_working_day(Date day) const;
  /// The last working day before `day`.
  [[nodiscard]] Date previous_working_day(Date day) const;

  /// The local day of a moment, and the moment of a local time of day. A local time that does not exist (clocks going forward) is the first
  /// that does; one that comes twice is the earlier.
  [[nodiscard]] Date local_day(Time at) const;
  [[nodiscard]] std::chrono::minutes local_minute(Time at) const;
  [[nodiscard]] Time moment(Date day, std::chrono::minutes after_midnight) const;

 private:
  [[nodiscard]] std::optional<OpeningHours> const& usual_hours_on(Date day) const;

  std::string name_;
  std::string zone_;
  std::array<std::optional<OpeningHours>, 7> weekly_;
  std::map<Date, std::optional<OpeningHours>> exceptions_;
  void const* zone_rules_;  ///< the zone's entry in the time zone database, found once; it lives as long as the program, so copies share it
};

}  // namespace redress
