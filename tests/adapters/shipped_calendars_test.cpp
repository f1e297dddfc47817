// SPDX-License-Identifier: Apache-2.0
// The calendars that are shipped, against the law's own dates and against what two other libraries make of the same holidays.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/adapters/rule_files.hpp"

namespace redress::rules {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

void expect_days_off(WorkingCalendar const& calendar, std::vector<Date> const& off) {
  for (auto const& day : off) {
    EXPECT_TRUE(calendar.is_day_off(day)) << calendar.name() << ' ' << to_text(day);
    for (auto const language : all_languages) EXPECT_NE(calendar.name_of_day(day, language), "") << to_text(day);
  }
}

void expect_working_days(WorkingCalendar const& calendar, std::vector<Date> const& working) {
  for (auto const& day : working) EXPECT_TRUE(calendar.is_working_day(day)) << calendar.name() << ' ' << to_text(day);
}

/// The weekdays of a year on which nobody works.
std::vector<Date> days_off_in(WorkingCalendar const& calendar, std::chrono::year year) {
  std::vector<Date> off;
  for (sys_days day = year / 1 / 1; day <= sys_days{year / 12 / 31}; day += days{1})
    if (calendar.is_day_off(day)) off.push_back(day);
  return off;
}

TEST(ShippedCalendars, AreThere) {
  auto const calendars = load_calendars(source() / "workflows/calendars");

  for (auto const* name : {"always", "australia", "england-and-wales", "latvia", "russia", "scotland", "us-federal"})
    EXPECT_TRUE(calendars.contains(name)) << name;
}

TEST(ShippedCalendars, KnowTheHolidaysOfLatvia) {
  auto const latvia = shipped_calendar("latvia");

  expect_days_off(latvia, {2025y / 5 / 5, 2026y / 4 / 3, 2026y / 4 / 6, 2026y / 5 / 4, 2026y / 6 / 23, 2026y / 6 / 24, 2026y / 11 / 18, 2027y / 3 / 29,
                           2028y / 11 / 20, 2028y / 12 / 26, 2040y / 12 / 24});
  expect_working_days(latvia, {2026y / 4 / 7, 2027y / 5 / 3, 2024y / 6 / 25});
}

TEST(ShippedCalendars, GiveADayInLieuInLatviaOnlyWhereTheLawDoes) {
  auto const latvia = shipped_calendar("latvia");

  expect_days_off(latvia, {2007y / 11 / 19, 2008y / 5 / 5, 2018y / 7 / 9, 2018y / 9 / 24, 2023y / 5 / 29, 2023y / 7 / 10});
  expect_working_days(latvia, {2002y / 5 / 6, 2006y / 11 / 20, 2022y / 1 / 3, 2022y / 12 / 27, 2026y / 12 / 28, 2017y / 7 / 10});
}

TEST(ShippedCalendars, KnowTheBankHolidaysOfEnglandAndWales) {
  auto const england = shipped_calendar("england-and-wales");

  EXPECT_EQ(days_off_in(england, 2020y), (std::vector<Date>{2020y / 1 / 1, 2020y / 4 / 10, 2020y / 4 / 13, 2020y / 5 / 8, 2020y / 5 / 25, 2020y / 8 / 31,
                                                            2020y / 12 / 25, 2020y / 12 / 28}));
  EXPECT_EQ(days_off_in(england, 2022y), (std::vector<Date>{2022y / 1 / 3, 2022y / 4 / 15, 2022y / 4 / 18, 2022y / 5 / 2, 2022y / 6 / 2, 2022y / 6 / 3,
                                                            2022y / 8 / 29, 2022y / 9 / 19, 2022y / 12 / 26, 2022y / 12 / 27}));
  EXPECT_EQ(days_off_in(england, 2023y), (std::vector<Date>{2023y / 1 / 2, 2023y / 4 / 7, 2023y / 4 / 10, 2023y / 5 / 1, 2023y / 5 / 8, 2023y / 5 / 29,
                                                            2023y / 8 / 28, 2023y / 12 / 25, 2023y / 12 / 26}));
  EXPECT_EQ(days_off_in(england, 2026y),
            (std::vector<Date>{2026y / 1 / 1, 2026y / 4 / 3, 2026y / 4 / 6, 2026y / 5 / 4, 2026y / 5 / 25, 2026y / 8 / 31, 2026y / 12 / 25, 2026y / 12 / 28}));
  expect_days_off(england, {2021y / 12 / 27, 2021y / 12 / 28, 2027y / 12 / 27, 2027y / 12 / 28, 2028y / 1 / 3});
}

TEST(ShippedCalendars, KnowTheBankHolidaysOfScotland) {
  auto const scotland = shipped_calendar("scotland");

  EXPECT_EQ(days_off_in(scotland, 2022y), (std::vector<Date>{2022y / 1 / 3, 2022y / 1 / 4, 2022y / 4 / 15, 2022y / 5 / 2, 2022y / 6 / 2, 2022y / 6 / 3,
                                                             2022y / 8 / 1, 2022y / 9 / 19, 2022y / 11 / 30, 2022y / 12 / 26, 2022y / 12 / 27}));
  EXPECT_EQ(days_off_in(scotland, 2023y), (std::vector<Date>{2023y / 1 / 2, 2023y / 1 / 3, 2023y / 4 / 7, 2023y / 5 / 1, 2023y / 5 / 8, 2023y / 5 / 29,
                                                             2023y / 8 / 7, 2023y / 11 / 30, 2023y / 12 / 25, 2023y / 12 / 26}));
  EXPECT_EQ(days_off_in(scotland, 2026y), (std::vector<Date>{2026y / 1 / 1, 2026y / 1 / 2, 2026y / 4 / 3, 2026y / 5 / 4, 2026y / 5 / 25, 2026y / 6 / 15,
                                                             2026y / 8 / 3, 2026y / 11 / 30, 2026y / 12 / 25, 2026y / 12 / 28}));
  expect_days_off(scotland, {2021y / 1 / 4, 2024y / 12 / 2 /* St Andrew's Day was a Saturday */, 2027y / 1 / 4});
}

TEST(ShippedCalendars, KnowTheFederalHolidaysOfTheUnitedStates) {
  auto const federal = shipped_calendar("us-federal");

  EXPECT_EQ(days_off_in(federal, 2026y), (std::vector<Date>{2026y / 1 / 1, 2026y / 1 / 19, 2026y / 2 / 16, 2026y / 5 / 25, 2026y / 6 / 19, 2026y / 7 / 3,
                                                            2026y / 9 / 7, 2026y / 10 / 12, 2026y / 11 / 11, 2026y / 11 / 26, 2026y / 12 / 25}));
  expect_days_off(federal, {2021y / 6 / 18, 2021y / 12 / 24, 2021y / 12 / 31, 2022y / 6 / 20, 2023y / 1 / 2, 2023y / 11 / 10, 2027y / 12 / 31});
  expect_working_days(federal, {2020y / 6 / 19, 2026y / 12 / 24});
}

TEST(ShippedCalendars, KnowTheHolidaysThatAllOfAustraliaKeeps) {
  auto const australia = shipped_calendar("australia");

  EXPECT_EQ(days_off_in(australia, 2022y), (std::vector<Date>{2022y / 1 / 3, 2022y / 1 / 26, 2022y / 4 / 15, 2022y / 4 / 18, 2022y / 4 / 25, 2022y / 9 / 22,
                                                              2022y / 12 / 26, 2022y / 12 / 27}));
  EXPECT_EQ(days_off_in(australia, 2026y), (std::vector<Date>{2026y / 1 / 1, 2026y / 1 / 26, 2026y / 4 / 3, 2026y / 4 / 6, 2026y / 12 / 25, 2026y / 12 / 28}))
      << "Anzac Day is a Saturday, and not every State gives a day in its stead";
  expect_days_off(australia, {2025y / 1 / 27, 2027y / 12 / 27, 2027y / 12 / 28});
}

TEST(ShippedCalendars, KnowTheDaysThatRussiaMovedInThreeYears) {
  auto const russia = shipped_calendar("russia");

  for (Date const saturday : {2024y / 4 / 27, 2024y / 11 / 2, 2024y / 12 / 28, 2025y / 11 / 1}) EXPECT_TRUE(russia.is_extra_day(saturday)) << to_text(saturday);
  expect_days_off(russia, {2024y / 4 / 29, 2024y / 4 / 30, 2024y / 5 / 10, 2024y / 12 / 30, 2024y / 12 / 31, 2025y / 5 / 2, 2025y / 5 / 8, 2025y / 6 / 13,
                           2025y / 11 / 3, 2025y / 12 / 31, 2026y / 1 / 9, 2026y / 3 / 9, 2026y / 5 / 11, 2026y / 12 / 31, 2027y / 5 / 3, 2027y / 5 / 10});
  expect_working_days(russia, {2025y / 2 / 24, 2025y / 3 / 10, 2026y / 1 / 12});
  EXPECT_EQ(russia.proclaimed_until(), Date{2026y / 12 / 31});
}

/// As the production calendars of the Ministry of Labour count them for a week of five days.
TEST(ShippedCalendars, HaveAsManyWorkingDaysInRussiaAsItsProductionCalendars) {
  auto const russia = shipped_calendar("russia");
  for (auto const& [year, expected] : {std::pair{2024y, 248}, std::pair{2025y, 247}, std::pair{2026y, 247}}) {
    int working = 0;
    for (sys_days day = year / 1 / 1; day <= sys_days{year / 12 / 31}; day += days{1}) working += russia.is_working_day(day) ? 1 : 0;

    EXPECT_EQ(working, expected) << static_cast<int>(year);
  }
}

TEST(ShippedCalendars, HaveOneThatNeverCloses) {
  auto const always = shipped_calendar("always");

  EXPECT_EQ(always.working_time_between(*parse_time("2026-12-31T23:30:00Z"), *parse_time("2027-01-03T00:30:00Z")), 49h);
}

// ---- what others make of the same holidays: rows of two corpora, without their headings

using Row = std::vector<std::string>;

std::vector<Row> rows_of(std::string const& file) {
  std::ifstream corpus(shared() / "corpus/holidays" / file);
  std::vector<Row> rows;
  std::string line;
  std::getline(corpus, line);
  while (std::getline(corpus, line)) {
    if (line.ends_with('\r')) line.pop_back();
    std::istringstream text(line);
    Row row;
    for (std::string field; std::getline(text, field, ',');) row.push_back(field);
    rows.push_back(row);
  }
  return rows;
}

std::map<std::string, WorkingCalendar> calendars_of_the_corpus() {
  return {{"LV", shipped_calendar("latvia")},
          {"GB", shipped_calendar("england-and-wales")},
          {"GB-SCT", shipped_calendar("scotland")},
          {"US", shipped_calendar("us-federal")},
          {"RU", shipped_calendar("russia")}};
}

char const* const no_corpus = "the corpus of holidays is not here; set REDRESS_SHARED to the folder that holds it";

/// Rows "calendar,start,working days,result", worked out by two independent libraries that agree.
TEST(ShippedCalendars, CountWorkingDaysAsOthersDo) {
  auto const rows = rows_of("workalendar-add-working-days.csv");
  if (rows.empty()) GTEST_SKIP() << no_corpus;
  auto const calendars = calendars_of_the_corpus();

  for (auto const& row : rows) {
    auto const& calendar = calendars.at(row.at(0));
    auto day = parse_date(row.at(1)).value();
    for (int count = std::stoi(row.at(2)); count > 0; --count) day = calendar.next_working_day(day);
    EXPECT_EQ(to_text(day), row.at(3)) << row[0] << ' ' << row[1] << " + " << row[2];
  }

  std::cout << "[          ] " << rows.size() << " rows of working days checked\n";
}

/// The other libraries do not know what the Government of Russia moves, nor Juneteenth; every other weekday they know is a day off.
TEST(ShippedCalendars, CloseOnTheHolidaysThatOthersKnow) {
  auto const rows = rows_of("workalendar-holidays.csv");
  if (rows.empty()) GTEST_SKIP() << no_corpus;
  auto const calendars = calendars_of_the_corpus();
  std::set<std::string> const moved{"RU,2025-02-24", "RU,2025-03-10"};
  int checked = 0;

  for (auto const& row : rows) {
    auto const day = parse_date(row.at(1)).value();
    std::chrono::weekday const weekday{sys_days{day}};
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) continue;
    EXPECT_EQ(calendars.at(row[0]).is_day_off(day), !moved.contains(row[0] + ',' + row[1])) << row[0] << ' ' << row[1];
    ++checked;
  }

  std::cout << "[          ] " << checked << " holidays on weekdays checked\n";
}

TEST(ShippedCalendars, CloseOnNoOtherWeekdayThanOthersDo) {
  auto const rows = rows_of("workalendar-holidays.csv");
  if (rows.empty()) GTEST_SKIP() << no_corpus;
  std::set<std::string> known;
  for (auto const& row : rows) known.insert(row.at(0) + ',' + row.at(1));
  auto const calendars = calendars_of_the_corpus();
  int checked = 0;

  for (auto const* name : {"LV", "GB", "US"})
    for (auto year = 2024y; year <= 2028y; ++year)
      for (auto const& day : days_off_in(calendars.at(name), year)) {
        if (calendars.at(name).name_of_day(day, Language::English).starts_with("Juneteenth")) continue;
        EXPECT_TRUE(known.contains(std::string{name} + ',' + to_text(day))) << name << ' ' << to_text(day);
        ++checked;
      }

  std::cout << "[          ] " << checked << " days off checked\n";
}

}  // namespace
}  // namespace redress::rules
