// SPDX-License-Identifier: Apache-2.0
#pragma once

// Deadlines, and why they fall when they fall. A deadline is never a bare date: it carries the ordered steps that led from its start event
// to it, and every number in them is the one that was used.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/enumeration.hpp"
#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/time.hpp"
#include "engine/domain/working_calendar.hpp"

namespace redress {

enum class DeadlineName { Acknowledgement, Talk, FinalResponse, Promise, Information };

constexpr auto names_of(DeadlineName) {
  return std::array<std::string_view, 5>{"acknowledgement", "talk", "final-response", "promise", "information"};
}

enum class Unit { Hours, WorkingHours, CalendarDays, WorkingDays, Weeks, Months };

constexpr auto names_of(Unit) {
  return std::array<std::string_view, 6>{"hours", "working-hours", "calendar-days", "working-days", "weeks", "months"};
}

struct Period {
  std::int64_t amount = 0;
  Unit unit = Unit::WorkingDays;

  friend bool operator==(Period const&, Period const&) = default;

  static constexpr auto fields = std::tuple{
      open("amount", &Period::amount, "how many"),
      open("unit", &Period::unit, "of what"),
  };
};

/// Nothing is counted further than this: a longer period is a mistake, and is counted as one of this many units.
inline constexpr std::int64_t longest_period = 10'000;

/// Reads "15 working-days" or "1 hour": a number from 1 to `longest_period`, one space, and a unit's name with or without its plural s.
[[nodiscard]] std::optional<Period> parse_period(std::string_view text);
/// "15 working-days": what `parse_period` reads.
[[nodiscard]] std::string to_text(Period period);

enum class BecauseStep {
  Started,   ///< the start event, at a moment
  Counted,   ///< so many units of the calendar
  FirstDay,  ///< the first day that counts; of working hours, the moment at which the first one begins
  DayOff,    ///< a day that does not count although it is not a weekend
  EndsAt,    ///< the moment of the day at which the last day ends
  Paused,    ///< the clock stood still for so many minutes
  Extended,  ///< moved by so many units, by agreement
  Promised,  ///< the day was promised, not computed
};

constexpr auto names_of(BecauseStep) {
  return std::array<std::string_view, 8>{"started", "counted", "first-day", "day-off", "ends-at", "paused", "extended", "promised"};
}

struct Because {
  BecauseStep step = BecauseStep::Started;
  Time at;                  ///< the moment, or the start of the local day, the step speaks of
  std::int64_t amount = 0;  ///< of `unit` for Counted and Extended, minutes for Paused, else 0
  std::string unit;         ///< a unit's name, or empty
  std::string calendar;     ///< the working calendar used, or empty

  friend bool operator==(Because const&, Because const&) = default;

  static constexpr auto fields = std::tuple{
      open("step", &Because::step, "what was done"),
      open("at", &Because::at, "the moment it speaks of"),
      open("amount", &Because::amount, "how many units, or minutes of a pause"),
      open("unit", &Because::unit, "of what"),
      open("calendar", &Because::calendar, "the working calendar used"),
  };
};

/// The step as an English sentence, with dates and times in the calendar's zone.
[[nodiscard]] std::string sentence(Because const& because, WorkingCalendar const& calendar);

enum class DeadlineState { Running, Paused, Met, Passed, Cancelled };

constexpr auto names_of(DeadlineState) {
  return std::array<std::string_view, 5>{"running", "paused", "met", "passed", "cancelled"};
}

struct Deadline {
  DeadlineName name = DeadlineName::Acknowledgement;
  PromiseId promise;  ///< the promise it watches over; empty for the others
  Time due_at;
  Time warn_at;  ///< when the handler is warned; not after due_at
  std::vector<Because> because;
  DeadlineState state = DeadlineState::Running;
  bool warned = false;

  friend bool operator==(Deadline const&, Deadline const&) = default;
};

struct Due {
  Time at;
  std::vector<Because> because;
};

/// When a period that starts at `start` ends, and why. Hours run on the clock; working hours run while the calendar is open; calendar days,
/// weeks and months end at local midnight of the last day, that is when it is over; working days do not count the day of the start and end
/// at close of business. A month that has no such day ends on its last one: a month from 31 January ends with February. Amounts below 1 end
/// at `start`.
[[nodiscard]] Due due_after(Time start, Period period, WorkingCalendar const& calendar);

/// The moment that lies the period before `due`, on which its owner is warned; never after `due`. Hours and working hours are counted
/// backwards; days, weeks and months keep the local time of day. It may lie before the start of the deadline itself. Amounts below 1 are
/// `due`.
[[nodiscard]] Time before(Time due, Period period, WorkingCalendar const& calendar);

/// A deadline that stood still from `from` to `until` moves by that span, rounded up to the minute, whatever its unit: what the complainant
/// took is given back whole, and the deadline is never nearer than it was. A pause that ends before it begins, or begins when the deadline
/// is over, moves nothing.
[[nodiscard]] Due after_pause(Due due, Time from, Time until);

}  // namespace redress
