// SPDX-License-Identifier: Apache-2.0
// The reference pages of profiles are made from the profiles, so they can be trusted; the pages in docs/ are held to that. UPDATE_GOLDEN=1 writes them anew.
#include "adapters/rules/profile_page.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "adapters/rules/rules.hpp"

namespace redress::rules {
namespace {

namespace fs = std::filesystem;

fs::path profiles() {
  return fs::path(REDRESS_SOURCE_DIR) / "workflows/profiles";
}

fs::path pages() {
  return fs::path(REDRESS_SOURCE_DIR) / "docs/reference/profiles";
}

std::string content_of(fs::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::set<std::string> names_in(fs::path const& folder) {
  std::set<std::string> names;
  for (auto const& entry : fs::directory_iterator(folder)) names.insert(entry.path().stem());
  return names;
}

TEST(ProfilePages, AreThoseOfTheProfiles) {
  bool const is_updating = std::getenv("UPDATE_GOLDEN") != nullptr;
  for (auto const& name : names_in(profiles())) {
    auto const file = pages() / (name + ".md");
    auto const page = profile_page(load_profile(profiles() / (name + ".toml")));
    if (is_updating) std::ofstream(file, std::ios::binary) << page;
    EXPECT_EQ(content_of(file), page) << file.filename() << " is out of date; run the tests with UPDATE_GOLDEN=1";
  }
}

TEST(ProfilePages, AreTakenOutWithTheirProfile) {
  auto expected = names_in(profiles());
  expected.insert("README");

  EXPECT_EQ(names_in(pages()), expected);
}

TEST(ProfilePages, SayHowADeadlineCountsAndWhereItComesFrom) {
  Profile profile;
  profile.name = "sample";
  for (auto const language : all_languages) profile.title[language] = "Sample";
  auto& rule = profile.deadlines.emplace_back();
  rule.name = DeadlineName("answer");
  for (auto const language : all_languages) rule.title[language] = "answer";
  rule.channels = {Channel::Post, Channel::InPerson};
  rule.counting = {{1, Unit::CalendarDays}, StartsFrom::NextOpening, DayOfStart::Counted, EndsAt::Midnight, OnDayOff::NextWorkingDay};
  rule.warn_before = {2, Unit::WorkingDays};
  rule.silence = Silence::Refusal;
  rule.source = "An act | section 1";
  rule.extension = ExtensionRule{2, Period{10, Unit::WorkingDays}, ExtensionNeeds::Notice, {{Language::English, "You are told."}}, "section 2"};
  profile.information_within = {1, Unit::Weeks};

  auto const page = profile_page(profile);

  for (std::string_view const line :
       {"### Answer: post, in person\n", "| `answer` | |\n", "| starts when | received |\n", "| applies to | post, in person |\n",
        "| period | 1 calendar day; what comes in while nobody works counts from the next opening; the day of the start is day 1; ends at midnight; where the "
        "last day is one on which nobody works, it is the next working day |\n",
        "| silence means | a refusal |\n", "| source | An act \\| section 1 |\n",
        "| extension | twice, by at most 10 working days; the complainant must be told |\n", "| what they are told | You are told. |\n",
        "| source of the extension | section 2 |\n", "for 1 week; then the clock runs again"})
    EXPECT_NE(page.find(line), std::string::npos) << line << page;
}

}  // namespace
}  // namespace redress::rules
