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
#include "engine/domain/milestone.hpp"
#include "engine/domain/time.hpp"
#include "engine/domain/working_calendar.hpp"

namespace redress {

/// The names of the deadlines of a profile are the profile's own (profile.hpp); these two the house keeps itself.
namespace deadline_names {
inline DeadlineName const promise{"promise"};          ///< the last day of a promise
inline DeadlineName const information{"information"};  ///< until when we wait for what we asked the complainant
}  // namespace deadline_names

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
  Started,      ///< the start event, at a moment
  Opened,       ///< it came in while nobody works, and counts from the next opening
  Counted,      ///< so many units of the calendar
  FirstDay,     ///< the first day that counts; of working hours, the moment at which the first one begins
  DaysOff,      ///< days on which nobody works although it is not a weekend, from `at` to `until`, both days included: so many working days less
  ExtraDay,     ///< a day on which people work although it is a weekend
  Moved,        ///< the last day, `at`, is one on which nobody works: it becomes the day `until`
  EndsAt,       ///< the moment at which the last day ends
  Paused,       ///< the clock stood still from `at` until `until`, and so many minutes, of the clock or of working time, are given back
  Extended,     ///< agreed at the moment `at`: so many units more
  Promised,     ///< the day was promised, not computed
  Provisional,  ///< holidays and moved days are proclaimed only until the day `at`: the date may still change
};

constexpr auto names_of(BecauseStep) {
  return std::array<std::string_view, 12>{"started", "opened",  "counted", "first-day", "days-off", "extra-day",
                                          "moved",   "ends-at", "paused",  "extended",  "promised", "provisional"};
}

struct Because {
  BecauseStep step = BecauseStep::Started;
  Time at;                    ///< the moment, or the start of the local day, the step speaks of
  std::optional<Time> until;  ///< where a step has an end, or a day it leads to
  std::int64_t amount = 0;    ///< of `unit` for Counted, DaysOff, Extended and Paused, else 0
  std::string unit;           ///< a unit's name, "minutes" or "working-minutes" for Paused, or empty
  std::string calendar;       ///< the working calendar used, or empty

  friend bool operator==(Because const&, Because const&) = default;

  static constexpr auto fields = std::tuple{
      open("step", &Because::step, "what was done"),
      open("at", &Because::at, "the moment it speaks of"),
      open("until", &Because::until, "where it ends, or the day it leads to"),
      open("amount", &Because::amount, "how many units, or minutes of a pause"),
      open("unit", &Because::unit, "of what"),
      open("calendar", &Because::calendar, "the working calendar used"),
  };
};

/// Whether what comes in while nobody works counts from that moment, or from when people next work.
enum class StartsFrom { Moment, NextOpening };

constexpr auto names_of(StartsFrom) {
  return std::array<std::string_view, 2>{"moment", "next-opening"};
}

/// Whether the day of the start is day 1 of days, weeks and months. Where it counts and days are working days, a start on a day on which nobody works
/// makes the next working day day 1.
enum class DayOfStart { NotCounted, Counted };

constexpr auto names_of(DayOfStart) {
  return std::array<std::string_view, 2>{"not-counted", "counted"};
}

/// When the last of days, weeks and months ends. Close of business on a day on which nobody works is its midnight.
enum class EndsAt { CloseOfBusiness, Midnight };

constexpr auto names_of(EndsAt) {
  return std::array<std::string_view, 2>{"close-of-business", "midnight"};
}

/// What becomes of a last day on which nobody works.
enum class OnDayOff { Stays, NextWorkingDay, PreviousWorkingDay };

constexpr auto names_of(OnDayOff) {
  return std::array<std::string_view, 3>{"stays", "next-working-day", "previous-working-day"};
}

/// How one deadline counts. Hours know only `starts_from` and `on_day_off`; working hours and days never end on a day off.
struct CountingRule {
  Period period;
  StartsFrom starts_from = StartsFrom::Moment;
  DayOfStart day_of_start = DayOfStart::NotCounted;
  EndsAt ends_at = EndsAt::CloseOfBusiness;
  OnDayOff on_day_off = OnDayOff::Stays;

