// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/deadline.hpp"

#include <limits>

#include <gtest/gtest.h>

#include "tests/engine/deadline_calendars.hpp"

namespace redress {
namespace {

Time due(char const* start, std::int64_t amount, Unit unit) {
  return due_after(at(start), Period{amount, unit}, riga()).at;
}

Time due(char const* start, CountingRule const& rule) {
  return due_after(at(start), rule, riga()).at;
}

CountingRule counted(Period period) {
  auto rule = counting(period);
  rule.day_of_start = DayOfStart::Counted;
  return rule;
}

CountingRule ending_at(EndsAt ends_at, Period period) {
  auto rule = counting(period);
  rule.ends_at = ends_at;
  return rule;
}

CountingRule moving(OnDayOff on_day_off, Period period) {
  auto rule = counting(period);
  rule.on_day_off = on_day_off;
  return rule;
}

TEST(WorkingDays, DoNotCountTheDayOfTheStart) {
  EXPECT_EQ(due("2026-03-02T09:00:00+02:00", 1, Unit::WorkingDays), at("2026-03-03T17:00:00+02:00"));
  EXPECT_EQ(due("2026-03-02T23:59:00+02:00", 1, Unit::WorkingDays), at("2026-03-03T17:00:00+02:00")) << "after closing";
  EXPECT_EQ(due("2026-03-02T00:00:00+02:00", 1, Unit::WorkingDays), at("2026-03-03T17:00:00+02:00")) << "before opening";
}

TEST(WorkingDays, BeginOnMondayForWhatCameOnTheWeekend) {
  EXPECT_EQ(due("2026-03-07T12:00:00+02:00", 1, Unit::WorkingDays), at("2026-03-09T17:00:00+02:00"));
  EXPECT_EQ(due("2026-03-08T12:00:00+02:00", 3, Unit::WorkingDays), at("2026-03-11T17:00:00+02:00"));
}

TEST(WorkingDays, StepOverEasterAndTheClocksGoingForward) {
  EXPECT_EQ(due("2026-03-27T16:40:00+02:00", 5, Unit::WorkingDays), at("2026-04-07T17:00:00+03:00"));
}

TEST(WorkingDays, StepOverTheEveOfAHolidayAndTheYearEnd) {
  EXPECT_EQ(due("2026-12-23T10:00:00+02:00", 1, Unit::WorkingDays), at("2026-12-28T17:00:00+02:00"));
  EXPECT_EQ(due("2026-12-30T16:00:00+02:00", 1, Unit::WorkingDays), at("2027-01-04T17:00:00+02:00"));
}

TEST(WorkingDays, EndWhenADayWithHoursOfItsOwnCloses) {
  EXPECT_EQ(due("2026-04-10T12:00:00+03:00", 1, Unit::WorkingDays), at("2026-04-11T14:00:00+03:00"));
}

TEST(WorkingDays, BelongToTheLocalDayAndNotToTheOneInUtc) {
  EXPECT_EQ(due("2026-03-02T22:30:00Z", 1, Unit::WorkingDays), at("2026-03-04T17:00:00+02:00"));
}

TEST(WorkingDays, BeginOnTheDayOfTheStartWhereItCounts) {
  EXPECT_EQ(due("2026-03-02T10:00:00+02:00", counted({1, Unit::WorkingDays})), at("2026-03-02T17:00:00+02:00"));
  EXPECT_EQ(due("2026-03-06T10:00:00+02:00", counted({2, Unit::WorkingDays})), at("2026-03-09T17:00:00+02:00"));
  EXPECT_EQ(due("2026-03-07T10:00:00+02:00", counted({1, Unit::WorkingDays})), at("2026-03-09T17:00:00+02:00")) << "on Saturday Monday is day 1";
}

TEST(WorkingDays, EndAtMidnightWhereTheRuleSaysSo) {
  EXPECT_EQ(due("2026-03-02T10:00:00+02:00", ending_at(EndsAt::Midnight, {1, Unit::WorkingDays})), at("2026-03-04T00:00:00+02:00"));
}

TEST(WorkingDays, EndWhenTheLastStretchOfADayWithABreakEnds) {
  EXPECT_EQ(due_after(at("2026-03-02T10:00:00+02:00"), Period{1, Unit::WorkingDays}, with_breaks()).at, at("2026-03-03T17:00:00+02:00"));
  EXPECT_EQ(due_after(at("2026-03-05T10:00:00+02:00"), Period{1, Unit::WorkingDays}, with_breaks()).at, at("2026-03-06T13:00:00+02:00"));
}

TEST(WorkingHours, RunWhileTheCalendarIsOpen) {
  EXPECT_EQ(due("2026-03-02T10:15:00+02:00", 1, Unit::WorkingHours), at("2026-03-02T11:15:00+02:00"));
}

TEST(WorkingHours, BeginAtOpeningForWhatCameEarlier) {
  EXPECT_EQ(due("2026-03-02T06:00:00+02:00", 1, Unit::WorkingHours), at("2026-03-02T10:00:00+02:00"));
}

TEST(WorkingHours, BeginTheNextMorningForWhatCameAfterClosing) {
  EXPECT_EQ(due("2026-03-02T17:00:00+02:00", 1, Unit::WorkingHours), at("2026-03-03T10:00:00+02:00"));
  EXPECT_EQ(due("2026-03-07T12:00:00+02:00", 1, Unit::WorkingHours), at("2026-03-09T10:00:00+02:00"));
}

TEST(WorkingHours, GoOnInTheMorningWhereTheyStoppedAtNight) {
  EXPECT_EQ(due("2026-03-02T16:40:00+02:00", 1, Unit::WorkingHours), at("2026-03-03T09:40:00+02:00"));
  EXPECT_EQ(due("2026-04-02T16:30:00+03:00", 9, Unit::WorkingHours), at("2026-04-08T09:30:00+03:00")) << "over Easter";
}

TEST(WorkingHours, EndAtClosingTimeAndNotAtTheNextOpening) {
  EXPECT_EQ(due("2026-03-02T09:00:00+02:00", 8, Unit::WorkingHours), at("2026-03-02T17:00:00+02:00"));
}

TEST(WorkingHours, StandStillInABreak) {
  auto const calendar = with_breaks();

  EXPECT_EQ(due_after(at("2026-03-02T12:30:00+02:00"), Period{1, Unit::WorkingHours}, calendar).at, at("2026-03-02T14:30:00+02:00"));
  EXPECT_EQ(due_after(at("2026-03-02T13:20:00+02:00"), Period{1, Unit::WorkingHours}, calendar).at, at("2026-03-02T15:00:00+02:00")) << "came in the break";
  EXPECT_EQ(due_after(at("2026-03-02T09:00:00+02:00"), Period{4, Unit::WorkingHours}, calendar).at, at("2026-03-02T13:00:00+02:00")) << "ends with the morning";
  EXPECT_EQ(due_after(at("2026-03-06T12:00:00+02:00"), Period{2, Unit::WorkingHours}, calendar).at, at("2026-03-09T10:00:00+02:00")) << "over the weekend";
}

TEST(WorkingHours, AreHoursOfTheClockWhereSomebodyAlwaysWorks) {
  Anything any{3};
  for (int i = 0; i < 200; ++i) {
    auto const start = any.moment();
    auto const amount = any.number(1, 400);

    EXPECT_EQ(due_after(start, Period{amount, Unit::WorkingHours}, always()).at, start + std::chrono::hours{amount});
  }
}

TEST(WorkingHours, CountTheHourThatIsNotThereOrComesTwiceAsTheClockDoes) {
  OpeningHours const day{0h, 24h};
  WorkingCalendar const calendar{"nights", "Europe/Riga", {day, day, day, day, day, day, day}, {}};

  EXPECT_EQ(due_after(at("2026-03-29T01:00:00+02:00"), Period{4, Unit::WorkingHours}, calendar).at, at("2026-03-29T06:00:00+03:00"));
  EXPECT_EQ(due_after(at("2026-10-25T01:00:00+03:00"), Period{4, Unit::WorkingHours}, calendar).at, at("2026-10-25T04:00:00+02:00"));
}

TEST(Hours, RunOnTheClockWhileTheClocksChange) {
  EXPECT_EQ(due("2026-03-28T12:00:00+02:00", 24, Unit::Hours), at("2026-03-29T13:00:00+03:00"));
  EXPECT_EQ(due("2026-10-24T12:00:00+03:00", 24, Unit::Hours), at("2026-10-25T11:00:00+02:00"));
}

TEST(Hours, EndWithTheBusinessOfAnotherDayWhereTheyMayNotEndOnADayOff) {
  EXPECT_EQ(due("2026-03-06T12:00:00+02:00", moving(OnDayOff::NextWorkingDay, {24, Unit::Hours})), at("2026-03-09T17:00:00+02:00"));
  EXPECT_EQ(due("2026-03-06T12:00:00+02:00", moving(OnDayOff::PreviousWorkingDay, {24, Unit::Hours})), at("2026-03-06T17:00:00+02:00"));
  EXPECT_EQ(due("2026-03-05T20:00:00+02:00", moving(OnDayOff::NextWorkingDay, {24, Unit::Hours})), at("2026-03-06T20:00:00+02:00")) << "not a day off";
  EXPECT_EQ(due("2026-03-06T00:00:00+02:00", moving(OnDayOff::NextWorkingDay, {24, Unit::Hours})), at("2026-03-07T00:00:00+02:00")) << "the end of Friday";
}

TEST(CalendarDays, EndWhenTheLastDayIsOver) {
  EXPECT_EQ(due("2026-03-02T10:00:00+02:00", 1, Unit::CalendarDays), at("2026-03-04T00:00:00+02:00"));
}

TEST(CalendarDays, EndADayEarlierWhereTheDayOfTheStartCounts) {
  EXPECT_EQ(due("2026-03-02T10:00:00+02:00", counted({10, Unit::CalendarDays})), at("2026-03-12T00:00:00+02:00")) << "the end of 11 March";
}

TEST(CalendarDays, EndAtLocalMidnightWhileTheClocksChange) {
  EXPECT_EQ(due("2026-03-28T10:00:00+02:00", 1, Unit::CalendarDays), at("2026-03-30T00:00:00+03:00"));
  EXPECT_EQ(due("2026-10-24T10:00:00+03:00", 1, Unit::CalendarDays), at("2026-10-26T00:00:00+02:00"));
}

TEST(CalendarDays, EndOnTheLeapDayAndTheLastDayOfTheYear) {
  EXPECT_EQ(due("2028-02-28T10:00:00+02:00", 1, Unit::CalendarDays), at("2028-03-01T00:00:00+02:00")) << "the end of 29 February";
  EXPECT_EQ(due("2027-02-28T10:00:00+02:00", 1, Unit::CalendarDays), at("2027-03-02T00:00:00+02:00")) << "the end of 1 March";
  EXPECT_EQ(due("2026-12-30T10:00:00+02:00", 1, Unit::CalendarDays), at("2027-01-01T00:00:00+02:00"));
}

TEST(CalendarDays, EndAtCloseOfBusinessWhereTheRuleSaysSo) {
  EXPECT_EQ(due("2026-03-02T10:00:00+02:00", ending_at(EndsAt::CloseOfBusiness, {1, Unit::CalendarDays})), at("2026-03-03T17:00:00+02:00"));
  EXPECT_EQ(due("2026-03-06T10:00:00+02:00", ending_at(EndsAt::CloseOfBusiness, {1, Unit::CalendarDays})), at("2026-03-08T00:00:00+02:00"))
      << "nobody closes on Saturday";
  EXPECT_EQ(due("2026-04-10T10:00:00+03:00", ending_at(EndsAt::CloseOfBusiness, {1, Unit::CalendarDays})), at("2026-04-11T14:00:00+03:00"));
}

TEST(LastDay, GoesOnOrBackWhenNobodyWorksOnIt) {
  Period const ten_days{10, Unit::CalendarDays};

  EXPECT_EQ(due("2026-03-24T10:00:00+02:00", moving(OnDayOff::Stays, ten_days)), at("2026-04-04T00:00:00+03:00")) << "Good Friday";
  EXPECT_EQ(due("2026-03-24T10:00:00+02:00", moving(OnDayOff::NextWorkingDay, ten_days)), at("2026-04-08T00:00:00+03:00")) << "Tuesday after Easter";
  EXPECT_EQ(due("2026-03-27T10:00:00+02:00", moving(OnDayOff::PreviousWorkingDay, ten_days)), at("2026-04-03T00:00:00+03:00")) << "Maundy Thursday";
}

TEST(LastDay, IsNotMovedBackOverTheStart) {
  EXPECT_EQ(due("2026-03-07T10:00:00+02:00", moving(OnDayOff::PreviousWorkingDay, {1, Unit::CalendarDays})), at("2026-03-09T00:00:00+02:00"));
}

TEST(LastDay, EndsAtMidnightWhenItsBusinessHadClosedBeforeTheStart) {
  EXPECT_EQ(due("2026-03-02T18:00:00+02:00", counted({1, Unit::WorkingDays})), at("2026-03-03T00:00:00+02:00"));
}

TEST(Weeks, EndOnTheSameDayOfTheWeek) {
  EXPECT_EQ(due("2026-03-20T10:00:00+02:00", 8, Unit::Weeks), at("2026-05-16T00:00:00+03:00")) << "the end of Friday 15 May";
  EXPECT_EQ(due("2026-03-20T10:00:00+02:00", counted({8, Unit::Weeks})), at("2026-05-15T00:00:00+03:00"));
}

TEST(Months, EndOnTheSameDayOfTheMonth) {
  EXPECT_EQ(due("2026-11-15T10:00:00+02:00", 3, Unit::Months), at("2027-02-16T00:00:00+02:00"));
  EXPECT_EQ(due("2026-11-15T10:00:00+02:00", counted({3, Unit::Months})), at("2027-02-15T00:00:00+02:00"));
}

TEST(Months, EndOnTheLastDayOfAMonthThatIsShorter) {
  EXPECT_EQ(due("2026-01-31T10:00:00+02:00", 1, Unit::Months), at("2026-03-01T00:00:00+02:00")) << "the end of 28 February";
  EXPECT_EQ(due("2028-01-31T10:00:00+02:00", 1, Unit::Months), at("2028-03-01T00:00:00+02:00")) << "the end of 29 February";
  EXPECT_EQ(due("2028-02-29T10:00:00+02:00", 12, Unit::Months), at("2029-03-01T00:00:00+02:00"));
}

TEST(NextOpening, IsWhereCountingStartsWhereTheRuleSaysSo) {
  auto rule = counting({24, Unit::Hours});
  rule.starts_from = StartsFrom::NextOpening;
  EXPECT_EQ(due("2026-03-06T18:00:00+02:00", rule), at("2026-03-10T09:00:00+02:00"));
  EXPECT_EQ(due("2026-03-06T12:00:00+02:00", rule), at("2026-03-07T12:00:00+02:00")) << "people are at work";

  rule = counting({1, Unit::WorkingDays});
  rule.starts_from = StartsFrom::NextOpening;
  EXPECT_EQ(due("2026-03-06T18:00:00+02:00", rule), at("2026-03-10T17:00:00+02:00")) << "Monday is the day of the start";
}

TEST(Due, IsTheStartWhenNothingIsCounted) {
  EXPECT_EQ(due("2026-03-02T10:00:00+02:00", 0, Unit::WorkingDays), at("2026-03-02T10:00:00+02:00"));
  EXPECT_EQ(due("2026-03-02T10:00:00+02:00", -5, Unit::Months), at("2026-03-02T10:00:00+02:00"));
}

TEST(Due, CountsNothingFurtherThanTheLongestPeriod) {
  auto const start = at("2026-03-02T10:00:00+02:00");
  auto const longest = due_after(start, Period{longest_period, Unit::WorkingDays}, riga());

  auto const endless = due_after(start, Period{std::numeric_limits<std::int64_t>::max(), Unit::WorkingDays}, riga());

  EXPECT_EQ(endless.at, longest.at);
  EXPECT_EQ(endless.because[1].amount, longest_period);
}

TEST(WhatIsDue, IsInTimeAtTheVeryMomentAndLateAfterIt) {
  auto const due = at("2026-03-02T17:00:00+02:00");

  EXPECT_FALSE(is_late(due, due - 1us));
  EXPECT_FALSE(is_late(due, due));
  EXPECT_TRUE(is_late(due, due + 1us));
}

TEST(HouseRule, CountsNoDayOfTheStartAndEndsWorkingDaysAtCloseOfBusiness) {
  EXPECT_EQ(counting({3, Unit::WorkingDays}), (CountingRule{{3, Unit::WorkingDays}, StartsFrom::Moment, DayOfStart::NotCounted, EndsAt::CloseOfBusiness}));
  EXPECT_EQ(counting({3, Unit::Weeks}), (CountingRule{{3, Unit::Weeks}, StartsFrom::Moment, DayOfStart::NotCounted, EndsAt::Midnight}));
}

TEST(Period, IsReadAsItIsWritten) {
  for (auto const* text : {"15 working-days", "1 hours", "4 working-hours", "30 calendar-days", "8 weeks", "3 months"}) {
    ASSERT_TRUE(parse_period(text)) << text;
    EXPECT_EQ(to_text(*parse_period(text)), text);
  }
}

TEST(Period, MayStandInTheSingular) {
  EXPECT_EQ(parse_period("1 working-hour"), (Period{1, Unit::WorkingHours}));
}

TEST(Period, IsRefusedWhenItIsNone) {
  for (auto const* text : {"", "15", "working-days", "0 weeks", "-1 weeks", "+1 weeks", " 1 weeks", "1  weeks", "1weeks", "1 weekss", "1.5 weeks", "1 Weeks",
                           "10001 weeks", "99999999999999999999 weeks", "1 weeks "})
    EXPECT_FALSE(parse_period(text)) << text;
}

}  // namespace
}  // namespace redress
