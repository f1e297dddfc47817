// SPDX-License-Identifier: Apache-2.0
#include "adapters/rules/rules.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <tuple>

#include <gtest/gtest.h>

namespace redress::rules {
namespace {

namespace files = std::filesystem;
using namespace std::chrono_literals;

files::path source() {
  return REDRESS_SOURCE_DIR;
}

files::path shared() {
  auto const* told = std::getenv("REDRESS_SHARED");
  return told ? files::path{told} : source() / ".." / "shared";
}

/// A folder of its own for each test.
class Rules : public testing::Test {
 protected:
  void SetUp() override { files::create_directories(folder_); }
  void TearDown() override { files::remove_all(folder_); }

  files::path write(std::string const& name, std::string const& content) {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }

  files::path const folder_ = files::path{testing::TempDir()} / ("rules-" + std::string{testing::UnitTest::GetInstance()->current_test_info()->name()});
};

std::string read(files::path const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string replaced(std::string text, std::string const& what, std::string const& with) {
  auto const found = text.find(what);
  EXPECT_NE(found, std::string::npos) << what;
  return found == std::string::npos ? text : text.replace(found, what.size(), with);
}

/// What the fault says, without the folder; empty when there was none.
template <class Load>
std::string fault_of(Load load, files::path const& path) {
  try {
    std::ignore = load(path);
    return {};
  } catch (RuleFault const& fault) {
    std::string const text = fault.what();
    EXPECT_TRUE(text.starts_with(path.parent_path().string())) << text;
    return text.substr(path.parent_path().string().size() + 1);
  }
}

std::string const calendar_text = R"(name = "riga"
zone = "Europe/Riga"
holidays = [
  { date = 2026-04-03, name = "Good Friday" },
]
[weekly]
monday = "09:00-17:00"
tuesday = "09:00-17:00"
wednesday = "09:00-17:00"
thursday = "09:00-17:00"
friday = "09:00-16:30"
saturday = "closed"
sunday = "closed"
[[changed_days]]
date = 2026-04-11
hours = "10:00-14:00"
name = "in exchange"
)";

struct Broken {
  char const* what;
  char const* with;
  char const* fault;
};

TEST_F(Rules, ReadACalendar) {
  auto const calendar = load_calendar(write("riga.toml", calendar_text));

  EXPECT_EQ(calendar.name(), "riga");
  EXPECT_EQ(calendar.zone(), "Europe/Riga");
  EXPECT_EQ(calendar.hours_on(2026y / 3 / 27), (OpeningHours{9h, 16h + 30min}));
  EXPECT_FALSE(calendar.is_working_day(2026y / 3 / 28));
  EXPECT_TRUE(calendar.is_day_off(2026y / 4 / 3));
  EXPECT_EQ(calendar.hours_on(2026y / 4 / 11), (OpeningHours{10h, 14h}));
}

TEST_F(Rules, RefuseACalendarThatIsNotWholeAndSayWhere) {
  for (auto const& broken : {
           Broken{"\"riga\"", "\"latvia\"", "riga.toml:1: \"name\" says \"latvia\" but the file is called riga.toml; make them the same"},
           Broken{"Europe/Riga", "Europe/Nowhere",
                  "riga.toml:2: calendar riga: no time zone is called \"Europe/Nowhere\"; use an IANA name such as Europe/Riga"},
           Broken{"2026-04-03", "\"2026-04-03\"", "riga.toml:4: \"date\" must be a date without quotes, such as 2026-11-18"},
           Broken{", name = \"Good Friday\"", "", "riga.toml:4: \"name\" is missing; add it here"},
           Broken{"friday = \"09:00-16:30\"\n", "", "riga.toml:6: \"friday\" is missing; add it here"},
           Broken{"16:30", "08:30", "riga.toml:11: \"friday\" must be hours such as \"09:00-17:00\", ending after they begin and by 24:00, or \"closed\""},
           Broken{"saturday", "Saturday", "riga.toml:6: \"saturday\" is missing; add it here"},
           Broken{"2026-04-11", "2026-04-03", "riga.toml:15: 2026-04-03 is in this calendar twice; take one of the two out"},
           Broken{"changed_days", "changed_day", "riga.toml:14: nobody knows what \"changed_day\" means here; correct its spelling or take it out"},
       })
    EXPECT_EQ(fault_of(load_calendar, write("riga.toml", replaced(calendar_text, broken.what, broken.with))), broken.fault);
}

TEST_F(Rules, RefuseADateThatIsNoDay) {
  EXPECT_TRUE(fault_of(load_calendar, write("riga.toml", replaced(calendar_text, "2026-04-03", "2026-02-30"))).starts_with("riga.toml:4: "));
}

TEST_F(Rules, RefuseWhatIsNotThereOrNotToml) {
  EXPECT_EQ(fault_of(load_calendar, folder_ / "none.toml"), "none.toml: cannot be read; check that it exists and that Redress may read it");
  EXPECT_TRUE(fault_of(load_calendar, write("riga.toml", "name = \"riga\"\nzone = \n")).starts_with("riga.toml:2: "));
}

TEST_F(Rules, ReadEveryCalendarOfADirectory) {
  write("riga.toml", calendar_text);
  write("tallinn.toml", replaced(replaced(calendar_text, "\"riga\"", "\"tallinn\""), "Europe/Riga", "Europe/Tallinn"));
  write("README.md", "not a calendar");

  auto const calendars = load_calendars(folder_);

  ASSERT_EQ(calendars.size(), 2u);
  EXPECT_EQ(calendars.at("tallinn").zone(), "Europe/Tallinn");
}

TEST_F(Rules, RefuseADirectoryWithoutCalendars) {
  EXPECT_THROW(std::ignore = load_calendars(folder_), RuleFault);
  EXPECT_THROW(std::ignore = load_calendars(folder_ / "none"), RuleFault);
}

TEST_F(Rules, RefuseAProfileWhoseNumbersAreNoneOrHaveNoSource) {
  auto const standard = read(source() / "workflows/profiles/standard.toml");
  for (auto const& broken : {
           Broken{"period = \"15 working-days\"", "period = \"0 working-days\"",
                  "\"period\" must be a number from 1 to 10000 and a unit, such as \"15 working-days\"; the units are hours, "
                  "working-hours, calendar-days, "
                  "working-days, weeks, months"},
           Broken{"number = 1", "number = 0", "\"number\" must be a whole number of at least 1"},
           Broken{"number = 1", "number = 1.5", "\"number\" must be a whole number of at least 1"},
           Broken{"[talk]", "[talks]", "\"talk\" is missing; add it here"},
           Broken{"[warn_before]", "surprise = 1\n[warn_before]", "nobody knows what \"surprise\" means here; correct its spelling or take it out"},
       }) {
    auto const fault = fault_of(load_profile, write("standard.toml", replaced(standard, broken.what, broken.with)));
    EXPECT_TRUE(fault.starts_with("standard.toml:") && fault.ends_with(broken.fault)) << fault;
  }
  EXPECT_TRUE(fault_of(load_profile, write("standard.toml", replaced(standard, "source", "sauce"))).ends_with("\"source\" is missing; add it here"));
}

TEST_F(Rules, RefuseAnOrganisationThatIsNotWhole) {
  auto const whole = read(source() / "adapters/app/demonstration/organisation.toml");
  for (auto const& broken : {
           Broken{"lv = \"Dzintara Māja\"\n", "", "\"lv\" is missing; add it here"},
           Broken{"ru = \"Янтарный дом\"", "ru = \" \"", "\"ru\" must be a text in quotes, and not blank"},
           Broken{"ru = \"Янтарный дом\"", "ru = \"Янтарный дом\"\net = \"Merevaigumaja\"",
                  "nobody knows what \"et\" means here; correct its spelling or take it out"},
           Broken{"[\"Mazā Dzintara iela 7\", \"Rīga, LV-1000\"]", "[]", "\"lv\" must be a list of lines"},
           Broken{"complaints@dzintara-maja.example\"\n", "complaints\"\n", "\"address\" must be a mail address such as complaints@example.org"},
           Broken{"line_manager = \"staff-04\"", "line_manager = \"nobody\"", "there is no member of staff \"nobody\"; add one or correct the name"},
           Broken{"line_manager = \"staff-05\"", "line_manager = \"staff-04\"", "this line of managers goes round in a circle; let it end at the top"},
           Broken{"id = \"staff-02\"", "id = \"staff-01\"", "\"staff-01\" is already taken; give every member of staff an id of their own"},
       }) {
    auto const fault = fault_of(load_organisation, write("organisation.toml", replaced(whole, broken.what, broken.with)));
    EXPECT_TRUE(fault.starts_with("organisation.toml:") && fault.ends_with(broken.fault)) << fault;
  }
}

TEST(ShippedRules, HoldTheDemonstrationOrganisationInEveryLanguage) {
  auto const organisation = load_organisation(source() / "adapters/app/demonstration/organisation.toml");

  EXPECT_EQ(organisation.name.at(Language::Latvian), "Dzintara Māja");
  EXPECT_EQ(organisation.external_body.at(Language::Russian), "Центр защиты прав потребителей (PTAC)");
  EXPECT_EQ(organisation.staff.size(), 6u);
  ASSERT_NE(organisation.find(StaffId{"staff-01"}), nullptr);
  EXPECT_EQ(organisation.find(StaffId{"staff-01"})->line_manager, StaffId{"staff-04"});
  EXPECT_TRUE(organisation.find(StaffId{"staff-05"})->line_manager.empty());
}

TEST(ShippedRules, HoldWhatTheDemonstrationOrganisationNeeds) {
  auto const organisation = load_organisation(source() / "adapters/app/demonstration/organisation.toml");

  EXPECT_TRUE(load_calendars(source() / "workflows/calendars").contains(organisation.calendar));
  EXPECT_EQ(load_profile(source() / "workflows/profiles" / (organisation.profile + ".toml")).name, organisation.profile);
}

TEST(ShippedRules, HoldTheNumbersOfTheStandardProfile) {
  auto const standard = load_profile(source() / "workflows/profiles/standard.toml");

  EXPECT_EQ(standard.acknowledge_within(Channel::Email), (Period{1, Unit::WorkingHours}));
  EXPECT_EQ(standard.acknowledge_within(Channel::Post), (Period{1, Unit::WorkingDays}));
  EXPECT_EQ(standard.talk, (Period{3, Unit::WorkingDays}));
  EXPECT_EQ(standard.final_response, (Period{15, Unit::WorkingDays}));
  EXPECT_EQ(standard.extensions, 1);
  EXPECT_EQ(standard.extension_at_most, (Period{10, Unit::WorkingDays}));
  EXPECT_EQ(standard.information_within, (Period{10, Unit::WorkingDays}));
  EXPECT_EQ(standard.warn_before, (Period{4, Unit::WorkingHours}));
}

TEST(ShippedRules, KnowTheHolidaysOfLatvia) {
  auto const latvia = load_calendar(source() / "workflows/calendars/latvia.toml");

  for (Date const day : {2025y / 5 / 5, 2026y / 4 / 3, 2026y / 4 / 6, 2026y / 5 / 4, 2026y / 6 / 23, 2026y / 6 / 24, 2026y / 11 / 18, 2027y / 3 / 29,
                         2028y / 11 / 20, 2028y / 12 / 26})
    EXPECT_TRUE(latvia.is_day_off(day)) << to_text(day);
  EXPECT_TRUE(latvia.is_working_day(2026y / 4 / 7));
}

TEST(ShippedRules, HaveACalendarThatNeverCloses) {
  auto const always = load_calendar(source() / "workflows/calendars/always.toml");

  EXPECT_EQ(due_after(*parse_time("2026-12-31T23:30:00Z"), {1, Unit::WorkingHours}, always).at, *parse_time("2027-01-01T00:30:00Z"));
}

/// Rows "calendar,start,working_days,result", worked out by two independent libraries that agree.
TEST(ShippedRules, CountWorkingDaysInLatviaAsOthersDo) {
  std::ifstream corpus(shared() / "corpus/holidays/workalendar-add-working-days.csv");
  if (!corpus) GTEST_SKIP() << "the corpus of working days is not here; set REDRESS_SHARED to the folder that holds it";
  auto const latvia = load_calendar(source() / "workflows/calendars/latvia.toml");
  int checked = 0;
  int outside = 0;

  for (std::string line; std::getline(corpus, line);) {
    std::istringstream row(line);
    std::string calendar, start, days, result;
    if (!(std::getline(row, calendar, ',') && std::getline(row, start, ',') && std::getline(row, days, ',') && std::getline(row, result))) continue;
    if (calendar != "LV") continue;
    if (result.ends_with('\r')) result.pop_back();
    auto const last = parse_date(result).value();
    if (start < "2025" || last.year() > 2028y) {
      ++outside;
      continue;
    }
    ++checked;
    auto const due = due_after(latvia.moment(parse_date(start).value(), 12h), {std::stoll(days), Unit::WorkingDays}, latvia);
    EXPECT_EQ(due.at, latvia.moment(last, 17h)) << line;
  }

  std::cout << "[          ] " << checked << " rows checked, " << outside << " outside the years of the table\n";
  EXPECT_GT(checked, 0);
}

}  // namespace
}  // namespace redress::rules
