// SPDX-License-Identifier: Apache-2.0
// Break-glass, over the real API: somebody whom a complaint is about is let in by somebody else, for a time, on record.
#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "tests/access/access_house.hpp"

namespace redress::testing {
namespace {

using boost::json::object;

class BrokenGlass : public ::testing::Test {
 protected:
  BrokenGlass() {
    house.add("andrejs", "manager", "staff-02");
    house.add("janis", "manager", "staff-04");
    house.add("anna", "executive", "staff-05");
    house.add("auditor", "auditor");
    house.add("robot", "program");
    hidden = house.receive({StaffId("staff-02")}).value;
  }

  [[nodiscard]] http::Reply let_in(std::string const& token, std::int64_t hours = 2, std::vector<http::Header> const& headers = {}) const {
    object const wanted{{"staff", "staff-02"}, {"hours", hours}, {"reason", "The hearing is tomorrow."}};
    return house.ask(token, "POST", "/api/v1/complaints/" + hidden + "/commands/break-glass", boost::json::serialize(wanted), headers);
  }
  [[nodiscard]] unsigned reads(std::string const& user, std::string_view what = "") {
    return house.ask(house.token(user), "GET", "/api/v1/complaints/" + hidden + std::string(what)).status;
  }
  [[nodiscard]] bool lists(std::string const& user) { return house.ask(house.token(user), "GET", "/api/v1/complaints").body.contains(hidden); }

  AccessHouse house;
  std::string hidden;
};

TEST_F(BrokenGlass, OpensTheComplaintForAWhileAndClosesItByItself) {
  ASSERT_EQ(reads("andrejs"), 404U);

  ASSERT_EQ(let_in(house.token("anna")).status, 200U);

  EXPECT_EQ(reads("andrejs"), 200U);
  EXPECT_EQ(reads("andrejs", "/history"), 200U);
  EXPECT_TRUE(lists("andrejs"));
  house.clock.set(house.clock.now() + std::chrono::hours{2});
  EXPECT_EQ(reads("andrejs"), 404U);
  EXPECT_FALSE(lists("andrejs"));
}

TEST_F(BrokenGlass, LetsReadAndNothingElse) {
  ASSERT_EQ(let_in(house.token("anna")).status, 200U);

  auto const note = house.ask(house.token("andrejs"), "POST", "/api/v1/complaints/" + hidden + "/commands/add-note", R"({"text":"a note"})");
  auto const document = boost::json::parse(house.ask(house.token("andrejs"), "GET", "/api/v1/complaints/" + hidden).body).as_object();

  EXPECT_EQ(note.status, 422U) << note.body;
  for (auto const& command : document.at("permitted_commands").as_array())
    EXPECT_EQ(command.at("missing").at(0).at("reason"), "ConflictOfInterest") << command.at("name");
}

TEST_F(BrokenGlass, TakesASecondPersonWhoMayAndWhoIsOneThemselves) {
  EXPECT_EQ(let_in(house.token("andrejs")).status, 404U) << "they do not know that there is anything";
  EXPECT_EQ(let_in(house.token("janis")).status, 422U) << "the line manager of the one who is named";
  EXPECT_EQ(let_in(house.token("auditor")).status, 403U);
  EXPECT_EQ(let_in(house.token("robot"), 2, {{"X-Redress-Actor", "staff-05"}}).status, 403U);
  EXPECT_EQ(let_in(AccessHouse::operator_token, 2, {{"X-Redress-Actor", "staff-05"}}).status, 403U);
  EXPECT_EQ(let_in(house.token("anna"), 73).status, 422U);
  EXPECT_EQ(reads("andrejs"), 404U);
}

TEST_F(BrokenGlass, StandsInTheHistoryAndWhatWasReadInTheRecordOfReading) {
  ASSERT_EQ(let_in(house.token("anna")).status, 200U);
  ASSERT_EQ(reads("andrejs"), 200U);

  auto const history = boost::json::parse(house.ask(house.token("auditor"), "GET", "/api/v1/complaints/" + hidden + "/history").body).as_object();
  auto const readings = house.ask(house.token("auditor"), "GET", "/api/v1/readings?user=andrejs").body;

  auto const& last = history.at("events").as_array().back();
  EXPECT_EQ(last.at("type"), "glass-broken");
  EXPECT_EQ(last.at("actor").at("id"), "staff-05");
  EXPECT_EQ(last.at("data").at("staff"), "staff-02");
  EXPECT_EQ(last.at("data").at("reason"), "The hearing is tomorrow.");
  EXPECT_TRUE(readings.contains(hidden));
}

TEST_F(BrokenGlass, TellsThoseResponsibleAndWhoeverWasLetIn) {
  ASSERT_EQ(let_in(house.token("anna")).status, 200U);

  std::string told;
  for (auto const& item : house.store->due_outbox(house.clock.now(), 100)) told += item.message.envelope_to + " ";

  EXPECT_TRUE(told.contains("janis.ozols@")) << told;
  EXPECT_TRUE(told.contains("anna.liepa@")) << told;
  EXPECT_TRUE(told.contains("andrejs.volkovs@")) << told;
}

}  // namespace
}  // namespace redress::testing
