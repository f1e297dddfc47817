// SPDX-License-Identifier: Apache-2.0
// Why a deadline falls when it falls: the steps, in order, each with the numbers that were used.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "tests/engine/deadline_calendars.hpp"

namespace redress {
namespace {

/// "days-off 2026-04-03 00:00 - 2026-04-06 00:00 2 working-days [riga]", in the calendar's time.
std::string written(Because const& because, WorkingCalendar const& calendar) {
  auto const moment = [&](Time time) {
    auto const minute = calendar.local_minute(time);
    return fmt::format("{} {:02}:{:02}", to_text(calendar.local_day(time)), minute / 1h, minute % 1h / 1min);
  };
  auto text = fmt::format("{} {}", name_of(because.step), moment(because.at));
  if (because.until) text += " - " + moment(*because.until);
  if (because.amount != 0) text += fmt::format(" {}", because.amount);
  if (!because.unit.empty()) text += " " + because.unit;
  if (!because.calendar.empty()) text += " [" + because.calendar + "]";
  return text;
}

using Steps = std::vector<std::string>;

Steps written(Due const& due, WorkingCalendar const& calendar) {
  Steps steps;
  for (auto const& because : due.because) steps.push_back(written(because, calendar));
  return steps;
}

TEST(Reasons, SayWhichWorkingDaysAreLostToDaysOffAndWhichWeekendIsWorked) {
  auto const calendar = riga();

  auto const due = due_after(at("2026-03-30T16:40:00+03:00"), Period{8, Unit::WorkingDays}, calendar);

  EXPECT_EQ(written(due, calendar), (Steps{
                                        "started 2026-03-30 16:40",
                                        "counted 2026-03-30 16:40 8 working-days [riga]",
                                        "first-day 2026-03-31 00:00 working-days [riga]",
                                        "days-off 2026-04-03 00:00 - 2026-04-06 00:00 2 working-days [riga]",
                                        "extra-day 2026-04-11 00:00 [riga]",
                                        "ends-at 2026-04-11 14:00 [riga]",
                                    }));
}

TEST(Reasons, KeepDaysOffApartThatAWorkingDayParts) {
  auto const calendar = riga();

  auto const due = due_after(at("2026-12-23T10:00:00+02:00"), Period{4, Unit::WorkingDays}, calendar);

  EXPECT_EQ(written(due, calendar), (Steps{
                                        "started 2026-12-23 10:00",
                                        "counted 2026-12-23 10:00 4 working-days [riga]",
                                        "first-day 2026-12-28 00:00 working-days [riga]",
                                        "days-off 2026-12-24 00:00 - 2026-12-25 00:00 2 working-days [riga]",
                                        "days-off 2026-12-31 00:00 - 2027-01-01 00:00 2 working-days [riga]",
                                        "ends-at 2027-01-04 17:00 [riga]",
                                    }));
}

TEST(Reasons, SayWhenTheFirstWorkingHourBegins) {
  auto const calendar = riga();

  auto const due = due_after(at("2026-04-02T18:00:00+03:00"), Period{1, Unit::WorkingHours}, calendar);

  EXPECT_EQ(written(due, calendar), (Steps{
                                        "started 2026-04-02 18:00",
                                        "counted 2026-04-02 18:00 1 working-hours [riga]",
                                        "first-day 2026-04-07 09:00 working-hours [riga]",
                                        "days-off 2026-04-03 00:00 - 2026-04-06 00:00 2 working-days [riga]",
                                        "ends-at 2026-04-07 10:00 [riga]",
                                    }));
}

TEST(Reasons, SayFromWhichOpeningItCountsAndWhereTheLastDayIsMoved) {
  auto const calendar = riga();
  CountingRule const rule{{12, Unit::CalendarDays}, StartsFrom::NextOpening, DayOfStart::NotCounted, EndsAt::Midnight, OnDayOff::NextWorkingDay};

  auto const due = due_after(at("2026-03-21T18:00:00+02:00"), rule, calendar);

  EXPECT_EQ(written(due, calendar), (Steps{
                                        "started 2026-03-21 18:00",
                                        "opened 2026-03-23 09:00 [riga]",
                                        "counted 2026-03-23 09:00 12 calendar-days",
                                        "first-day 2026-03-24 00:00 calendar-days [riga]",
                                        "moved 2026-04-04 00:00 - 2026-04-07 00:00 [riga]",
                                        "ends-at 2026-04-08 00:00 [riga]",
                                    }));
}

TEST(Reasons, SayThatADateMayStillChangeWhenItsDaysOffAreNotKnownYet) {
  auto const calendar = with_breaks();

  auto const due = due_after(at("2026-12-30T10:00:00+02:00"), Period{2, Unit::WorkingDays}, calendar);

  EXPECT_EQ(written(due, calendar).back(), "provisional 2026-12-31 00:00 [with-breaks]");
  EXPECT_EQ(due_after(at("2026-12-30T10:00:00+02:00"), Period{1, Unit::WorkingDays}, calendar).because.back().step, BecauseStep::EndsAt)
      << "the last known day";
  EXPECT_EQ(due_after(at("2026-12-30T10:00:00+02:00"), Period{5, Unit::CalendarDays}, calendar).because.back().step, BecauseStep::EndsAt)
      << "no day off would change it";
}

TEST(Reasons, GoOnWithAPause) {
  auto const calendar = riga();
  auto const rule = counting({2, Unit::WorkingDays});
  auto const running = due_after(at("2026-03-02T09:00:00+02:00"), rule, calendar);

  auto const moved = after_pause(running, rule, at("2026-03-03T16:00:00+02:00"), at("2026-03-04T10:00:00+02:00"), calendar);

  auto const steps = written(moved, calendar);
  ASSERT_EQ(steps.size(), running.because.size() + 2);
  EXPECT_EQ(steps[steps.size() - 2], "paused 2026-03-03 16:00 - 2026-03-04 10:00 120 working-minutes [riga]");
  EXPECT_EQ(steps.back(), "ends-at 2026-03-05 17:00 [riga]");
}

TEST(Reasons, GoOnWithAnExtensionThatMovesTheLastDay) {
  auto const calendar = with_breaks();
  auto rule = counting({1, Unit::Weeks});
  rule.on_day_off = OnDayOff::NextWorkingDay;
  auto const running = due_after(at("2026-12-14T09:00:00+02:00"), rule, calendar);

  auto const moved = after_extension(running, rule, {12, Unit::CalendarDays}, at("2026-12-18T10:00:00+02:00"), calendar);

  auto const steps = written(moved, calendar);
  EXPECT_EQ((Steps{steps.begin() + static_cast<std::ptrdiff_t>(running.because.size()), steps.end()}),
            (Steps{
                "extended 2026-12-18 10:00 12 calendar-days",
                "moved 2027-01-02 00:00 - 2027-01-04 00:00 [with-breaks]",
                "ends-at 2027-01-05 00:00 [with-breaks]",
                "provisional 2026-12-31 00:00 [with-breaks]",
            }));
}

}  // namespace
}  // namespace redress
