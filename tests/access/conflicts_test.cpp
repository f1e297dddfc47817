// SPDX-License-Identifier: Apache-2.0
// Whoever is named in a complaint finds it nowhere. The canary is what it tells; it must be in no answer.
#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "adapters/http/api.hpp"
#include "tests/access/access_house.hpp"

namespace redress::testing {
namespace {

using boost::json::object;

constexpr std::string_view canary = "The canary sings in the storeroom.";

object body_of(http::Reply const& reply) {
  return boost::json::parse(reply.body).as_object();
}

class ConflictsOfInterest : public ::testing::Test {
 protected:
  ConflictsOfInterest() {
    house.add("andrejs", "manager", "staff-02");
    house.add("ilze", "manager", "staff-01");
    for (auto const* role : {"handler", "approver", "executive", "auditor", "administrator", "account-manager"}) house.add(role, role, "staff-02");
    house.add("robot", "program");
    object const complaint{{"channel", "email"},
                           {"language", "en"},
                           {"complainant", object{{"name", "Canary Bird"}, {"email", "canary@example.org"}}},
                           {"narrative", canary},
                           {"concerns_staff", boost::json::array{"staff-02"}}};
    auto const reply = house.ask(house.token("ilze"), "POST", "/api/v1/complaints", boost::json::serialize(complaint));
    EXPECT_EQ(reply.status, 201U) << reply.body;
    hidden = body_of(reply).at("reference").as_string().c_str();
    ordinary = house.receive().value;
  }

  [[nodiscard]] http::Reply give(std::string const& token, std::string const& reference, std::string_view command, object const& fields) const {
    return house.ask(token, "POST", "/api/v1/complaints/" + reference + "/commands/" + std::string(command), boost::json::serialize(fields));
  }

