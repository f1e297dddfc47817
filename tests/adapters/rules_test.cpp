// SPDX-License-Identifier: Apache-2.0
// Profiles and organisations; calendars have calendars_test.cpp and shipped_calendars_test.cpp.
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "tests/adapters/rule_files.hpp"

namespace redress::rules {
namespace {

class Rules : public RuleFiles {};

std::string read(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
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

}  // namespace
}  // namespace redress::rules
