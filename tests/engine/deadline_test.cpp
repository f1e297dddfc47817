// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/deadline.hpp"

#include <limits>
#include <random>

#include <gtest/gtest.h>

namespace redress {
namespace {

using namespace std::chrono_literals;

constexpr OpeningHours office{9h, 17h};

WorkingCalendar riga() {
  return {"riga",
          "Europe/Riga",
          {office, office, office, office, office, std::nullopt, std::nullopt},
          {{2026y / 4 / 3, std::nullopt},
           {2026y / 4 / 6, std::nullopt},
           {2026y / 12 / 24, std::nullopt},
           {2026y / 12 / 25, std::nullopt},
           {2026y / 12 / 31, std::nullopt},
           {2027y / 1 / 1, std::nullopt},
           {2026y / 4 / 11, OpeningHours{10h, 14h}}}};
}

WorkingCalendar always() {
  OpeningHours const day{0h, 24h};
  return {"always", "UTC", {day, day, day, day, day, day, day}, {}};
}

Time at(char const* text) {
  return parse_time(text).value();
}

Time due(char const* start, std::int64_t amount, Unit unit) {
  return due_after(at(start), {amount, unit}, riga()).at;
}

std::vector<std::string> explained(Due const& due, WorkingCalendar const& calendar) {
  std::vector<std::string> sentences;
  for (auto const& because : due.because) sentences.push_back(sentence(because, calendar));
  return sentences;
}

/// Any moment of three years, any unit, a length up to `longest`.
class Anything {
 public:
  explicit Anything(unsigned seed) : random_(seed) {}
  Time moment() { return at("2025-06-01T00:00:00Z") + std::chrono::minutes{number(0, 60 * 24 * 365 * 3)}; }
  Period period(std::int64_t longest) { return {number(0, longest), static_cast<Unit>(number(0, count_of<Unit> - 1))}; }
  std::int64_t number(std::int64_t least, std::int64_t most) { return std::uniform_int_distribution{least, most}(random_); }