  friend bool operator==(CountingRule const&, CountingRule const&) = default;
};

/// The rule by which the house counts a period where no profile says otherwise: the day of the start does not count; working days end at close of
/// business; calendar days, weeks and months at midnight, wherever that falls.
[[nodiscard]] CountingRule counting(Period period);

enum class DeadlineState { Running, Paused, Met, Passed, Cancelled };

constexpr auto names_of(DeadlineState) {
  return std::array<std::string_view, 5>{"running", "paused", "met", "passed", "cancelled"};
}

struct Deadline {
  DeadlineName name;
  std::optional<Milestone> start;  ///< what it counts from; empty for promises and information
  PromiseId promise;               ///< the promise it watches over; empty for the others
  Time due_at;
  Time warn_at;  ///< when the handler is warned; not after due_at
  std::vector<Because> because;
  DeadlineState state = DeadlineState::Running;
  bool warned = false;
  bool settled = false;  ///< of one that passed: what it asked for was done late, or is asked for no longer

  friend bool operator==(Deadline const&, Deadline const&) = default;
};

/// What an event makes of it. That it has passed is never taken back: when it is met or cancelled after that, it is settled.
inline void move_to(Deadline& deadline, DeadlineState state) {
  bool const is_over = state == DeadlineState::Met || state == DeadlineState::Cancelled;
  if (deadline.state == DeadlineState::Passed && is_over)
    deadline.settled = true;
  else
    deadline.state = state;
}

/// Whether what it asked for is late and still to be done. Information that did not come is the complainant's to give: nobody of ours owes it.
[[nodiscard]] inline bool is_owed(Deadline const& deadline) {
  return deadline.state == DeadlineState::Passed && !deadline.settled && (deadline.start || !deadline.promise.empty());
}

/// How often it was extended, as its reasons tell.
[[nodiscard]] std::int64_t extensions_of(Deadline const& deadline);

struct Due {
  Time at;
  std::vector<Because> because;
};

/// Whether what was met at a moment, or is still not met by then, is late: at the very moment it is due it is in time.
[[nodiscard]] constexpr bool is_late(Time due_at, Time met_at) {
  return met_at > due_at;
}

/// When a period that starts at `start` ends, and why. Hours run on the clock; working hours run while the calendar is open; a month that has no such day
/// ends on its last one: a month from 31 January ends with February. Amounts below 1 end at `start`.
[[nodiscard]] Due due_after(Time start, CountingRule const& rule, WorkingCalendar const& calendar);
[[nodiscard]] Due due_after(Time start, Period period, WorkingCalendar const& calendar);

/// The moment that lies the period before `due`, on which its owner is warned; never after `due`. Hours and working hours are counted
/// backwards; days, weeks and months keep the local time of day. It may lie before the start of the deadline itself. Amounts below 1 are
/// `due`.
[[nodiscard]] Time before(Time due, Period period, WorkingCalendar const& calendar);

/// A deadline that stood still from `from` to `until`: what the complainant took is given back whole. Deadlines of working hours and days get back the
/// working time that went by, the others the time of the clock, rounded up to the minute; one that counts days, weeks or months then ends at the end of the
/// day it has come to, by its rule. It is never nearer than it was. A pause that ends before it begins, or begins when the deadline is over, or in which no
/// working time went by, moves nothing.
[[nodiscard]] Due after_pause(Due due, CountingRule const& rule, Time from, Time until, WorkingCalendar const& calendar);

/// A deadline that was extended by a period, agreed at a moment. The last day of the deadline is not counted, the end is by the deadline's own rule.
[[nodiscard]] Due after_extension(Due due, CountingRule const& rule, Period by, Time agreed_at, WorkingCalendar const& calendar);

}  // namespace redress
