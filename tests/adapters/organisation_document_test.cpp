// SPDX-License-Identifier: Apache-2.0
// Who works here, as the API tells it: enough to name somebody, and nothing of how to reach them.
#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

#include "adapters/http/organisation.hpp"

namespace redress::http {
namespace {

std::map<Language, std::string> everywhere(std::string const& text) {
  return {{Language::English, text}, {Language::Latvian, text + " lv"}, {Language::Russian, text + " ru"}};
}

ports::Rulebook house_with_one_handler() {
  ports::Rulebook rulebook;
  rulebook.organisation.name = everywhere("Amber House");
  rulebook.organisation.calendar = "gone";
  rulebook.organisation.staff.push_back({StaffId("ilze"),
                                         everywhere("Ilze"),
                                         everywhere("Handler"),
                                         "ilze@example.org",
                                         "+371 1",
                                         StaffId("anna"),
                                         {{Date{std::chrono::year{2026}, std::chrono::month{7}, std::chrono::day{1}},
                                           Date{std::chrono::year{2026}, std::chrono::month{7}, std::chrono::day{14}}}},
                                         Money{20000, "EUR"},
                                         "a token's file"});
  rulebook.situations = {"delivery/late"};
  return rulebook;
}

TEST(OrganisationDocument, NamesPeopleInTheLanguageWanted) {
  auto const told = organisation_document(house_with_one_handler(), Language::Latvian);

  EXPECT_EQ(told.at("name"), "Amber House lv");
  EXPECT_EQ(told.at("staff").at(0).at("name"), "Ilze lv");
  EXPECT_EQ(told.at("staff").at(0).at("title"), "Handler lv");
  EXPECT_EQ(told.at("staff").at(0).at("line_manager"), "anna");
  EXPECT_EQ(told.at("staff").at(0).at("away").at(0).at("until"), "2026-07-14");
  EXPECT_EQ(told.at("situations").at(0), "delivery/late");
}

TEST(OrganisationDocument, TellsNobodysAddressNumberAuthorityOrToken) {
  auto const text = boost::json::serialize(organisation_document(house_with_one_handler(), Language::English));

  for (auto const* secret : {"example.org", "+371", "20000", "token"}) EXPECT_FALSE(text.contains(secret)) << secret;
}

TEST(OrganisationDocument, CountsInUtcWhenItsCalendarWasTakenOutOfTheHouse) {
  EXPECT_EQ(organisation_document(house_with_one_handler(), Language::English).at("zone"), "UTC");
}

}  // namespace
}  // namespace redress::http
