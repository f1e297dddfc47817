// SPDX-License-Identifier: Apache-2.0
// What holds for every way of counting, whatever the start, the length and the calendar. Random, from a seed.
#include <gtest/gtest.h>

#include <array>

#include <fmt/format.h>

#include "tests/engine/deadline_calendars.hpp"

namespace redress {
namespace {

constexpr int repetitions = 3000;

WorkingCalendar const& any_calendar(Anything& any) {
  static std::array const calendars{riga(), with_breaks(), always()};
  return calendars[static_cast<std::size_t>(any.number(0, calendars.size() - 1))];
}

std::string written(CountingRule const& rule) {
  return fmt::format("{}, {}, {}, {}, {}", to_text(rule.period), name_of(rule.starts_from), name_of(rule.day_of_start), name_of(rule.ends_at),
                     name_of(rule.on_day_off));
}

/// Hours that end on a day off end with the business of another day, while those that end on that other day itself end at their own hour, before or
/// after its closing. So they keep their order by days only; everything else keeps it to the moment.
bool keeps_order_by_days_only(CountingRule const& rule) {
  return rule.period.unit == Unit::Hours && rule.on_day_off != OnDayOff::Stays;
}

testing::AssertionResult is_not_nearer(Time sooner, Time later, CountingRule const& rule, WorkingCalendar const& calendar) {
  auto const day_of = [&](Time time) { return calendar.local_day(time - Duration{1}); };
  if (keeps_order_by_days_only(rule) ? day_of(sooner) <= day_of(later) : sooner <= later) return testing::AssertionSuccess();
  return testing::AssertionFailure() << to_text(later) << " is nearer than " << to_text(sooner) << ": " << written(rule) << " of " << calendar.name();
}

TEST(EveryDue, IsNeverBeforeTheStart) {
  Anything any{11};
  for (int i = 0; i < repetitions; ++i) {
    auto const start = any.moment();
    auto const rule = any.rule(60);

    EXPECT_LE(start, due_after(start, rule, any_calendar(any)).at) << to_text(start) << " " << written(rule);
  }
}

TEST(EveryDue, IsNeverNearerForALongerPeriod) {
  Anything any{12};
  for (int i = 0; i < repetitions; ++i) {
    auto const start = any.moment();
    auto const rule = any.rule(i % 2 == 0 ? 60 : 4);
    auto const& calendar = any_calendar(any);
    auto longer = rule;
    longer.period.amount += any.number(0, 5);

    EXPECT_TRUE(is_not_nearer(due_after(start, rule, calendar).at, due_after(start, longer, calendar).at, rule, calendar)) << to_text(start);
  }
}

TEST(EveryDue, IsNeverNearerForALaterStart) {
  Anything any{13};
  for (int i = 0; i < repetitions; ++i) {
    auto const start = any.moment();
    auto const later = start + std::chrono::minutes{any.number(0, 5000)};
    auto const rule = any.rule(i % 2 == 0 ? 60 : 4);
    auto const& calendar = any_calendar(any);

    EXPECT_TRUE(is_not_nearer(due_after(start, rule, calendar).at, due_after(later, rule, calendar).at, rule, calendar))
        << to_text(start) << " " << to_text(later);
  }
}

TEST(EveryDue, EndsOnAWorkingDayWhereItMayNotEndOnADayOff) {
  Anything any{14};
  for (int i = 0; i < repetitions; ++i) {
    auto const start = any.moment();
    auto rule = any.rule(60);
    auto const& calendar = any_calendar(any);
    rule.on_day_off = OnDayOff::NextWorkingDay;
    if (rule.period.amount == 0) continue;

    auto const due = due_after(start, rule, calendar).at;

    EXPECT_TRUE(calendar.is_working_day(calendar.local_day(due - 1us))) << to_text(start) << " " << written(rule);
  }
}

TEST(EveryDue, IsExplainedFromItsStartToItsEndAndTwiceAlike) {
  Anything any{15};
  for (int i = 0; i < repetitions; ++i) {
    auto const start = any.moment();
    auto const rule = any.rule(60);
    auto const& calendar = any_calendar(any);

    auto const due = due_after(start, rule, calendar);

    auto last = due.because.rbegin();
    if (last->step == BecauseStep::Provisional) ++last;
    EXPECT_EQ(due.because.front().at, start);
    EXPECT_EQ(last->step, BecauseStep::EndsAt);
    EXPECT_EQ(last->at, due.at);
    EXPECT_EQ(due_after(start, rule, calendar).because, due.because);
  }
}

TEST(EveryDueInWorkingDays, LosesAsManyDaysToDaysOffAsItsReasonsSay) {
  auto const calendar = riga();
  Anything any{16};
  for (int i = 0; i < repetitions; ++i) {
    auto const start = any.moment();
    auto const amount = any.number(1, 60);

    auto const due = due_after(start, Period{amount, Unit::WorkingDays}, calendar);

    std::int64_t usual = 0;
    for (std::chrono::sys_days day{calendar.local_day(start)}; day < std::chrono::sys_days{calendar.local_day(due.at)};) {
      day += std::chrono::days{1};
      if (std::chrono::weekday{day}.iso_encoding() < 6) ++usual;
    }
    for (auto const& because : due.because) {
      if (because.step == BecauseStep::DaysOff) usual -= because.amount;
      if (because.step == BecauseStep::ExtraDay) ++usual;
    }
    EXPECT_EQ(usual, amount) << to_text(start);
  }
}

TEST(EveryPause, NeverBringsADeadlineNearerAndALongerOneNeverLess) {
  Anything any{17};
  for (int i = 0; i < repetitions; ++i) {
    auto const rule = any.rule(i % 2 == 0 ? 60 : 4);
    auto const& calendar = any_calendar(any);
    auto const running = due_after(any.moment(), rule, calendar);
    auto const from = running.at + std::chrono::minutes{any.number(-50'000, 5'000)};
    auto const until = from + std::chrono::seconds{any.number(-1'000, 5'000'000)};

    auto const moved = after_pause(running, rule, from, until, calendar);

    EXPECT_LE(running.at, moved.at) << written(rule);
    EXPECT_TRUE(is_not_nearer(moved.at, after_pause(running, rule, from, until + std::chrono::minutes{any.number(1, 3000)}, calendar).at, rule, calendar))
        << "a longer pause from " << to_text(from) << " until " << to_text(until);
    EXPECT_EQ(after_pause(running, rule, from, until, calendar).because, moved.because);
  }
}

TEST(EveryPause, OfWorkingHoursLeavesAsMuchWorkAsThereWasBeforeIt) {
  Anything any{18};
  for (int i = 0; i < repetitions; ++i) {
    auto const& calendar = any_calendar(any);
    auto const rule = counting({any.number(1, 60), Unit::WorkingHours});
    auto const running = due_after(any.moment(), rule, calendar);
    auto const from = running.at - std::chrono::minutes{any.number(1, 5'000)};
    auto const until = from + std::chrono::minutes{any.number(1, 20'000)};

    auto const moved = after_pause(running, rule, from, until, calendar).at;

    if (until >= moved) continue;
    EXPECT_EQ(calendar.working_time_between(from, running.at), calendar.working_time_between(until, moved)) << to_text(from);
  }
}

TEST(EveryExtension, NeverBringsADeadlineNearerAndALongerOneNeverLess) {
  Anything any{19};
  for (int i = 0; i < repetitions; ++i) {
    auto const rule = any.rule(i % 2 == 0 ? 60 : 4);
    auto const& calendar = any_calendar(any);
    auto const running = due_after(any.moment(), rule, calendar);
    auto const by = any.period(20);
    auto const agreed = any.moment();
    auto counted = rule;
    counted.period = by;

    auto const moved = after_extension(running, rule, by, agreed, calendar);

    EXPECT_LE(running.at, moved.at) << written(rule) << " by " << to_text(by);
    EXPECT_TRUE(is_not_nearer(moved.at, after_extension(running, rule, {by.amount + any.number(1, 5), by.unit}, agreed, calendar).at, counted, calendar));
    EXPECT_EQ(after_extension(running, rule, by, agreed, calendar).because, moved.because);
  }
}

TEST(EveryWarning, IsNeverAfterTheDeadline) {
  Anything any{20};
  for (int i = 0; i < repetitions; ++i) {
    auto const due = any.moment();
    auto const period = any.period(40);

    EXPECT_LE(before(due, period, any_calendar(any)), due) << to_text(due) << " " << to_text(period);
  }
}

TEST(EveryWarning, UndoesWorkingHoursCountedFromWorkingTime) {
  Anything any{21};
  for (int i = 0; i < repetitions; ++i) {
    auto const& calendar = any_calendar(any);
    auto const start = any.moment();
    if (!calendar.is_working_time(start)) continue;
    Period const period{any.number(1, 100), Unit::WorkingHours};

    auto const back = before(due_after(start, period, calendar).at, period, calendar);

    EXPECT_TRUE(back == start || due_after(back, period, calendar).at == due_after(start, period, calendar).at) << to_text(start);
  }
}

}  // namespace
}  // namespace redress
