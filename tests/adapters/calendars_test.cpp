// SPDX-License-Identifier: Apache-2.0
// The format of calendars: what is read, and that every mistake is refused with its line and what to do.
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "tests/adapters/rule_files.hpp"

namespace redress::rules {
namespace {

using namespace std::chrono_literals;

class CalendarFiles : public RuleFiles {};

std::string const calendar_text = R"(name = "riga"
zone = "Europe/Riga"
proclaimed_until = 2027-12-31
[title]
en = "Riga"
lv = "Rīga"
ru = "Рига"
[weekly]
monday = "09:00-13:00, 14:00-17:00"
tuesday = "09:00-17:00"
wednesday = "09:00-17:00"
thursday = "09:00-17:00"
friday = "09:00-16:30"
saturday = "closed"
sunday = "closed"
[[holidays]]
on = "Easter - 2"
name = { en = "Good Friday", lv = "Lielā Piektdiena", ru = "Страстная пятница" }
source = "law"
[[holidays]]
on = "18 November"
from = 2007
until = 2090
in_lieu = "next-working-day"
in_lieu_weekend = "saturday"
name = { en = "Proclamation Day", lv = "Proklamēšanas diena", ru = "День провозглашения" }
source = "law"
[[changed_days]]
date = 2026-04-11
hours = "10:00-14:00"
name = { en = "in exchange", lv = "apmaiņā", ru = "взамен" }
source = "order"
)";

TEST_F(CalendarFiles, AreRead) {
  auto const calendar = load_calendar(write("riga.toml", calendar_text));

  EXPECT_EQ(calendar.name(), "riga");
  EXPECT_EQ(calendar.zone(), "Europe/Riga");
  EXPECT_EQ(calendar.title(Language::Russian), "Рига");
  EXPECT_EQ(calendar.proclaimed_until(), Date{2027y / 12 / 31});
  EXPECT_EQ(calendar.shifts_on(2026y / 3 / 23).size(), 2u);
  EXPECT_EQ(calendar.hours_on(2026y / 3 / 23), (OpeningHours{9h, 17h}));
  EXPECT_EQ(calendar.hours_on(2026y / 3 / 27), (OpeningHours{9h, 16h + 30min}));
  EXPECT_FALSE(calendar.is_working_day(2026y / 3 / 28));
}

TEST_F(CalendarFiles, MakeHolidaysOfRules) {
  auto const calendar = load_calendar(write("riga.toml", calendar_text));

  EXPECT_TRUE(calendar.is_day_off(2026y / 4 / 3));
  EXPECT_EQ(calendar.name_of_day(2026y / 4 / 3, Language::Latvian), "Lielā Piektdiena");
  EXPECT_TRUE(calendar.is_day_off(2100y / 3 / 26));
  EXPECT_TRUE(calendar.is_working_day(2005y / 11 / 18)) << "before its first year";
  EXPECT_TRUE(calendar.is_working_day(2093y / 11 / 18)) << "after its last year";
  EXPECT_TRUE(calendar.is_day_off(2028y / 11 / 20)) << "in lieu of a Saturday";
  EXPECT_EQ(calendar.name_of_day(2028y / 11 / 20, Language::English), "Proclamation Day");
  EXPECT_FALSE(calendar.is_day_off(2029y / 11 / 19)) << "but not of a Sunday";
}

TEST_F(CalendarFiles, LetAChangedDayWinOverARule) {
  auto const calendar = load_calendar(write("riga.toml", replaced(calendar_text, "2026-04-11", "2026-04-03")));

  EXPECT_EQ(calendar.hours_on(2026y / 4 / 3), (OpeningHours{10h, 14h}));
  EXPECT_EQ(calendar.name_of_day(2026y / 4 / 3, Language::English), "in exchange");
}

TEST_F(CalendarFiles, KnowAWorkingDayOnAWeekend) {
  auto const calendar = load_calendar(write("riga.toml", calendar_text));

  EXPECT_TRUE(calendar.is_extra_day(2026y / 4 / 11));
  EXPECT_EQ(calendar.hours_on(2026y / 4 / 11), (OpeningHours{10h, 14h}));
}

TEST_F(CalendarFiles, NeedNeitherHolidaysNorAnEndOfWhatIsKnown) {
  auto text = replaced(calendar_text.substr(0, calendar_text.find("[[holidays]]")), "proclaimed_until = 2027-12-31\n", "");

  auto const calendar = load_calendar(write("riga.toml", text));

  EXPECT_EQ(calendar.proclaimed_until(), std::nullopt);
  EXPECT_TRUE(calendar.is_working_day(2026y / 4 / 3));
}

TEST_F(CalendarFiles, AreAsTheGuideShows) {
  std::ifstream file(source() / "docs/how-to/add-a-calendar.md", std::ios::binary);
  std::string const guide{std::istreambuf_iterator<char>(file), {}};
  std::string const opening = "```toml\n";
  auto const begin = guide.find(opening) + opening.size();

  auto const finland = load_calendar(write("finland.toml", guide.substr(begin, guide.find("```", begin) - begin)));

  EXPECT_EQ(finland.name_of_day(2027y / 6 / 26, Language::English), "Midsummer Day");
  EXPECT_TRUE(finland.is_day_off(2026y / 5 / 14));
  EXPECT_EQ(finland.hours_on(2026y / 12 / 23), (OpeningHours{9h, 12h}));
}

std::string const hours_fault = "must be hours such as \"09:00-17:00\", or \"09:00-13:00, 14:00-17:00\" with a break, in order and by 24:00, or \"closed\"";

TEST_F(CalendarFiles, AreRefusedWhereTheyAreNotWhole) {
  for (auto const& broken : {
           Broken{"\"riga\"", "\"latvia\"", "riga.toml:1: \"name\" says \"latvia\" but the file is called riga.toml; make them the same"},
           Broken{"zone = \"Europe/Riga\"\n", "", "riga.toml:1: \"zone\" is missing; add it here"},
           Broken{"Europe/Riga", "Europe/Nowhere",
                  "riga.toml:2: calendar riga: no time zone is called \"Europe/Nowhere\"; use an IANA name such as Europe/Riga"},
           Broken{"2027-12-31", "\"2027-12-31\"", "riga.toml:3: \"proclaimed_until\" must be a date without quotes, such as 2026-11-18"},
           Broken{"lv = \"Rīga\"\n", "", "riga.toml:4: \"lv\" is missing; add it here"},
           Broken{"ru = \"Рига\"", "ru = \" \"", "riga.toml:7: \"ru\" must be a text in quotes, and not blank"},
           Broken{"friday = \"09:00-16:30\"\n", "", "riga.toml:8: \"friday\" is missing; add it here"},
           Broken{"saturday", "Saturday", "riga.toml:8: \"saturday\" is missing; add it here"},
           Broken{"Good Friday\", lv", "Good Friday\", lt", "riga.toml:18: \"lv\" is missing; add it here"},
           Broken{"name = { en = \"Good Friday\"", "title = { en = \"Good Friday\"", "riga.toml:16: \"name\" is missing; add it here"},
           Broken{"source = \"law\"\n", "", "riga.toml:16: \"source\" is missing; add it here"},
           Broken{"source = \"order\"\n", "", "riga.toml:28: \"source\" is missing; add it here"},
           Broken{"hours = \"10:00-14:00\"\n", "", "riga.toml:28: \"hours\" is missing; add it here"},
           Broken{"changed_days", "changed_day", "riga.toml:28: nobody knows what \"changed_day\" means here; correct its spelling or take it out"},
           Broken{"from = 2007", "form = 2007", "riga.toml:22: nobody knows what \"form\" means here; correct its spelling or take it out"},
       })
    EXPECT_EQ(fault_of(load_calendar, write("riga.toml", replaced(calendar_text, broken.what, broken.with))), broken.fault);
}

TEST_F(CalendarFiles, AreRefusedWhereAHolidayIsNoDay) {
  auto const fault = [&](char const* what, char const* with) { return fault_of(load_calendar, write("riga.toml", replaced(calendar_text, what, with))); };
  auto const no_day = [](std::string const& text) {
    return "riga.toml:17: \"" + text +
           "\" is no day of the year; write it like \"25 December\", \"third Monday of January\", \"last Monday of May\", \"Saturday on or after 20 "
           "June\", \"Easter\", \"Easter - 2\" or \"Orthodox Easter + 1\"";
  };

  for (auto const* text : {"3rd Monday of May", "25 Decembre", "31 April", "Easter Monday"}) EXPECT_EQ(fault("Easter - 2", text), no_day(text));
  EXPECT_EQ(fault("\"Easter - 2\"", "2026-04-03"), "riga.toml:17: \"on\" must be a text in quotes, and not blank");
  EXPECT_EQ(fault("on = \"Easter - 2\"", "date = 2026-04-03"), "riga.toml:16: \"on\" is missing; add it here");
  EXPECT_EQ(fault("\"Easter - 2\"", "\"29 February\"\nfrom = 2025\nuntil = 2027"),
            "riga.toml:17: there is no such day in any of its years; correct the day or the years");
}

TEST_F(CalendarFiles, AreRefusedWhereTheYearsOrTheDayInLieuAreWrong) {
  for (auto const& broken : {
           Broken{"from = 2007", "from = 1907", "riga.toml:22: \"from\" must be a year from 1970 to 2100, or be left out"},
           Broken{"from = 2007", "from = \"2007\"", "riga.toml:22: \"from\" must be a whole number of at least 1"},
           Broken{"until = 2090", "until = 2101", "riga.toml:23: \"until\" must be a year from 1970 to 2100, or be left out"},
           Broken{"until = 2090", "until = 2006", "riga.toml:23: \"until\" is before \"from\"; exchange them, or correct one"},
           Broken{"next-working-day", "monday",
                  "riga.toml:24: \"in_lieu\" must be \"next-working-day\" or \"nearest-working-day\", or be left out when no other day is off instead"},
           Broken{"\"saturday\"", "\"friday\"", "riga.toml:25: \"in_lieu_weekend\" must be \"saturday\" or \"sunday\""},
           Broken{"in_lieu = \"next-working-day\"\n", "", "riga.toml:24: \"in_lieu_weekend\" means nothing without \"in_lieu\"; add that or take this out"},
       })
    EXPECT_EQ(fault_of(load_calendar, write("riga.toml", replaced(calendar_text, broken.what, broken.with))), broken.fault);
}

TEST_F(CalendarFiles, AreRefusedWhereHoursAreNone) {
  for (auto const* hours : {"09:00", "9:00-17:00", "09:00-17:60", "09:00-24:01", "17:00-09:00", "09:00-09:00", "09:00-13:00,14:00-17:00",
                            "09:00-13:00, 13:00-17:00", "09:00-13:00, 12:00-17:00", "14:00-17:00, 09:00-13:00", "09:00-13:00, ", "Closed", "-9:00-17:00"})
    EXPECT_EQ(fault_of(load_calendar, write("riga.toml", replaced(calendar_text, "09:00-16:30", hours))), "riga.toml:13: \"friday\" " + hours_fault) << hours;
  EXPECT_EQ(fault_of(load_calendar, write("riga.toml", replaced(calendar_text, "10:00-14:00", "14:00-10:00"))), "riga.toml:30: \"hours\" " + hours_fault);
}

TEST_F(CalendarFiles, AreRefusedWhenNobodyEverWorks) {
  auto text = replaced(calendar_text, "\"09:00-13:00, 14:00-17:00\"", "\"closed\"");
  for (int day = 0; day < 3; ++day) text = replaced(text, "\"09:00-17:00\"", "\"closed\"");
  text = replaced(text, "\"09:00-16:30\"", "\"closed\"");

  EXPECT_EQ(fault_of(load_calendar, write("riga.toml", text)), "riga.toml:8: nobody ever works; give at least one day of the week its hours");
}

TEST_F(CalendarFiles, AreRefusedWhereADayIsChangedTwice) {
  auto const twice = calendar_text + calendar_text.substr(calendar_text.find("[[changed_days]]"));

  EXPECT_EQ(fault_of(load_calendar, write("riga.toml", twice)), "riga.toml:34: 2026-04-11 is in this calendar twice; take one of the two out");
}

TEST_F(CalendarFiles, AreRefusedInTheFormOfListsOfDates) {
  auto const old = "holidays = [ { date = 2026-04-03, name = \"Good Friday\" } ]\n" + calendar_text.substr(0, calendar_text.find("[[holidays]]"));

  EXPECT_EQ(fault_of(load_calendar, write("riga.toml", old)), "riga.toml:1: \"on\" is missing; add it here");
}

TEST_F(CalendarFiles, AreRefusedWithADateThatIsNoDay) {
  EXPECT_TRUE(fault_of(load_calendar, write("riga.toml", replaced(calendar_text, "2026-04-11", "2026-02-30"))).starts_with("riga.toml:29: "));
}

TEST_F(CalendarFiles, AreRefusedWhenNotThereOrNotToml) {
  EXPECT_EQ(fault_of(load_calendar, folder_ / "none.toml"), "none.toml: cannot be read; check that it exists and that Redress may read it");
  EXPECT_TRUE(fault_of(load_calendar, write("riga.toml", "name = \"riga\"\nzone = \n")).starts_with("riga.toml:2: "));
}

TEST_F(CalendarFiles, AreAllReadFromADirectory) {
  write("riga.toml", calendar_text);
  write("tallinn.toml", replaced(replaced(calendar_text, "\"riga\"", "\"tallinn\""), "Europe/Riga", "Europe/Tallinn"));
  write("README.md", "not a calendar");

  auto const calendars = load_calendars(folder_);

  ASSERT_EQ(calendars.size(), 2u);
  EXPECT_EQ(calendars.at("tallinn").zone(), "Europe/Tallinn");
}

TEST_F(CalendarFiles, AreMissedInADirectoryWithoutAny) {
  EXPECT_THROW(std::ignore = load_calendars(folder_), RuleFault);
  EXPECT_THROW(std::ignore = load_calendars(folder_ / "none"), RuleFault);
}

}  // namespace
}  // namespace redress::rules