 private:
  std::mt19937_64 random_;
};

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

TEST(WorkingDays, SayStepByStepWhyTheyEndWhenTheyEnd) {
  auto const calendar = riga();

  auto const because = explained(due_after(at("2026-03-27T16:40:00+02:00"), {5, Unit::WorkingDays}, calendar), calendar);

  EXPECT_EQ(because, (std::vector<std::string>{
                         "It starts at 16:40 on Fri 27 Mar 2026.",
                         "5 working days of the calendar riga are counted.",
                         "Day 1 is Mon 30 Mar 2026.",
                         "Fri 3 Apr 2026 does not count: nobody works.",
                         "Mon 6 Apr 2026 does not count: nobody works.",
                         "It ends at 17:00 on Tue 7 Apr 2026.",
                     }));
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

TEST(WorkingHours, SayWhenTheFirstOneBegins) {
  auto const calendar = riga();

  auto const because = explained(due_after(at("2026-04-02T18:00:00+03:00"), {1, Unit::WorkingHours}, calendar), calendar);

  EXPECT_EQ(because, (std::vector<std::string>{
                         "It starts at 18:00 on Thu 2 Apr 2026.",
                         "1 working hour of the calendar riga is counted.",
                         "Fri 3 Apr 2026 does not count: nobody works.",
                         "Mon 6 Apr 2026 does not count: nobody works.",
                         "The first hour begins at 09:00 on Tue 7 Apr 2026.",
                         "It ends at 10:00 on Tue 7 Apr 2026.",
                     }));
}

TEST(WorkingHours, AreHoursOfTheClockWhereSomebodyAlwaysWorks) {
  Anything any{3};
  for (int i = 0; i < 200; ++i) {
    auto const start = any.moment();
    auto const amount = any.number(1, 400);

    EXPECT_EQ(due_after(start, {amount, Unit::WorkingHours}, always()).at, start + std::chrono::hours{amount});
  }
}

TEST(Hours, RunOnTheClockWhileTheClocksChange) {
  EXPECT_EQ(due("2026-03-28T12:00:00+02:00", 24, Unit::Hours), at("2026-03-29T13:00:00+03:00"));
  EXPECT_EQ(due("2026-10-24T12:00:00+03:00", 24, Unit::Hours), at("2026-10-25T11:00:00+02:00"));
}

TEST(CalendarDays, EndWhenTheLastDayIsOver) {
  EXPECT_EQ(due("2026-03-02T10:00:00+02:00", 1, Unit::CalendarDays), at("2026-03-04T00:00:00+02:00"));
}

TEST(CalendarDays, EndAtLocalMidnightWhileTheClocksChange) {
  EXPECT_EQ(due("2026-03-28T10:00:00+02:00", 1, Unit::CalendarDays), at("2026-03-30T00:00:00+03:00"));
  EXPECT_EQ(due("2026-10-24T10:00:00+03:00", 1, Unit::CalendarDays), at("2026-10-26T00:00:00+02:00"));
}

TEST(CalendarDays, SayWhichMidnightIsMeant) {
  auto const calendar = riga();

  auto const because = explained(due_after(at("2026-03-02T10:00:00+02:00"), {10, Unit::CalendarDays}, calendar), calendar);

  EXPECT_EQ(because, (std::vector<std::string>{
                         "It starts at 10:00 on Mon 2 Mar 2026.",
                         "10 calendar days are counted.",
                         "Day 1 is Tue 3 Mar 2026.",
                         "It ends at midnight at the end of Thu 12 Mar 2026.",
                     }));
}

TEST(Weeks, EndOnTheSameDayOfTheWeek) {
  EXPECT_EQ(due("2026-03-20T10:00:00+02:00", 8, Unit::Weeks), at("2026-05-16T00:00:00+03:00")) << "the end of Friday 15 May";
}

TEST(Months, EndOnTheSameDayOfTheMonth) {
  EXPECT_EQ(due("2026-11-15T10:00:00+02:00", 3, Unit::Months), at("2027-02-16T00:00:00+02:00"));
}

TEST(Months, EndOnTheLastDayOfAMonthThatIsShorter) {
  EXPECT_EQ(due("2026-01-31T10:00:00+02:00", 1, Unit::Months), at("2026-03-01T00:00:00+02:00")) << "the end of 28 February";
  EXPECT_EQ(due("2028-01-31T10:00:00+02:00", 1, Unit::Months), at("2028-03-01T00:00:00+02:00")) << "the end of 29 February";
  EXPECT_EQ(due("2028-02-29T10:00:00+02:00", 12, Unit::Months), at("2029-03-01T00:00:00+02:00"));
}

TEST(Due, IsTheStartWhenNothingIsCounted) {
  EXPECT_EQ(due("2026-03-02T10:00:00+02:00", 0, Unit::WorkingDays), at("2026-03-02T10:00:00+02:00"));
  EXPECT_EQ(due("2026-03-02T10:00:00+02:00", -5, Unit::Months), at("2026-03-02T10:00:00+02:00"));
}

TEST(Due, CountsNothingFurtherThanTheLongestPeriod) {
  auto const start = at("2026-03-02T10:00:00+02:00");
  auto const longest = due_after(start, {longest_period, Unit::WorkingDays}, riga());

  auto const endless = due_after(start, {std::numeric_limits<std::int64_t>::max(), Unit::WorkingDays}, riga());

  EXPECT_EQ(endless.at, longest.at);
  EXPECT_EQ(endless.because[1].amount, longest_period);
}

TEST(Due, IsNeverBeforeTheStartAndNeverNearerForALongerPeriod) {
  auto const calendar = riga();
  Anything any{11};
  for (int i = 0; i < 3000; ++i) {
    auto const start = any.moment();
    auto const period = any.period(60);
    auto const longer = Period{period.amount + any.number(0, 5), period.unit};

    auto const sooner = due_after(start, period, calendar).at;

    EXPECT_LE(start, sooner) << to_text(start) << " " << to_text(period);
    EXPECT_LE(sooner, due_after(start, longer, calendar).at) << to_text(start) << " " << to_text(period);
  }
}

TEST(Due, IsNeverNearerForALaterStart) {
  auto const calendar = riga();
  Anything any{12};
  for (int i = 0; i < 3000; ++i) {
    auto const start = any.moment();
    auto const later = start + std::chrono::minutes{any.number(0, 5000)};
    auto const period = any.period(60);

    EXPECT_LE(due_after(start, period, calendar).at, due_after(later, period, calendar).at) << to_text(start) << " " << to_text(later);
  }
}

TEST(Due, EndsInItsExplanationAtTheMomentItNames) {
  auto const calendar = riga();
  Anything any{13};
  for (int i = 0; i < 500; ++i) {
    auto const start = any.moment();
    auto const due = due_after(start, any.period(60), calendar);

    EXPECT_EQ(due.because.front().at, start);
    EXPECT_EQ(due.because.back().step, BecauseStep::EndsAt);
    EXPECT_EQ(due.because.back().at, due.at);
  }
}

TEST(Warning, ComesWorkingHoursBefore) {
  auto const calendar = riga();

  EXPECT_EQ(before(at("2026-03-03T17:00:00+02:00"), {4, Unit::WorkingHours}, calendar), at("2026-03-03T13:00:00+02:00"));
  EXPECT_EQ(before(at("2026-04-07T10:00:00+03:00"), {4, Unit::WorkingHours}, calendar), at("2026-04-02T14:00:00+03:00")) << "over Easter";
  EXPECT_EQ(before(at("2026-03-08T00:00:00+02:00"), {4, Unit::WorkingHours}, calendar), at("2026-03-06T13:00:00+02:00")) << "from the weekend";
}

TEST(Warning, KeepsTheTimeOfDayWhenItComesDaysBefore) {
  auto const calendar = riga();

  EXPECT_EQ(before(at("2026-04-07T17:00:00+03:00"), {1, Unit::WorkingDays}, calendar), at("2026-04-02T17:00:00+03:00"));
  EXPECT_EQ(before(at("2026-03-30T17:00:00+03:00"), {2, Unit::CalendarDays}, calendar), at("2026-03-28T17:00:00+02:00"));
  EXPECT_EQ(before(at("2026-03-31T17:00:00+03:00"), {1, Unit::Months}, calendar), at("2026-02-28T17:00:00+02:00"));
}

TEST(Warning, IsNeverAfterTheDeadline) {
  auto const calendar = riga();
  Anything any{14};
  for (int i = 0; i < 3000; ++i) {
    auto const due = any.moment();
    auto const period = any.period(40);

    EXPECT_LE(before(due, period, calendar), due) << to_text(due) << " " << to_text(period);
  }
}

TEST(Warning, UndoesWorkingHoursCountedFromWorkingTime) {
  auto const calendar = riga();
  Anything any{15};
  for (int i = 0; i < 3000; ++i) {
    auto const start = any.moment();
    if (!calendar.is_working_time(start)) continue;
    Period const period{any.number(1, 100), Unit::WorkingHours};

    auto const back = before(due_after(start, period, calendar).at, period, calendar);

    EXPECT_TRUE(back == start || due_after(back, period, calendar).at == due_after(start, period, calendar).at) << to_text(start);
  }
}

TEST(Pause, MovesTheDeadlineByItsSpanAndSaysSo) {
  auto const calendar = riga();
  auto const running = due_after(at("2026-03-02T09:00:00+02:00"), {5, Unit::WorkingDays}, calendar);

  auto const moved = after_pause(running, at("2026-03-03T10:00:00+02:00"), at("2026-03-05T11:30:10+02:00"));

  EXPECT_EQ(moved.at, running.at + 49h + 31min);
  auto const because = explained(moved, calendar);
  EXPECT_EQ(because[because.size() - 2], "The clock stood still for 2 days 1 hour 31 minutes from 10:00 on Tue 3 Mar 2026.");
  EXPECT_EQ(because.back(), "It ends at 18:31 on Wed 11 Mar 2026.");
}

TEST(Pause, MovesNothingWhenItIsNone) {
  auto const running = due_after(at("2026-03-02T09:00:00+02:00"), {5, Unit::WorkingDays}, riga());

  EXPECT_EQ(after_pause(running, at("2026-03-03T10:00:00Z"), at("2026-03-03T10:00:00Z")).because, running.because);
  EXPECT_EQ(after_pause(running, at("2026-03-03T10:00:00Z"), at("2026-03-02T10:00:00Z")).at, running.at);
  EXPECT_EQ(after_pause(running, running.at, running.at + 1h).at, running.at) << "it was over already";
}

TEST(Pause, NeverBringsADeadlineNearer) {
  auto const calendar = riga();
  Anything any{16};
  for (int i = 0; i < 3000; ++i) {
    auto const running = due_after(any.moment(), any.period(60), calendar);
    auto const from = running.at + std::chrono::minutes{any.number(-50'000, 5'000)};
    auto const until = from + std::chrono::seconds{any.number(-1'000, 5'000'000)};

    auto const moved = after_pause(running, from, until).at;

    EXPECT_LE(running.at, moved);
    EXPECT_LE(moved, after_pause(running, from, until + 90s).at) << "a longer pause";
  }
}

TEST(Sentence, SpeaksOfWhatWasAgreed) {
  auto const calendar = riga();

  EXPECT_EQ(sentence({BecauseStep::Extended, at("2026-03-02T09:00:00Z"), 10, "working-days", "riga"}, calendar), "It moves by 10 working days, by agreement.");
  EXPECT_EQ(sentence({BecauseStep::Promised, at("2026-03-02T09:00:00Z"), 0, "", ""}, calendar), "Mon 2 Mar 2026 was promised.");
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
