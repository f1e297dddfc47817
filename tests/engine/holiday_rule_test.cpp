// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/holiday_rule.hpp"

#include <gtest/gtest.h>

namespace redress {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::weekday;

DayHours const office{{9h, 17h}};
std::array<DayHours, 7> const five_days{office, office, office, office, office, {}, {}};

HolidayDate day(std::string_view text) {
  return parse_holiday_date(text).value();
}

std::optional<Date> date(int year, std::string_view text) {
  return date_in(std::chrono::year{year}, day(text));
}

HolidayRule rule(std::string_view on, std::optional<InLieu> in_lieu = std::nullopt) {
  HolidayRule made;
  made.on = day(on);
  made.name = {{Language::English, std::string{on}}};
  made.in_lieu = in_lieu;
  return made;
}

/// The days of one year, each with its English name.
std::map<Date, std::string> days_of(int year, std::vector<HolidayRule> const& rules, std::array<DayHours, 7> const& weekly = five_days) {
  std::map<Date, std::string> days;
  for (auto const& [on, special] : holidays_by(rules, weekly))
    if (on.year() == std::chrono::year{year}) days.emplace(on, special.name.at(Language::English));
  return days;
}

using Days = std::map<Date, std::string>;

TEST(HolidayDates, AreADayOfAMonth) {
  EXPECT_EQ(date(2026, "25 December"), Date{2026y / 12 / 25});
  EXPECT_EQ(date(2028, "29 February"), Date{2028y / 2 / 29});
  EXPECT_EQ(date(2026, "29 February"), std::nullopt);
}

TEST(HolidayDates, AreADayOfTheWeekInAMonth) {
  EXPECT_EQ(date(2026, "first Monday of June"), Date{2026y / 6 / 1}) << "when the month begins with one";
  EXPECT_EQ(date(2026, "third Monday of January"), Date{2026y / 1 / 19});
  EXPECT_EQ(date(2026, "fourth Thursday of November"), Date{2026y / 11 / 26});
  EXPECT_EQ(date(2026, "last Monday of May"), Date{2026y / 5 / 25});
  EXPECT_EQ(date(2027, "last Monday of May"), Date{2027y / 5 / 31});
  EXPECT_EQ(date(2026, "fifth Sunday of May"), Date{2026y / 5 / 31});
  EXPECT_EQ(date(2026, "fifth Monday of May"), std::nullopt);
}

TEST(HolidayDates, AreADayOfTheWeekOnOrAfterADay) {
  EXPECT_EQ(date(2026, "Saturday on or after 20 June"), Date{2026y / 6 / 20}) << "the day itself";
  EXPECT_EQ(date(2027, "Saturday on or after 20 June"), Date{2027y / 6 / 26}) << "six days later";
  EXPECT_EQ(date(2026, "Saturday on or after 31 October"), Date{2026y / 10 / 31});
  EXPECT_EQ(date(2027, "Saturday on or after 31 October"), Date{2027y / 11 / 6}) << "of the next month";
}

TEST(HolidayDates, AreDaysAroundEaster) {
  EXPECT_EQ(date(2026, "Easter"), Date{2026y / 4 / 5});
  EXPECT_EQ(date(2026, "Easter - 2"), Date{2026y / 4 / 3});
  EXPECT_EQ(date(2026, "Easter + 1"), Date{2026y / 4 / 6});
  EXPECT_EQ(date(2026, "Easter + 49"), Date{2026y / 5 / 24});
  EXPECT_EQ(date(2026, "Orthodox Easter + 1"), Date{2026y / 4 / 13});
}

TEST(HolidayDates, KnowTheEasterOfBothChurches) {
  for (Date const easter : {1970y / 3 / 29, 1981y / 4 / 19, 2008y / 3 / 23, 2011y / 4 / 24, 2024y / 3 / 31, 2025y / 4 / 20, 2027y / 3 / 28, 2028y / 4 / 16,
                            2038y / 4 / 25, 2049y / 4 / 18, 2076y / 4 / 19, 2100y / 3 / 28})
    EXPECT_EQ(date_in(easter.year(), day("Easter")), easter);
  for (Date const easter : {1970y / 4 / 26, 2008y / 4 / 27, 2021y / 5 / 2, 2023y / 4 / 16, 2024y / 5 / 5, 2025y / 4 / 20, 2026y / 4 / 12, 2027y / 5 / 2,
                            2028y / 4 / 16, 2100y / 5 / 2})
    EXPECT_EQ(date_in(easter.year(), day("Orthodox Easter")), easter);
}

TEST(HolidayDates, HaveEasterOnASundayWithinItsMonthEveryYear) {
  for (int year = 1970; year <= 2100; ++year) {
    auto const western = date(year, "Easter").value();
    auto const orthodox = date(year, "Orthodox Easter").value();

    EXPECT_EQ(weekday{sys_days{western}}, std::chrono::Sunday) << year;
    EXPECT_EQ(weekday{sys_days{orthodox}}, std::chrono::Sunday) << year;
    EXPECT_GE(western, (Date{std::chrono::year{year} / 3 / 22}));
    EXPECT_LE(western, (Date{std::chrono::year{year} / 4 / 25}));
    EXPECT_GE(orthodox, western) << "never before the western one";
  }
}

TEST(HolidayDates, AreRefusedWhenTheyAreNoDay) {
  for (auto const* text : {"",
                           " ",
                           "December",
                           "25",
                           "25  December",
                           "25 december",
                           "25 Dec",
                           "0 May",
                           "32 May",
                           "31 April",
                           "30 February",
                           "-1 May",
                           "1 May ",
                           "sixth Monday of May",
                           "third monday of May",
                           "third Monday in May",
                           "third Monday of Mai",
                           "3 Monday of May",
                           "last of May",
                           "Saturday on or after",
                           "Saturday on or after 31 June",
                           "Saturday after 20 June",
                           "Easter+1",
                           "Easter + ",
                           "Easter + x",
                           "Easter * 1",
                           "Easter + -1",
                           "Easter + 1000",
                           "Orthodox",
                           "orthodox Easter",
                           "Western Easter",
                           "Easter Monday"})
    EXPECT_EQ(parse_holiday_date(text), std::nullopt) << text;
}

TEST(Holidays, AreMadeForEveryYearUnlessTheRuleSaysFromWhen) {
  auto juneteenth = rule("19 June");
  juneteenth.from = 2021y;
  auto old = rule("7 November");
  old.until = 2004y;

  auto const days = holidays_by(std::vector{rule("1 January"), juneteenth, old}, five_days);

  EXPECT_EQ(days.begin()->first, Date{1970y / 1 / 1});
  EXPECT_EQ(days.rbegin()->first, Date{2100y / 6 / 19});
  EXPECT_FALSE(days.contains(2020y / 6 / 19));
  EXPECT_TRUE(days.contains(2021y / 6 / 19));
  EXPECT_TRUE(days.contains(2004y / 11 / 7));
  EXPECT_FALSE(days.contains(2005y / 11 / 7));
  EXPECT_EQ(days.size(), 131u + 80u + 35u);
}

TEST(Holidays, GiveNoOtherDayUnlessTheRuleSaysSo) {
  EXPECT_EQ(days_of(2026, {rule("26 December")}), (Days{{2026y / 12 / 26, "26 December"}}));
}

TEST(Holidays, GiveTheNextWorkingDayInLieuOfAWeekend) {
  auto const rules = std::vector{rule("18 November", InLieu::NextWorkingDay)};

  EXPECT_EQ(days_of(2026, rules), (Days{{2026y / 11 / 18, "18 November"}})) << "a Wednesday";
  EXPECT_EQ(days_of(2028, rules), (Days{{2028y / 11 / 18, "18 November"}, {2028y / 11 / 20, "18 November"}})) << "a Saturday";
  EXPECT_EQ(days_of(2029, rules), (Days{{2029y / 11 / 18, "18 November"}, {2029y / 11 / 19, "18 November"}})) << "a Sunday";
}

TEST(Holidays, StandInLineForTheirDaysInLieu) {
  auto const rules = std::vector{rule("26 December", InLieu::NextWorkingDay), rule("25 December", InLieu::NextWorkingDay)};

  EXPECT_EQ(days_of(2027, rules),
            (Days{{2027y / 12 / 25, "25 December"}, {2027y / 12 / 26, "26 December"}, {2027y / 12 / 27, "25 December"}, {2027y / 12 / 28, "26 December"}}))
      << "Saturday and Sunday, in the order of the days and not of the rules";
  EXPECT_EQ(days_of(2022, rules), (Days{{2022y / 12 / 25, "25 December"}, {2022y / 12 / 26, "26 December"}, {2022y / 12 / 27, "25 December"}}))
      << "a Sunday whose Monday is a holiday itself";
}

TEST(Holidays, GiveNoWorkingDayInLieuThatAHolidayWithoutAnyHas) {
  auto const rules = std::vector{rule("1 May", InLieu::NextWorkingDay), rule("3 May"), rule("4 May")};

  EXPECT_TRUE(days_of(2027, rules).contains(2027y / 5 / 5)) << "1 May 2027 is a Saturday; Monday and Tuesday are taken";
}

TEST(Holidays, GiveTheNearestWorkingDayInLieuEvenInTheYearBefore) {
  auto const rules = std::vector{rule("1 January", InLieu::NearestWorkingDay), rule("4 July", InLieu::NearestWorkingDay)};

  EXPECT_EQ(days_of(2026, rules), (Days{{2026y / 1 / 1, "1 January"}, {2026y / 7 / 3, "4 July"}, {2026y / 7 / 4, "4 July"}}));
  EXPECT_TRUE(days_of(2027, rules).contains(2027y / 7 / 5)) << "4 July 2027 is a Sunday";
  EXPECT_TRUE(days_of(2027, rules).contains(2027y / 12 / 31)) << "1 January 2028 is a Saturday";
  EXPECT_TRUE(days_of(2100, rules).contains(2100y / 12 / 31)) << "so is 1 January 2101, behind the last year";
}

TEST(Holidays, GiveADayInLieuOfOneDayOfTheWeekendOnlyWhereTheRuleSaysSo) {
  auto anzac = rule("25 April", InLieu::NextWorkingDay);
  anzac.in_lieu_only = std::chrono::Sunday;

  EXPECT_EQ(days_of(2026, {anzac}).size(), 1u) << "a Saturday";
  EXPECT_TRUE(days_of(2027, {anzac}).contains(2027y / 4 / 26)) << "a Sunday";
}

TEST(Holidays, AreOneWhereTwoFallOnOneDay) {
  auto const days = days_of(2027, {rule("Easter + 49", InLieu::NextWorkingDay), rule("16 May", InLieu::NextWorkingDay)});

  EXPECT_EQ(days, (Days{{2027y / 5 / 16, "Easter + 49"}, {2027y / 5 / 17, "Easter + 49"}})) << "the first names it, and one other day is off";
}

TEST(Holidays, TakeForAWeekendTheDaysOnWhichNobodyWorks) {
  std::array<DayHours, 7> const from_sunday{office, office, office, office, {}, {}, office};
  auto const rules = std::vector{rule("2 January", InLieu::NextWorkingDay), rule("4 January", InLieu::NextWorkingDay)};

  EXPECT_EQ(days_of(2026, rules, from_sunday), (Days{{2026y / 1 / 2, "2 January"}, {2026y / 1 / 4, "4 January"}, {2026y / 1 / 5, "2 January"}}))
      << "Friday is a weekend there, and Sunday is not";
  EXPECT_EQ(days_of(2026, rules, {office, office, office, office, office, office, office}).size(), 2u) << "a week without a weekend";
  EXPECT_EQ(days_of(2026, rules, {}).size(), 2u) << "a week without work";
}

}  // namespace
}  // namespace redress
