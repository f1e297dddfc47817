// SPDX-License-Identifier: Apache-2.0
// The rules of the house over the API: what each role may, the profiles, the templates of letters; and a profile tried without changing anything.
#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "tests/access/access_house.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

using boost::json::object;

class RulesOfTheHouse : public ::testing::Test {
 protected:
  RulesOfTheHouse() {
    house.add("admin", "administrator", "staff-06");
    house.add("ilze", "handler", "staff-01");
    house.add("andrejs", "manager", "staff-02");
  }

  [[nodiscard]] http::Reply ask(std::string const& user, std::string const& target, std::string const& language = "en") {
    return house.ask(house.token(user), "GET", target, {}, {{"Accept-Language", language}});
  }
  [[nodiscard]] object body(std::string const& user, std::string const& target, std::string const& language = "en") {
    auto const reply = ask(user, target, language);
    EXPECT_EQ(reply.status, 200U) << target << " " << reply.body;
    return boost::json::parse(reply.body).as_object();
  }
  [[nodiscard]] static object const& named(boost::json::value const& list, std::string_view name) {
    for (auto const& one : list.as_array())
      if (one.at("name") == boost::json::string(name)) return one.as_object();
    throw std::out_of_range(std::string(name));
  }

  AccessHouse house;
};

TEST_F(RulesOfTheHouse, TellOfEachRoleWhatTheOneFunctionSays) {
  auto const all = body("admin", "/api/v1/roles");

  EXPECT_EQ(all.at("roles").as_array().size(), shipped_roles().size());
  EXPECT_EQ(all.at("commands").as_array().size() + all.at("privileges").as_array().size(), all_actions().size());
  for (auto const& [name, role] : shipped_roles()) {
    runtime::Caller caller;
    caller.kind = runtime::CallerKind::Person;
    caller.roles = {name};
    auto const& shown = named(all.at("roles"), name);
    std::vector<std::string> told;
    for (auto const* kind : {"commands", "privileges"})
      for (auto const& one : shown.at(kind).as_array()) told.emplace_back(one.as_string());
    EXPECT_EQ(told, house.desk.permitted_actions(caller)) << name;
    EXPECT_EQ(shown.at("remedy_most").is_null(), !role.remedy_most) << name;
  }
}

TEST_F(RulesOfTheHouse, AreForThoseWhoKeepThem) {
  for (auto const* target : {"/api/v1/roles", "/api/v1/profiles", "/api/v1/profiles/standard", "/api/v1/profiles/standard/dates", "/api/v1/letter-templates",
                             "/api/v1/letter-templates/lv/closure"}) {
    EXPECT_EQ(ask("admin", target).status, 200U) << target;
    EXPECT_EQ(ask("ilze", target).status, 403U) << target;
  }
}

TEST_F(RulesOfTheHouse, ShowAProfileAsItIsLoadedInTheLanguageAskedFor) {
  auto const& loaded = demonstration_rulebook().profiles.at("lv-consumer");

  auto const shown = body("admin", "/api/v1/profiles/lv-consumer", "lv");

  EXPECT_EQ(shown.at("title").as_string(), loaded.title.at(Language::Latvian));
  ASSERT_EQ(shown.at("deadlines").as_array().size(), loaded.deadlines.size());
  auto const& first = shown.at("deadlines").at(0);
  EXPECT_EQ(first.at("title").as_string(), loaded.deadlines[0].title.at(Language::Latvian));
  EXPECT_EQ(first.at("period").at("amount").as_int64(), loaded.deadlines[0].counting.period.amount);
  EXPECT_EQ(first.at("source").as_string(), loaded.deadlines[0].source);
  EXPECT_EQ(shown.at("is_ours"), false);
  EXPECT_EQ(named(body("admin", "/api/v1/profiles").at("profiles"), "standard").at("is_ours"), true);
  EXPECT_EQ(ask("admin", "/api/v1/profiles/nobodys").status, 404U);
}

