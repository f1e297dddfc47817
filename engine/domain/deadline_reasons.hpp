// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the steps of one computation of a deadline are written down while it is made (deadline.cpp). Nothing else needs it: what comes out of it
// are the steps of a `Due`.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/domain/deadline.hpp"
#include "engine/domain/working_calendar.hpp"

namespace redress {

/// What counting met on its way from day to day.
class Way {
 public:
  struct DaysOff {
    Date first;
    Date last;
    std::int64_t working_days = 0;  ///< on which people would usually work
  };

  explicit Way(WorkingCalendar const& calendar) : calendar_(calendar) {}

  void begins_at(Time first) { first_ = first; }
  /// Weekends are passed in silence; but they do not part the days off on either side of them.
  void nobody_works_on(Date day);
  void people_work_on(Date day);
  /// The same, where counting begins at that moment unless it has begun.
  void people_work_on(Date day, Time from);

  [[nodiscard]] std::optional<Time> first() const { return first_; }
  [[nodiscard]] std::vector<DaysOff> const& days_off() const { return days_off_; }
  [[nodiscard]] std::vector<Date> const& extra_days() const { return extra_days_; }

 private:
  WorkingCalendar const& calendar_;
  std::optional<Time> first_;
  std::vector<DaysOff> days_off_;
  std::vector<Date> extra_days_;
  bool is_among_days_off_ = false;
};

class Reasons {
 public:
  /// Goes on from the steps of an earlier computation.
  Reasons(WorkingCalendar const& calendar, std::vector<Because> so_far);

  void started(Time at);
  void opened(Time at);
  void counted(Time from, Period period);
  void went(Way const& way, Unit unit);
  void moved(Date last, Date to);
  void ends_at(Time at);
  void paused(Time from, Time until, std::chrono::minutes amount, Unit unit);
  void extended(Time agreed_at, Period by);
  void provisional(Date known_until);

  [[nodiscard]] std::vector<Because> take() { return std::move(steps_); }

 private:
  [[nodiscard]] Time start_of(Date day) const { return calendar_.moment(day, std::chrono::minutes{0}); }
  /// The calendar's name, where the unit depends on when people work.
  [[nodiscard]] std::string calendar_of(Unit unit) const;

  WorkingCalendar const& calendar_;
  std::vector<Because> steps_;
};

}  // namespace redress
