// SPDX-License-Identifier: Apache-2.0
// The canary: a complaint about staff-02 in which every personal field says so. Whoever is staff-02, whatever their role, finds it on none of the twelve
// surfaces: the list, the complaint, search, counts, history, letters, attachments and raw mail, export, assignment, notices, the stream of changes, and the
// calendar. What is asked is generated from the routes there are, so that a new one is walked from the day it is made.
#include <algorithm>
#include <array>

#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "adapters/http/api.hpp"
#include "tests/access/access_house.hpp"

namespace redress::testing {
namespace {

using boost::json::array;
using boost::json::object;

constexpr std::string_view canary = "kanarienvogel";
constexpr std::array roles{"handler", "account-manager", "manager", "approver", "executive", "auditor", "administrator"};

object body_of(http::Reply const& reply) {
  return boost::json::parse(reply.body).as_object();
}

std::string replaced(std::string text, std::string_view place, std::string_view with) {
  if (auto const at = text.find(place); at != std::string::npos) text.replace(at, place.size(), with);
  return text;
}

class Canary : public ::testing::Test {
 protected:
  Canary() {
    house.add("ilze", "manager", "staff-01");
    for (auto const* role : roles) house.add(role, role, "staff-02");
    house.add("robot", "program");
    ilze = house.token("ilze");
    auto const made = house.ask(ilze, "POST", "/api/v1/complaints", boost::json::serialize(complaint()));
    EXPECT_EQ(made.status, 201U) << made.body;
    hidden = body_of(made).at("reference").as_string().c_str();
    tell_everything();
    EXPECT_EQ(give("name-staff", {{"staff", "staff-02"}, {"reason", word}}).status, 200U);
    ordinary = house.receive().value;
  }

  [[nodiscard]] object complaint() const {
    return {{"channel", "email"},
            {"language", "en"},
            {"complainant", object{{"name", word}, {"email", word + "@example.org"}, {"phone", word}, {"postal_address", array{word}}}},
            {"narrative", word},
            {"desired_outcome", word},
            {"evidence", array{word}}};
  }

  http::Reply give(std::string_view command, object const& fields) const {
    return house.ask(ilze, "POST", "/api/v1/complaints/" + hidden + "/commands/" + std::string(command), boost::json::serialize(fields));
  }

  void tell_everything() {
    std::vector<std::pair<std::string_view, object>> const commands{
        {"define-points", {{"points", array{word, word}}}},
        {"make-appointment", {{"kind", "call"}, {"at", "2026-03-04T09:00:00Z"}, {"with", "staff-02"}}},
        {"add-note", {{"text", word}}},
        {"attach", {{"name", word}, {"type", "text/plain"}, {"content", "a2FuYXJpZW52b2dlbA=="}}},
        {"record-contact", {{"direction", "in"}, {"channel", "phone"}, {"summary", word}}},
        {"receive-message", {{"channel", "email"}, {"text", word}, {"from", word}}},
        {"record-information", {{"text", word}, {"email", word + "@example.net"}, {"phone", word}}},
        {"escalate", {{"note", word}}},
        {"hold-adverse-action", {{"what", word}, {"systems", array{"billing"}}}},
        {"ask-complainant", {{"question", word}}},
    };
    for (auto const& [command, fields] : commands) {
      auto const reply = give(command, fields);
      EXPECT_EQ(reply.status, 200U) << command << " " << reply.body;
    }
  }

