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

}  // namespace
}  // namespace redress
