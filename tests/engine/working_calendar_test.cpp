// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/working_calendar.hpp"

#include <random>
#include <stdexcept>

#include <gtest/gtest.h>

namespace redress {
namespace {

using namespace std::chrono_literals;
using Week = std::array<std::optional<OpeningHours>, 7>;

constexpr OpeningHours office{9h, 17h};
constexpr OpeningHours all_day{0h, 24h};

Week office_week() {
  return {office, office, office, office, office, std::nullopt, std::nullopt};
}
Week every_day(OpeningHours hours) {
  return {hours, hours, hours, hours, hours, hours, hours};
}

WorkingCalendar riga() {
  return {"riga",
          "Europe/Riga",
          office_week(),
          {{2026y / 4 / 3, std::nullopt}, {2026y / 4 / 5, std::nullopt}, {2026y / 4 / 6, std::nullopt}, {2026y / 4 / 11, OpeningHours{10h, 14h}}}};
}

/// With breaks, a Saturday that is worked in exchange for a Monday, and names.
WorkingCalendar moscow() {
  DayHours const office_hours{{9h, 13h}, {14h, 18h}};
  CalendarDefinition definition;
  definition.name = "moscow";
  definition.title = {{Language::English, "Moscow"}, {Language::Latvian, "Krievija"}, {Language::Russian, "Москва"}};
  definition.zone = "Europe/Moscow";
  definition.weekly = {office_hours, office_hours, office_hours, office_hours, office_hours, {}, {}};
  definition.special_days = {{2025y / 11 / 1, {office_hours, {}}}, {2025y / 11 / 3, {{}, {{Language::English, "day off moved from 1 November"}}}}};
  definition.proclaimed_until = 2026y / 12 / 31;
  return WorkingCalendar{std::move(definition)};
}

Time at(char const* text) {
  return parse_time(text).value();
}

TEST(WorkingCalendar, KnowsTheHoursOfTheWeek) {
  auto const calendar = riga();

  EXPECT_EQ(calendar.hours_on(2026y / 3 / 27), office);
  EXPECT_FALSE(calendar.is_working_day(2026y / 3 / 28));
  EXPECT_FALSE(calendar.is_working_day(2026y / 3 / 29));
  EXPECT_EQ(calendar.hours_on(2026y / 3 / 30), office);
}

TEST(WorkingCalendar, LetsASingleDateDiffer) {
  auto const calendar = riga();

  EXPECT_FALSE(calendar.is_working_day(2026y / 4 / 3));
  EXPECT_EQ(calendar.hours_on(2026y / 4 / 11), (OpeningHours{10h, 14h}));
}

TEST(WorkingCalendar, TellsAHolidayFromAWeekend) {
  auto const calendar = riga();

  EXPECT_TRUE(calendar.is_day_off(2026y / 4 / 3));
  EXPECT_FALSE(calendar.is_day_off(2026y / 4 / 4)) << "a Saturday";
  EXPECT_FALSE(calendar.is_day_off(2026y / 4 / 5)) << "a holiday on a Sunday takes no working day away";
  EXPECT_FALSE(calendar.is_day_off(2026y / 4 / 7));
}

TEST(WorkingCalendar, FindsTheNextAndThePreviousWorkingDayOverEaster) {
  auto const calendar = riga();

  EXPECT_EQ(calendar.next_working_day(2026y / 4 / 2), Date{2026y / 4 / 7});
  EXPECT_EQ(calendar.previous_working_day(2026y / 4 / 7), Date{2026y / 4 / 2});
}

TEST(WorkingCalendar, IsOpenFromTheFirstMinuteUntilBeforeTheClosingOne) {
  auto const calendar = riga();

  EXPECT_FALSE(calendar.is_working_time(at("2026-03-27T08:59:59+02:00")));
  EXPECT_TRUE(calendar.is_working_time(at("2026-03-27T09:00:00+02:00")));
  EXPECT_TRUE(calendar.is_working_time(at("2026-03-27T16:59:59+02:00")));
  EXPECT_FALSE(calendar.is_working_time(at("2026-03-27T17:00:00+02:00")));
  EXPECT_FALSE(calendar.is_working_time(at("2026-03-28T12:00:00+02:00")));
}

TEST(WorkingCalendar, LivesInItsOwnZone) {
  auto const calendar = riga();

  EXPECT_EQ(calendar.local_day(at("2026-03-27T22:30:00Z")), Date{2026y / 3 / 28});
  EXPECT_EQ(calendar.local_minute(at("2026-03-27T22:30:59Z")), 30min);
  EXPECT_EQ(calendar.moment(2026y / 3 / 27, 9h), at("2026-03-27T07:00:00Z"));
  EXPECT_EQ(calendar.moment(2026y / 3 / 30, 9h), at("2026-03-30T06:00:00Z"));
}

TEST(WorkingCalendar, AnswersALocalTimeThatDoesNotExistWithTheFirstThatDoes) {
  auto const calendar = riga();

  EXPECT_EQ(calendar.moment(2026y / 3 / 29, 3h + 30min), at("2026-03-29T01:00:00Z"));
  EXPECT_EQ(calendar.moment(2026y / 3 / 29, 4h), at("2026-03-29T01:00:00Z"));
}

TEST(WorkingCalendar, AnswersALocalTimeThatComesTwiceWithTheEarlier) {
  EXPECT_EQ(riga().moment(2026y / 10 / 25, 3h + 30min), at("2026-10-25T00:30:00Z"));
}

TEST(WorkingCalendar, EndsADayOfTwentyFourHoursWhereTheNextBegins) {
  WorkingCalendar const calendar{"always", "Europe/Riga", every_day(all_day), {}};

  EXPECT_EQ(calendar.moment(2026y / 3 / 29, 24h), calendar.moment(2026y / 3 / 30, 0h));
  EXPECT_TRUE(calendar.is_working_time(at("2026-10-25T00:30:00Z")));
  EXPECT_TRUE(calendar.is_working_time(at("2026-10-25T01:30:00Z"))) << "the second time round";
}

TEST(WorkingCalendar, BringsAMomentBackFromItsLocalTimeUnlessTheClocksChange) {
  auto const calendar = riga();
  std::mt19937_64 random{7};
  std::uniform_int_distribution<std::int64_t> minute{0, 60 * 24 * 365 * 3};
  for (int i = 0; i < 2000; ++i) {
    auto const moment = at("2025-01-01T00:00:00Z") + std::chrono::minutes{minute(random)};
    auto const back = calendar.moment(calendar.local_day(moment), calendar.local_minute(moment));

    EXPECT_TRUE(back == moment || moment - back == 1h) << to_text(moment) << " came back as " << to_text(back);
  }
}

TEST(WorkingCalendar, HasBreaksInWhichNobodyWorks) {
  auto const calendar = moscow();

  EXPECT_EQ(calendar.hours_on(2026y / 4 / 1), (OpeningHours{9h, 18h}));
  EXPECT_EQ(calendar.shifts_on(2026y / 4 / 1).size(), 2u);
  EXPECT_TRUE(calendar.shifts_on(2026y / 4 / 4).empty());
  EXPECT_TRUE(calendar.is_working_time(at("2026-04-01T12:59:59+03:00")));
  EXPECT_FALSE(calendar.is_working_time(at("2026-04-01T13:00:00+03:00")));
  EXPECT_TRUE(calendar.is_working_time(at("2026-04-01T14:00:00+03:00")));
}

TEST(WorkingCalendar, FindsWhenPeopleNextBegin) {
  auto const calendar = moscow();

  EXPECT_EQ(calendar.next_opening(at("2026-04-01T10:15:00+03:00")), at("2026-04-01T10:15:00+03:00")) << "people work then";
  EXPECT_EQ(calendar.next_opening(at("2026-04-01T08:00:00+03:00")), at("2026-04-01T09:00:00+03:00"));
  EXPECT_EQ(calendar.next_opening(at("2026-04-01T13:30:00+03:00")), at("2026-04-01T14:00:00+03:00")) << "in the break";
  EXPECT_EQ(calendar.next_opening(at("2026-04-01T18:00:00+03:00")), at("2026-04-02T09:00:00+03:00")) << "the closing minute is over";
  EXPECT_EQ(calendar.next_opening(at("2026-04-03T18:30:00+03:00")), at("2026-04-06T09:00:00+03:00")) << "over a weekend";
  EXPECT_EQ(calendar.next_opening(at("2025-10-31T18:30:00+03:00")), at("2025-11-01T09:00:00+03:00")) << "a Saturday that is worked";
}

TEST(WorkingCalendar, SumsUpWorkingTimeWithoutBreaksAndDaysOff) {
  auto const calendar = moscow();

  EXPECT_EQ(calendar.working_time_between(at("2026-04-01T12:00:00+03:00"), at("2026-04-01T15:30:00+03:00")), 2h + 30min);
  EXPECT_EQ(calendar.working_time_between(at("2026-04-01T13:10:00+03:00"), at("2026-04-01T13:50:00+03:00")), 0h);
  EXPECT_EQ(calendar.working_time_between(at("2026-04-03T17:00:00+03:00"), at("2026-04-06T10:00:00+03:00")), 2h);
  EXPECT_EQ(calendar.working_time_between(at("2025-10-27T00:00:00+03:00"), at("2025-11-10T00:00:00+03:00")), 80h) << "one day moved, none lost";
  EXPECT_EQ(calendar.working_time_between(at("2026-04-02T12:00:00+03:00"), at("2026-04-01T12:00:00+03:00")), 0h) << "backwards";
}

TEST(WorkingCalendar, SumsUpEveryHourOfTheDayOnWhichTheClocksChange) {
  WorkingCalendar const calendar{"always", "Europe/Riga", every_day(all_day), {}};

  EXPECT_EQ(calendar.working_time_between(calendar.moment(2026y / 3 / 29, 0h), calendar.moment(2026y / 3 / 30, 0h)), 23h);
  EXPECT_EQ(calendar.working_time_between(calendar.moment(2026y / 10 / 25, 0h), calendar.moment(2026y / 10 / 26, 0h)), 25h);
}

TEST(WorkingCalendar, DoesNotOpenInAnHourThatDoesNotExist) {
  WorkingCalendar const calendar{"night", "Europe/Riga", every_day({3h, 4h}), {}};

  EXPECT_EQ(calendar.next_opening(at("2026-03-29T00:30:00+02:00")), at("2026-03-30T03:00:00+03:00"));
}

TEST(WorkingCalendar, TellsAMovedWorkingDayFromAnOrdinaryOne) {
  auto const calendar = moscow();

  EXPECT_TRUE(calendar.is_extra_day(2025y / 11 / 1));
  EXPECT_FALSE(calendar.is_extra_day(2025y / 11 / 8)) << "an ordinary Saturday";
  EXPECT_FALSE(calendar.is_extra_day(2025y / 11 / 5)) << "an ordinary Wednesday";
  EXPECT_TRUE(calendar.is_day_off(2025y / 11 / 3));
}

TEST(WorkingCalendar, SaysWhatItAndItsDaysAreCalled) {
  auto const calendar = moscow();

  EXPECT_EQ(calendar.title(Language::Latvian), "Krievija");
  EXPECT_EQ(calendar.name_of_day(2025y / 11 / 3, Language::English), "day off moved from 1 November");
  EXPECT_EQ(calendar.name_of_day(2025y / 11 / 3, Language::Russian), "") << "it has no name in that language";
  EXPECT_EQ(calendar.name_of_day(2025y / 11 / 5, Language::English), "");
  EXPECT_EQ(calendar.proclaimed_until(), Date{2026y / 12 / 31});
  EXPECT_EQ(riga().title(Language::Latvian), "riga") << "its name when it has no title";
  EXPECT_EQ(riga().proclaimed_until(), std::nullopt);
}

TEST(WorkingCalendar, IsTheSameInEveryCopy) {
  auto copy = riga();
  {
    auto const original = moscow();
    copy = original;
  }

  EXPECT_EQ(copy.name(), "moscow");
  EXPECT_TRUE(copy.is_extra_day(2025y / 11 / 1));
}

/// The days around every change of the clocks of ten years, against what the rule of the law says: the last Sundays of March and October at 01:00 UTC.
TEST(WorkingCalendar, ChangesTheClocksWhenTheLawSays) {
  auto const calendar = riga();
  for (auto year = 2020y; year <= 2030y; ++year) {
    std::chrono::sys_days const spring = year / 3 / std::chrono::Sunday[std::chrono::last];
    std::chrono::sys_days const autumn = year / 10 / std::chrono::Sunday[std::chrono::last];

    EXPECT_EQ(calendar.local_minute(spring + 59min), 2h + 59min);
    EXPECT_EQ(calendar.local_minute(spring + 60min), 4h);
    EXPECT_EQ(calendar.local_minute(autumn + 59min), 3h + 59min);
    EXPECT_EQ(calendar.local_minute(autumn + 60min), 3h);
    EXPECT_EQ(calendar.moment(spring, 12h), spring + 9h);
    EXPECT_EQ(calendar.moment(autumn, 12h), autumn + 10h);
  }
}

TEST(WorkingCalendar, IsRefusedWithAnUnknownZone) {
  EXPECT_THROW((WorkingCalendar{"riga", "Europe/Nowhere", office_week(), {}}), std::invalid_argument);
}

TEST(WorkingCalendar, IsRefusedWhenNobodyEverWorks) {
  EXPECT_THROW((WorkingCalendar{"never", "UTC", Week{}, {{2026y / 1 / 1, office}}}), std::invalid_argument);
}

TEST(WorkingCalendar, IsRefusedWithHoursThatAreNone) {
  EXPECT_THROW((WorkingCalendar{"night", "UTC", every_day({17h, 9h}), {}}), std::invalid_argument);
  EXPECT_THROW((WorkingCalendar{"long", "UTC", every_day({9h, 25h}), {}}), std::invalid_argument);
  EXPECT_THROW((WorkingCalendar{"odd", "UTC", office_week(), {{2026y / 1 / 1, OpeningHours{9h, 9h}}}}), std::invalid_argument);
}

TEST(WorkingCalendar, IsRefusedWithStretchesOutOfOrder) {
  for (auto const& hours : {DayHours{{14h, 18h}, {9h, 13h}}, DayHours{{9h, 14h}, {13h, 18h}}, DayHours{{9h, 13h}, {13h, 18h}}}) {
    CalendarDefinition definition;
    definition.name = "muddle";
    definition.zone = "UTC";
    definition.weekly[0] = hours;
    EXPECT_THROW(WorkingCalendar{definition}, std::invalid_argument);
  }
}

}  // namespace
}  // namespace redress
