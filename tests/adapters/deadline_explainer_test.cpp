// SPDX-License-Identifier: Apache-2.0
// Why a deadline falls when it does, in every language, by steps made by hand. The golden texts are for reading aloud.
#include "adapters/letters/deadline_explainer.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include <fmt/format.h>

#include "engine/domain/enumeration.hpp"
#include "engine/ports/letter_writer.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::letters {
namespace {

namespace fs = std::filesystem;
using std::chrono::hours;
using std::chrono::minutes;
using Steps = std::vector<Because>;

std::map<Language, std::string> in_every_language(std::string en, std::string lv, std::string ru) {
  return {{Language::English, std::move(en)}, {Language::Latvian, std::move(lv)}, {Language::Russian, std::move(ru)}};
}

SpecialDay free_day(std::string en, std::string lv, std::string ru) {
  return {{}, in_every_language(std::move(en), std::move(lv), std::move(ru))};
}

WorkingCalendar riga() {
  DayHours const open{{hours{9}, hours{17}}};
  CalendarDefinition definition{"riga", in_every_language("Riga", "Rīga", "Рига"), "Europe/Riga", {open, open, open, open, open, {}, {}}, {}, {}};
  definition.special_days[*parse_date("2026-04-03")] = free_day("Good Friday", "Lielā Piektdiena", "Страстная пятница");
  definition.special_days[*parse_date("2026-04-05")] = free_day("Easter Sunday", "Lieldienas", "Пасха");
  definition.special_days[*parse_date("2026-04-06")] = free_day("Easter Monday", "Otrās Lieldienas", "Второй день Пасхи");
  definition.special_days[*parse_date("2026-12-31")] = free_day("New Year’s Eve", "Vecgada diena", "канун Нового года");
  definition.special_days[*parse_date("2027-01-01")] = free_day("New Year", "Jaunais gads", "Новый год");
  definition.special_days[*parse_date("2026-04-11")] = {open, in_every_language("moved from Monday", "pārcelta no pirmdienas", "перенос с понедельника")};
  definition.special_days[*parse_date("2026-06-05")] = {{}, {}};
  return WorkingCalendar(std::move(definition));
}

DeadlineExplainer const& explainer() {
  static DeadlineExplainer const shared(fs::path(REDRESS_SOURCE_DIR) / "templates");
  return shared;
}

WorkingCalendar const& calendar() {
  static WorkingCalendar const shared = riga();
  return shared;
}

/// A moment of Riga: "2026-03-27 16:40".
Time at(std::string_view local) {
  auto const clock = hours{std::stoi(std::string(local.substr(11, 2)))} + minutes{std::stoi(std::string(local.substr(14, 2)))};
  return calendar().moment(*parse_date(local.substr(0, 10)), clock);
}

Time day(std::string_view date) {
  return calendar().moment(*parse_date(date), minutes{0});
}

Because step(BecauseStep kind, Time when, std::optional<Time> until = {}) {
  return {kind, when, until, 0, {}, "riga"};
}

Because of(BecauseStep kind, Time when, std::int64_t amount, std::string unit, std::string calendar_name = {}, std::optional<Time> until = {}) {
  return {kind, when, until, amount, std::move(unit), std::move(calendar_name)};
}

/// Every kind of step in every way in which it can be told, as one story.
Steps whole_story() {
  using enum BecauseStep;
  return {step(Started, at("2026-03-27 19:40")),
          step(Opened, at("2026-03-30 09:00")),
          of(Counted, at("2026-03-30 09:00"), 15, "working-days", "riga"),
          of(FirstDay, day("2026-03-31"), 0, "working-days", "riga"),
          of(DaysOff, day("2026-04-03"), 2, "working-days", "riga", day("2026-04-06")),
          step(ExtraDay, day("2026-04-11")),
          step(EndsAt, at("2026-04-21 17:00")),
          of(Paused, at("2026-04-15 10:00"), 1430, "working-minutes", "riga", at("2026-04-17 17:50")),
          step(EndsAt, at("2026-04-24 17:00")),
          of(Extended, at("2026-04-22 10:05"), 5, "working-days", "riga"),
          of(DaysOff, day("2026-06-05"), 1, "working-days", "riga", day("2026-06-05")),
          step(Provisional, day("2026-12-31")),
          step(EndsAt, at("2026-05-04 17:00"))};
}

/// A deadline of the clock's days, with its last day moved, across the turn of a year.
Steps turn_of_the_year() {
  using enum BecauseStep;
  return {step(Started, at("2026-12-02 08:05")),
          of(Counted, at("2026-12-02 08:05"), 4, "weeks"),
          step(Moved, day("2026-12-31"), day("2027-01-04")),
          step(EndsAt, day("2027-01-05")),
          of(Paused, at("2026-12-29 10:00"), 3 * 1440 + 23 * 60 + 1, "minutes", "", at("2027-01-02 09:01")),
          step(EndsAt, day("2027-01-09"))};
}

Steps of_hours() {
  using enum BecauseStep;
  return {step(Started, at("2026-06-04 16:30")), of(Counted, at("2026-06-04 16:30"), 2, "working-hours", "riga"),
          of(FirstDay, at("2026-06-04 16:30"), 0, "working-hours", "riga"), of(DaysOff, day("2026-06-05"), 1, "working-days", "riga", day("2026-06-05")),
          step(EndsAt, at("2026-06-08 10:30"))};
}

Steps of_a_promise() {
  return {step(BecauseStep::Promised, day("2026-04-14")), step(BecauseStep::EndsAt, at("2026-04-14 17:00"))};
}

/// An extension by so many of each unit, and a pause of so many days, hours and minutes.
Steps amounts_of(std::int64_t amount) {
  Steps steps{step(BecauseStep::Started, at("2026-04-07 09:00"))};
  for (auto const unit : names_of(Unit{})) steps.push_back(of(BecauseStep::Counted, at("2026-04-07 09:00"), amount, std::string(unit)));
  for (auto const unit : names_of(Unit{})) steps.push_back(of(BecauseStep::Extended, at("2026-04-07 09:00"), amount, std::string(unit)));
  steps.push_back(of(BecauseStep::Paused, at("2026-04-07 09:00"), amount * (1440 + 60 + 1), "minutes", "", at("2026-04-07 09:01")));
  steps.push_back(of(BecauseStep::Paused, at("2026-04-07 09:00"), amount * (60 + 1), "working-minutes", "", at("2026-04-07 09:01")));
  return steps;
}

std::string told(Steps const& steps, Language language) {
  std::string text;
  for (auto const& sentence : explainer().sentences(steps, calendar(), language)) text += sentence + "\n";
  return text + "\n";
}

std::string everything(Language language) {
  std::string text = "# everything that can happen\n" + told(whole_story(), language);
  text += "# the turn of the year\n" + told(turn_of_the_year(), language);
  text += "# working hours\n" + told(of_hours(), language);
  text += "# a promise\n" + told(of_a_promise(), language);
  for (std::int64_t const amount : {1, 2, 5, 10, 21}) text += fmt::format("# amounts: {}\n", amount) + told(amounts_of(amount), language);
  return text;
}

std::string content_of(fs::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

TEST(DeadlineExplanations, ReadAsTheyAreMeantToInEveryLanguage) {
  for (auto const language : all_languages) {
    auto const file = fs::path(REDRESS_SOURCE_DIR) / "tests/golden/explanations" / fmt::format("deadlines.{}.txt", name_of(language));
    auto const text = everything(language);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
      fs::create_directories(file.parent_path());
      std::ofstream(file, std::ios::binary) << text;
    }
    EXPECT_EQ(content_of(file), text) << file.filename() << ": run with UPDATE_GOLDEN=1 when the change is meant";
  }
}

TEST(DeadlineExplanations, HaveASentenceForEveryStepAlone) {
  for (auto const language : all_languages)
    for (std::size_t i = 0; i < count_of<BecauseStep>; ++i) {
      auto const text = told({step(static_cast<BecauseStep>(i), day("2026-04-07"))}, language);

      EXPECT_TRUE(text.ends_with(".\n\n") && !text.ends_with("..\n\n")) << text;
    }
}

TEST(DeadlineExplanations, SayTheDayInTheCalendarsZone) {
  Steps const steps{step(BecauseStep::Started, *parse_time("2026-03-27T22:30:00Z"))};

  EXPECT_EQ(told(steps, Language::English), "The clock starts on Sat 28 Mar 2026 at 00:30.\n\n");
}

TEST(DeadlineExplanations, TellMidnightAsTheEndOfTheDayBefore) {
  EXPECT_EQ(told({step(BecauseStep::EndsAt, day("2026-01-01"))}, Language::English), "It ends at midnight at the end of Wed 31 Dec 2025.\n\n");
  EXPECT_EQ(explainer().moment(day("2026-01-01"), calendar(), Language::English), "Wed 31 Dec 2025, 24:00");
  EXPECT_EQ(explainer().moment(at("2026-04-10 17:00"), calendar(), Language::Latvian), "piektdiena, 2026. gada 10. aprīlis, plkst. 17.00");
}

TEST(DeadlineExplanations, CallADeadlineAsTheProfileDoes) {
  Profile profile;
  profile.deadlines.resize(1);
  profile.deadlines[0].name = DeadlineName("final-response");
  profile.deadlines[0].title = in_every_language("final response", "galīgā atbilde", "окончательный ответ");

  EXPECT_EQ(explainer().title(DeadlineName("final-response"), &profile, Language::Latvian), "galīgā atbilde");
  EXPECT_EQ(explainer().title(DeadlineName("forgotten"), &profile, Language::Latvian), "forgotten");
  EXPECT_EQ(explainer().title(deadline_names::promise, nullptr, Language::Russian), "обещание");
}

/// A copy of the templates, to be spoiled.
class DeadlineTemplates : public ::testing::Test {
 protected:
  void SetUp() override { fs::copy(fs::path(REDRESS_SOURCE_DIR) / "templates", folder_, fs::copy_options::recursive); }