  [[nodiscard]] std::vector<std::string> targets() const {
    std::vector<std::string> all;
    for (auto const& route : house.routes()) {
      if (route.method != "GET" || route.pattern == "/api/v1/events") continue;
      for (auto const* id : {"letter-1", "mail-1", "attachment-1", "1"})
        all.push_back(replaced(replaced(replaced(replaced(route.pattern, "{reference}", hidden), "{id}", id), "{name}", "handler"), "{file}", "staff-02.ics"));
    }
    for (auto const& query : {"?q=" + word, std::string("?stage=Received"), std::string("?limit=1"), std::string("?handler=staff-01"),
                              std::string("?due_before=2030-01-01T00:00:00Z")})
      all.push_back("/api/v1/complaints" + query);
    all.push_back("/api/v1/readings?reference=" + hidden);
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  void expect_silence(std::string const& token, std::string_view who, std::vector<http::Header> const& headers = {}) const {
    for (auto const& target : targets()) {
      auto const reply = house.ask(token, "GET", target, {}, headers);
      auto const said = reply.body;
      EXPECT_LT(reply.status, 500U) << target;
      EXPECT_FALSE(said.contains(canary)) << who << " " << target;
      EXPECT_FALSE(said.contains(hidden)) << who << " " << target;
    }
  }

  std::string const word{canary};
  AccessHouse house;
  std::string ilze;
  std::string hidden;
  std::string ordinary;
};

TEST_F(Canary, SingsToWhomItIsNotAbout) {
  auto const history = house.ask(ilze, "GET", "/api/v1/complaints/" + hidden + "/history").body;
  std::size_t heard = 0;
  for (auto at = history.find(canary); at != std::string::npos; at = history.find(canary, at + 1)) ++heard;

  EXPECT_GE(heard, 18U);
  EXPECT_TRUE(house.ask(ilze, "GET", "/api/v1/complaints?q=" + word).body.contains(hidden));
}

TEST_F(Canary, IsInNoAnswerOfAnyRouteForAnyRole) {
  for (auto const* role : roles) expect_silence(house.token(role), role);
  expect_silence(house.token("robot"), "a program", {{"X-Redress-Actor", "staff-02"}});
}

TEST_F(Canary, IsNotCountedForWhomItIsAbout) {
  auto const waiting = [&](std::string const& token) { return body_of(house.ask(token, "GET", "/api/v1/outbox")).at("waiting").to_number<int>(); };
  auto const hidden_messages = house.desk.outbox_hidden_from(StaffId("staff-02"));

  EXPECT_GT(hidden_messages, 0);
  EXPECT_EQ(waiting(house.token("manager")) + hidden_messages, waiting(ilze));
}

TEST_F(Canary, IsInNoNoticeToThem) {
  auto const due = house.store->due_outbox(house.clock.now() + std::chrono::days{30}, 1000);

  EXPECT_FALSE(due.empty());
  for (auto const& item : due)
    if (item.reference.value == hidden) {
      EXPECT_FALSE(item.message.envelope_to.contains("andrejs")) << item.message.envelope_to;
    }
}

TEST_F(Canary, IsNotHeardOnTheStreamByAnyRole) {
  for (auto const* role : roles) {
    http::Broadcast broadcast;
    auto const listener = broadcast.listen(http::hears(house.desk, house.desk.caller_with_token(house.token(role))));

    broadcast.tell(hidden, "a change");

    EXPECT_FALSE(listener->take()) << role;
  }
}

TEST_F(Canary, CannotBeAssignedToThemNorFiledTo) {
  EXPECT_EQ(give("assign-handler", {{"handler", "staff-02"}}).status, 422U);
  for (auto const* role : roles) {
    auto const token = house.token(role);
    for (auto const* command : {"assign-handler", "add-note", "name-staff", "break-glass"}) {
      auto const about = house.ask(token, "POST", "/api/v1/complaints/" + hidden + "/commands/" + command, "{}");
      auto const nothing = house.ask(token, "POST", "/api/v1/complaints/R-0000-0000/commands/" + std::string(command), "{}");
      EXPECT_EQ(about.status, nothing.status) << role << " " << command;
      EXPECT_EQ(about.body, nothing.body) << role << " " << command;
    }
  }
}

TEST_F(Canary, IsNotNamedByAnotherComplaintThatItMayBelongWith) {
  auto other = complaint();
  other["possibly_about"] = hidden;
  other["narrative"] = "nothing of the kind";
  other["complainant"] = object{{"name", "Anna"}, {"email", "anna@example.org"}};
  other.erase("desired_outcome");
  other.erase("evidence");
  auto const made = house.ask(ilze, "POST", "/api/v1/complaints", boost::json::serialize(other));
  ASSERT_EQ(made.status, 201U) << made.body;
  auto const target = "/api/v1/complaints/" + std::string(body_of(made).at("reference").as_string());

  EXPECT_TRUE(house.ask(ilze, "GET", target).body.contains(hidden));
  for (auto const* role : {"handler", "manager", "approver", "executive", "auditor", "account-manager"}) {
    EXPECT_EQ(house.ask(house.token(role), "GET", target).status, 200U) << role;
    EXPECT_FALSE(house.ask(house.token(role), "GET", target).body.contains(hidden)) << role;
    EXPECT_FALSE(house.ask(house.token(role), "GET", target + "/history").body.contains(hidden)) << role;
  }
}

}  // namespace
}  // namespace redress::testing