  AccessHouse house;
  std::string hidden;
  std::string ordinary;
};

TEST_F(ConflictsOfInterest, AreInNoAnswerOfAnySurfaceForAnyRole) {
  std::vector<std::string> targets;
  for (auto const& route : house.routes())
    if (route.method == "GET" && !route.pattern.contains('{') && route.pattern != "/api/v1/events") targets.push_back(route.pattern);
  for (auto const* query : {"?q=canary", "?q=Bird", "?stage=Received", "?limit=1", "?due_before=2030-01-01T00:00:00Z"})
    targets.push_back(std::string("/api/v1/complaints") + query);
  for (auto const* what : {"", "/history", "/letters/letter-1", "/letters/letter-1/review", "/letters/letter-1/versions", "/letters/letter-1/changes"})
    targets.push_back("/api/v1/complaints/" + hidden + what);

  for (auto const* user : {"andrejs", "handler", "approver", "executive", "auditor", "administrator", "account-manager"}) {
    auto const token = house.token(user);
    for (auto const& target : targets) {
      auto const reply = house.ask(token, "GET", target);
      for (auto const* trace : {"canary", "Canary", hidden.c_str()}) EXPECT_FALSE(reply.body.contains(trace)) << user << " " << target << " " << reply.body;
    }
  }
  EXPECT_TRUE(house.ask(house.token("ilze"), "GET", "/api/v1/complaints?q=canary").body.contains(hidden));
}

TEST_F(ConflictsOfInterest, AreLeftOutOfPagesWithoutAGap) {
  for (int i = 0; i < 5; ++i) {
    house.receive();
    house.receive({StaffId("staff-02")});
  }
  auto const token = house.token("andrejs");
  std::size_t seen = 0;
  std::string after;
  do {
    auto const page = body_of(house.ask(token, "GET", "/api/v1/complaints?limit=2&after=" + after));
    seen += page.at("complaints").as_array().size();
    after = page.at("next").is_null() ? "" : page.at("next").as_string().c_str();
    EXPECT_TRUE(after.empty() || page.at("complaints").as_array().size() == 2U);
  } while (!after.empty());

  EXPECT_EQ(seen, 6U);
}

TEST_F(ConflictsOfInterest, CannotBeActedUpon) {
  object const note{{"text", "a note"}};

  EXPECT_EQ(give(house.token("andrejs"), hidden, "add-note", note).status, 404U);
  EXPECT_EQ(give(house.token("andrejs"), ordinary, "add-note", note).status, 200U);
  EXPECT_EQ(give(house.token("ilze"), hidden, "add-note", note).status, 200U);
}

TEST_F(ConflictsOfInterest, AreNothingToMergeInto) {
  auto const into_hidden = give(house.token("andrejs"), ordinary, "merge", {{"into", hidden}});
  auto const into_nothing = give(house.token("andrejs"), ordinary, "merge", {{"into", "R-0000-0000"}});

  EXPECT_EQ(into_hidden.status, 422U) << into_hidden.body;
  EXPECT_EQ(into_hidden.body, into_nothing.body);
}

TEST_F(ConflictsOfInterest, AreNotNamedByWhatWasMergedIntoThem) {
  ASSERT_EQ(give(house.token("ilze"), ordinary, "merge", {{"into", hidden}}).status, 200U);

  EXPECT_EQ(body_of(house.ask(house.token("ilze"), "GET", "/api/v1/complaints/" + ordinary)).at("merged_into"), boost::json::string(hidden));
  EXPECT_TRUE(body_of(house.ask(house.token("andrejs"), "GET", "/api/v1/complaints/" + ordinary)).at("merged_into").is_null());
}

TEST_F(ConflictsOfInterest, HoldForAProgramThatActsForSomebody) {
  auto const robot = house.token("robot");

  EXPECT_EQ(house.ask(robot, "GET", "/api/v1/complaints/" + hidden, {}, {{"X-Redress-Actor", "staff-02"}}).status, 404U);
  EXPECT_EQ(house.ask(robot, "GET", "/api/v1/complaints/" + hidden, {}, {{"X-Redress-Actor", "staff-01"}}).status, 200U);
  EXPECT_EQ(house.ask(robot, "GET", "/api/v1/complaints/" + hidden).status, 200U);
}

TEST_F(ConflictsOfInterest, AreNotShakenOffByActingForSomebodyElse) {
  auto const token = house.token("andrejs");
  std::vector<http::Header> const as_ilze{{"X-Redress-Actor", "staff-01"}};

  EXPECT_EQ(house.ask(token, "GET", "/api/v1/complaints/" + hidden, {}, as_ilze).status, 404U);
  EXPECT_EQ(house.ask(token, "POST", "/api/v1/complaints/" + ordinary + "/commands/add-note", R"({"text":"a note"})", as_ilze).status, 403U);
}

TEST_F(ConflictsOfInterest, AreNotHeardOf) {
  auto const caller = house.desk.caller_with_token(house.token("andrejs"));
  http::Broadcast broadcast;
  auto const listener = broadcast.listen(http::hears(house.desk, caller));

  broadcast.tell(hidden, "a change");
  broadcast.tell(ordinary, "another change");

  EXPECT_EQ(listener->take(), "another change");
  EXPECT_FALSE(listener->take());
  auto user = *house.desk.user("andrejs");
  user.standing = ports::Standing::Disabled;
  ASSERT_TRUE(house.desk.change_user(user));
  broadcast.tell(ordinary, "a third change");
  EXPECT_FALSE(listener->take());
  EXPECT_TRUE(listener->is_cut_off());
}

TEST_F(ConflictsOfInterest, ShowNobodyWhoIsWithTheComplaint) {
  auto const say = [&](std::string const& user, std::string const& reference, std::string_view mode) {
    auto const body = fmt::format(R"({{"page":"{}-1","mode":"{}"}})", user, mode);
    return house.ask(house.token(user), "POST", "/api/v1/complaints/" + reference + "/presence", body);
  };
  ASSERT_EQ(say("ilze", hidden, "writing").status, 200U);
  ASSERT_EQ(say("ilze", ordinary, "writing").status, 200U);

  auto const about_them = say("andrejs", hidden, "reading");
  auto const other = say("andrejs", ordinary, "reading");

  EXPECT_EQ(about_them.status, 404U) << about_them.body;
  EXPECT_FALSE(about_them.body.contains("staff-01"));
  EXPECT_EQ(body_of(other).at("present").as_array().size(), 1U) << other.body;
  EXPECT_EQ(body_of(other).at("present").at(0).at("staff"), "staff-01");
  EXPECT_EQ(body_of(other).at("present").at(0).at("mode"), "writing");
  EXPECT_EQ(body_of(say("ilze", hidden, "reading")).at("present").as_array().size(), 0U) << "whom it is about has not been there";
}

TEST_F(ConflictsOfInterest, RecordWhoGaveACommandByTheirPlaceOnTheStaffAndNoName) {
  ASSERT_EQ(give(house.token("ilze"), ordinary, "add-note", {{"text", "a note"}}).status, 200U);

  auto const history = house.ask(house.token("ilze"), "GET", "/api/v1/complaints/" + ordinary + "/history");
  auto const events = body_of(history).at("events").as_array();

  EXPECT_EQ(events.back().at("actor").at("kind"), "staff");
  EXPECT_EQ(events.back().at("actor").at("id"), "staff-01");
  EXPECT_FALSE(history.body.contains("ilze"));
}

TEST_F(ConflictsOfInterest, LetWhoeverIsNobodyOnTheStaffGiveNoCommand) {
  house.add("outsider", "manager");

  EXPECT_EQ(give(house.token("outsider"), ordinary, "add-note", {{"text", "a note"}}).status, 403U);
}

TEST_F(ConflictsOfInterest, AreToldApartFromCommandsThatARoleDoesNotAllow) {
  auto const refused = give(house.token("auditor"), ordinary, "add-note", {{"text", "a note"}});

  EXPECT_EQ(refused.status, 403U);
  EXPECT_EQ(body_of(refused).at("detail"), "Your roles do not allow this: add-note.");
  EXPECT_EQ(give(house.token("auditor"), ordinary, "no-such-command", {}).status, 404U);
}

TEST_F(ConflictsOfInterest, LeaveOnlyPermittedCommandsToARole) {
  house.add("maija", "approver", "staff-03");

  auto const commands = body_of(house.ask(house.token("maija"), "GET", "/api/v1/complaints/" + ordinary)).at("permitted_commands").as_array();

  ASSERT_FALSE(commands.empty());
  for (auto const& command : commands) {
    auto const name = std::string(command.at("name").as_string());
    auto const& allowed = shipped_roles().at("approver").may;
    EXPECT_NE(std::ranges::find(allowed, name), allowed.end()) << name;
  }
}

}  // namespace
}  // namespace redress::testing