  /// Why the texts of that language are refused once the one is written for the other, without the number of the line; empty when they are not.
  std::string refusal(std::string_view language, std::string const& what, std::string const& with) const {
    auto const file = folder_ / language / "deadlines.toml";
    auto content = content_of(file);
    auto const found = content.find(what);
    if (found == std::string::npos) return "the test itself is out of date";
    std::ofstream(file, std::ios::binary) << content.replace(found, what.size(), with);
    try {
      DeadlineExplainer const read(folder_);
      return {};
    } catch (ports::LetterFault const& fault) {
      return std::regex_replace(fault.what(), std::regex("^([^:]+):[0-9]+: "), "$1: ");
    }
  }

  redress::testing::TemporaryFolder const held_{"deadline-templates"};
  fs::path const folder_ = held_.path();
};

TEST_F(DeadlineTemplates, AreTakenAsTheyAre) {
  EXPECT_EQ(refusal("en", "It ends at", "It ends at"), "");
}

TEST_F(DeadlineTemplates, AreRefusedWithoutALanguage) {
  fs::remove(folder_ / "ru" / "deadlines.toml");

  EXPECT_EQ(refusal("en", "It ends at", "It ends at"), "ru/deadlines.toml: the file is missing or cannot be read");
}

TEST_F(DeadlineTemplates, AreRefusedWithoutASentence) {
  EXPECT_EQ(refusal("lv", "first_hour =", "first_houre ="), "lv/deadlines.toml: sentence: \"first_hour\" is missing or no text");
}

TEST_F(DeadlineTemplates, AreRefusedWithASentenceNobodyAskedFor) {
  EXPECT_EQ(refusal("en", "ends = ", "begins = \"x\"\nends = "), "en/deadlines.toml: sentence: \"begins\" is not a key that is known here");
}

TEST_F(DeadlineTemplates, AreRefusedWhenASentenceLeavesOutWhatItIsAbout) {
  EXPECT_EQ(refusal("en", "Day 1 is {at_plain}.", "Day 1 is over."), "en/deadlines.toml: sentence: \"first_day\" lacks {at_…}");
}

TEST_F(DeadlineTemplates, AreRefusedWithoutTheAmount) {
  EXPECT_EQ(refusal("ru", " на {by}.", "."), "ru/deadlines.toml: sentence: \"extended\" lacks {count}");
}

TEST_F(DeadlineTemplates, AreRefusedWithAFormThatTheLanguageDoesNotDeclare) {
  EXPECT_EQ(refusal("lv", "Pirmā diena ir {at_nominative}.", "Pirmā diena ir {at_vocative}."),
            "lv/deadlines.toml: sentence: \"first_day\" names {at_vocative}, which it cannot have");
}

TEST_F(DeadlineTemplates, AreRefusedWithoutAPluralFormOfTheLanguage) {
  EXPECT_EQ(refusal("ru", "few {# часа} ", ""), "ru/deadlines.toml: count.hours: the plural of {amount} lacks the form \"few\" of this language");
}

TEST_F(DeadlineTemplates, AreRefusedWithASixDayWeek) {
  EXPECT_EQ(refusal("en", "\"Mon\", ", ""), "en/deadlines.toml: form.plain: \"weekdays\" has 6 texts and needs 7");
}

}  // namespace
}  // namespace redress::letters