TEST_F(RulesOfTheHouse, TryAProfileOnAMoment) {
  auto const tried = body("admin", "/api/v1/profiles/lv-consumer/dates?received_at=2026-03-02T07:00:00Z&channel=email");

  auto const& answer = named(tried.at("dates"), "final-response");
  EXPECT_EQ(answer.at("started_at").as_string(), "2026-03-02T07:00:00Z");
  EXPECT_GT(answer.at("due_at").as_string(), "2026-03-20");
  EXPECT_TRUE(answer.at("present_due_at").is_null());
  EXPECT_FALSE(answer.at("because").as_array().empty());
  EXPECT_FALSE(answer.at("because_text").as_string().empty());
  EXPECT_FALSE(tried.at("not_started").as_array().empty()) << "nothing was reopened";
  for (auto const* wrong : {"?received_at=tomorrow", "?channel=pigeon", "?received_at="})
    EXPECT_EQ(ask("admin", std::string("/api/v1/profiles/lv-consumer/dates") + wrong).status, 400U) << wrong;
}

TEST_F(RulesOfTheHouse, TryAProfileOnAComplaintAndLeaveItAsItIs) {
  auto const reference = house.receive();
  auto const at = "/api/v1/complaints/" + reference.value;
  auto const before = house.ask(house.token("andrejs"), "GET", at).body;

  auto const own = body("ilze", at + "/profiles/standard/dates");
  auto const other = body("ilze", at + "/profiles/ru-consumer/dates");

  for (auto const& one : own.at("dates").as_array()) EXPECT_EQ(one.at("due_at"), one.at("present_due_at")) << one.at("name");
  EXPECT_NE(named(other.at("dates"), "final-response").at("due_at"), named(own.at("dates"), "final-response").at("due_at"));
  EXPECT_EQ(house.ask(house.token("andrejs"), "GET", at).body, before);
  EXPECT_EQ(ask("ilze", at + "/profiles/nobodys/dates").status, 404U);
  EXPECT_EQ(ask("ilze", "/api/v1/complaints/R-0000-0000/profiles/standard/dates").status, 404U);
  EXPECT_EQ(ask("admin", at + "/profiles/standard/dates").status, 403U) << "complaints are none of their business";
}

TEST_F(RulesOfTheHouse, DoNotTellOfAComplaintToWhomItIsAbout) {
  auto const hidden = house.receive({StaffId("staff-02")}).value;

  auto const about = ask("andrejs", "/api/v1/complaints/" + hidden + "/profiles/standard/dates");
  auto const nothing = ask("andrejs", "/api/v1/complaints/R-0000-0000/profiles/standard/dates");

  EXPECT_EQ(about.status, 404U);
  EXPECT_EQ(about.body, nothing.body);
}

TEST_F(RulesOfTheHouse, ShowTemplatesAsTheyWereWritten) {
  auto const all = body("admin", "/api/v1/letter-templates").at("templates").as_array();
  EXPECT_EQ(all.size(), all_languages.size() * names_of(LetterKind{}).size());

  auto const shown = body("admin", "/api/v1/letter-templates/en/acknowledgement");

  EXPECT_EQ(shown.at("subject"), "Your complaint {reference}: {matter}");
  EXPECT_EQ(shown.at("recipe").at(0), "greeting");
  bool repeats = false;
  for (auto const& one : shown.at("paragraphs").as_array())
    repeats = repeats || (one.at("for_each") == "points" && one.at("text") == "{number}. {point}" && one.at("states").at(0) == "points-of-complaint");
  EXPECT_TRUE(repeats);
  EXPECT_EQ(ask("admin", "/api/v1/letter-templates/de/acknowledgement").status, 404U);
  EXPECT_EQ(ask("admin", "/api/v1/letter-templates/en/love-letter").status, 404U);
}

}  // namespace
}  // namespace redress::testing
