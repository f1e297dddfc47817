// SPDX-License-Identifier: Apache-2.0
// What becomes of a deadline that was set: its pause, its extension, and the warning before it.
#include <gtest/gtest.h>

#include "tests/engine/deadline_calendars.hpp"

namespace redress {
namespace {

Time paused(char const* start, CountingRule const& rule, char const* from, char const* until) {
  auto const calendar = riga();
  return after_pause(due_after(at(start), rule, calendar), rule, at(from), at(until), calendar).at;
}

Time extended(char const* start, CountingRule const& rule, Period by) {
  auto const calendar = riga();
  return after_extension(due_after(at(start), rule, calendar), rule, by, at(start), calendar).at;
}

TEST(Pause, GivesWorkingDaysTheWorkingTimeBack) {
  auto const five_days = counting({5, Unit::WorkingDays});  // from Monday 2 March: until Monday 9 March, 17:00

  EXPECT_EQ(paused("2026-03-02T09:00:00+02:00", five_days, "2026-03-03T10:00:00+02:00", "2026-03-05T11:30:00+02:00"), at("2026-03-12T17:00:00+02:00"))
      << "17 and a half hours of work are two days and a bit";
  EXPECT_EQ(paused("2026-03-02T09:00:00+02:00", five_days, "2026-03-03T09:00:00+02:00", "2026-03-03T17:00:00+02:00"), at("2026-03-10T17:00:00+02:00"))
      << "a day of work is a day";
}

TEST(Pause, OverAWeekendGivesWorkingDaysNothing) {
  EXPECT_EQ(paused("2026-03-02T09:00:00+02:00", counting({5, Unit::WorkingDays}), "2026-03-06T17:00:00+02:00", "2026-03-09T09:00:00+02:00"),
            at("2026-03-09T17:00:00+02:00"));
}

TEST(Pause, GivesWorkingDaysThatEndAtMidnightAMidnight) {
  auto rule = counting({1, Unit::WorkingDays});
  rule.ends_at = EndsAt::Midnight;

  EXPECT_EQ(paused("2026-03-05T09:00:00+02:00", rule, "2026-03-05T10:00:00+02:00", "2026-03-05T11:00:00+02:00"), at("2026-03-10T00:00:00+02:00"))
      << "from the end of Friday to the end of Monday";
}

TEST(Pause, GivesWorkingHoursBackToTheMinute) {
  EXPECT_EQ(paused("2026-03-06T12:00:00+02:00", counting({5, Unit::WorkingHours}), "2026-03-06T16:00:00+02:00", "2026-03-09T10:00:10+02:00"),
            at("2026-03-09T11:01:00+02:00"));
}

TEST(Pause, GivesHoursTheTimeOfTheClockBack) {
  EXPECT_EQ(paused("2026-03-02T12:00:00+02:00", counting({24, Unit::Hours}), "2026-03-02T13:00:00+02:00", "2026-03-02T14:30:01+02:00"),
            at("2026-03-03T13:31:00+02:00"));
}

TEST(Pause, EndsCalendarDaysWithTheDayReached) {
  auto const ten_days = counting({10, Unit::CalendarDays});  // from 2 March: until the end of 12 March

  EXPECT_EQ(paused("2026-03-02T09:00:00+02:00", ten_days, "2026-03-03T10:00:00+02:00", "2026-03-03T10:01:00+02:00"), at("2026-03-14T00:00:00+02:00"))
      << "a minute into the next day";
  EXPECT_EQ(paused("2026-03-02T09:00:00+02:00", ten_days, "2026-03-03T10:00:00+02:00", "2026-03-06T10:00:00+02:00"), at("2026-03-16T00:00:00+02:00"))
      << "three whole days";
}

TEST(Pause, EndsCalendarDaysWithTheBusinessOfTheDayReached) {
  auto rule = counting({7, Unit::CalendarDays});
  rule.ends_at = EndsAt::CloseOfBusiness;
  rule.on_day_off = OnDayOff::NextWorkingDay;

  EXPECT_EQ(paused("2026-03-02T09:00:00+02:00", rule, "2026-03-03T10:00:00+02:00", "2026-03-04T10:00:00+02:00"), at("2026-03-10T17:00:00+02:00"));
  EXPECT_EQ(paused("2026-03-02T09:00:00+02:00", rule, "2026-03-03T10:00:00+02:00", "2026-03-04T10:01:00+02:00"), at("2026-03-11T17:00:00+02:00"));
  EXPECT_EQ(paused("2026-03-02T09:00:00+02:00", rule, "2026-03-03T10:00:00+02:00", "2026-03-08T10:00:00+02:00"), at("2026-03-16T17:00:00+02:00"))
      << "Saturday 14 March goes on to Monday";
}

TEST(Pause, MovesNothingWhenItIsNone) {
  auto const calendar = riga();
  auto const rule = counting({5, Unit::WorkingDays});
  auto const running = due_after(at("2026-03-02T09:00:00+02:00"), rule, calendar);

  EXPECT_EQ(after_pause(running, rule, at("2026-03-03T10:00:00Z"), at("2026-03-03T10:00:00Z"), calendar).because, running.because);
  EXPECT_EQ(after_pause(running, rule, at("2026-03-03T10:00:00Z"), at("2026-03-02T10:00:00Z"), calendar).at, running.at);
  EXPECT_EQ(after_pause(running, rule, running.at, running.at + 48h, calendar).at, running.at) << "it was over already";
}

TEST(Extension, CountsFromTheLastDayAndEndsByTheRuleOfTheDeadline) {
  auto const days = counting({5, Unit::WorkingDays});  // from 2 March: until Monday 9 March, 17:00
  auto const weeks = counting({8, Unit::Weeks});       // from 6 February: until the end of Good Friday, 3 April

  EXPECT_EQ(extended("2026-03-02T09:00:00+02:00", days, {10, Unit::WorkingDays}), at("2026-03-23T17:00:00+02:00"));
  EXPECT_EQ(extended("2026-03-02T09:00:00+02:00", days, {2, Unit::CalendarDays}), at("2026-03-11T17:00:00+02:00"));
  EXPECT_EQ(extended("2026-02-06T09:00:00+02:00", weeks, {1, Unit::WorkingDays}), at("2026-04-08T00:00:00+03:00"));
  EXPECT_EQ(extended("2026-02-06T09:00:00+02:00", weeks, {1, Unit::Months}), at("2026-05-04T00:00:00+03:00"));
}

TEST(Extension, OfHoursRunsOnFromTheMoment) {
  EXPECT_EQ(extended("2026-03-02T09:30:00+02:00", counting({4, Unit::WorkingHours}), {4, Unit::WorkingHours}), at("2026-03-03T09:30:00+02:00"));
  EXPECT_EQ(extended("2026-03-02T09:30:00+02:00", counting({4, Unit::Hours}), {4, Unit::Hours}), at("2026-03-02T17:30:00+02:00"));
  EXPECT_EQ(extended("2026-03-02T09:30:00+02:00", counting({1, Unit::WorkingDays}), {3, Unit::WorkingHours}), at("2026-03-04T12:00:00+02:00"));
}

TEST(Extension, DoesNotCountTheLastDayEvenWhereTheDayOfTheStartCounts) {
  auto rule = counting({5, Unit::WorkingDays});
  rule.day_of_start = DayOfStart::Counted;

  EXPECT_EQ(extended("2026-03-02T09:00:00+02:00", rule, {1, Unit::WorkingDays}), at("2026-03-09T17:00:00+02:00"));
}

TEST(Extension, ByNothingChangesNothing) {
  EXPECT_EQ(extended("2026-03-02T09:00:00+02:00", counting({1, Unit::WorkingDays}), {0, Unit::WorkingDays}), at("2026-03-03T17:00:00+02:00"));
}

TEST(Warning, ComesWorkingHoursBefore) {
  auto const calendar = riga();

  EXPECT_EQ(before(at("2026-03-03T17:00:00+02:00"), {4, Unit::WorkingHours}, calendar), at("2026-03-03T13:00:00+02:00"));
  EXPECT_EQ(before(at("2026-04-07T10:00:00+03:00"), {4, Unit::WorkingHours}, calendar), at("2026-04-02T14:00:00+03:00")) << "over Easter";
  EXPECT_EQ(before(at("2026-03-08T00:00:00+02:00"), {4, Unit::WorkingHours}, calendar), at("2026-03-06T13:00:00+02:00")) << "from the weekend";
  EXPECT_EQ(before(at("2026-03-03T15:00:00+02:00"), {2, Unit::WorkingHours}, with_breaks()), at("2026-03-03T12:00:00+02:00")) << "over a break";
}

TEST(Warning, KeepsTheTimeOfDayWhenItComesDaysBefore) {
  auto const calendar = riga();

  EXPECT_EQ(before(at("2026-04-07T17:00:00+03:00"), {1, Unit::WorkingDays}, calendar), at("2026-04-02T17:00:00+03:00"));
  EXPECT_EQ(before(at("2026-03-30T17:00:00+03:00"), {2, Unit::CalendarDays}, calendar), at("2026-03-28T17:00:00+02:00"));
  EXPECT_EQ(before(at("2026-03-31T17:00:00+03:00"), {1, Unit::Months}, calendar), at("2026-02-28T17:00:00+02:00"));
}

}  // namespace
}  // namespace redress
