// SPDX-License-Identifier: Apache-2.0
// Who of us is told what, and when; and what systems are told of a hold.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/desk.hpp"
#include "tests/support/rulebook.hpp"
#include "workflows/resolution/workflow.hpp"

namespace redress::testing {
namespace {

std::string const ilze = "ilze.berzina@dzintara-maja.example";
std::string const andrejs = "andrejs.volkovs@dzintara-maja.example";
std::string const janis = "janis.ozols@dzintara-maja.example";
std::string const anna = "anna.liepa@dzintara-maja.example";

using People = std::vector<std::string>;

/// What is decided about the desk's complaint under other rules.
Decision decide(ports::Rulebook rules, Desk const& desk, Command command) {
  workflows::ResolutionWorkflow const workflow(std::move(rules), demonstration_letters(), demonstration_notices(), demonstration_proofreaders());
  system::SeededIdentifiers identifiers(7);
  ports::Circumstances const circumstances{desk.now(), identifiers, [](Reference const&) { return true; }};
  CommandEnvelope const envelope{desk.complaint().received.reference, std::move(command), the_clock(), {}, {}, {}, {}};
  auto const decision = workflow.decide(desk.complaint(), envelope, circumstances);
  EXPECT_TRUE(decision.has_value()) << why(decision);
  return decision.value_or(Decision{});
}

Decision decide(Desk const& desk, Command command) {
  return decide(demonstration_rulebook(), desk, std::move(command));
}

std::vector<SendMessage> messages_in(Decision const& decision) {
  std::vector<SendMessage> messages;
  for (auto const& effect : decision.effects) messages.push_back(std::get<SendMessage>(effect));
  return messages;
}

People told(Decision const& decision) {
  People people;
  for (auto const& message : messages_in(decision))
    if (!message.is_letter()) people.push_back(message.envelope_to);
  return people;
}

SendMessage only(Decision const& decision) {
  auto const messages = messages_in(decision);
  EXPECT_EQ(messages.size(), 1u);
  return messages.empty() ? SendMessage{} : messages.front();
}

DeadlineName const final_response("final-response");

TEST(AWarning, OnFridayEveningWaitsUntilMondayMorning) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.at_time("2026-03-06 19:30");

  auto const notice = only(decide(desk, DeadlineWarned{final_response, {}}));

  EXPECT_EQ(notice.envelope_to, ilze);
  EXPECT_EQ(notice.route, Route::Mail);
  EXPECT_TRUE(notice.envelope_from.empty());
  ASSERT_TRUE(notice.not_before.has_value());
  EXPECT_EQ(local(*notice.not_before), "2026-03-09 09:00");
  EXPECT_NE(notice.bytes.find("Date: Mon, 9 Mar 2026 07:00:00 +0000\r\n"), std::string::npos) << notice.bytes;
}

TEST(AWarning, InWorkingTimeGoesNow) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.at_time("2026-03-06 11:15");

  EXPECT_EQ(only(decide(desk, DeadlineWarned{final_response, {}})).not_before, desk.now());
}

TEST(AWarning, GoesAtOnceWhenTheProfileSaysSo) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.at_time("2026-03-06 19:30");
  auto rules = demonstration_rulebook();
  rules.profiles.at("standard").staff_notices = StaffNotices::AtOnce;

  EXPECT_FALSE(only(decide(rules, desk, DeadlineWarned{final_response, {}})).not_before);
}

TEST(AWarning, GoesToTheNextLevelWhileNobodyHasTheComplaint) {
  auto const desk = a_complaint().at(Stage::Received);

  EXPECT_EQ(told(decide(desk, DeadlineWarned{DeadlineName("acknowledgement"), {}})), People{janis});
}

TEST(ANotice, NamesTheComplaintAndNothingPersonal) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  auto const& complaint = desk.complaint();

  auto const bytes = only(decide(desk, DeadlineWarned{final_response, {}})).bytes;

  EXPECT_NE(bytes.find(complaint.received.reference.value), std::string::npos);
  for (auto const& personal : {complaint.received.complainant.name, complaint.received.complainant.email, complaint.received.narrative, complaint.matter})
    EXPECT_TRUE(personal.empty() || bytes.find(personal) == std::string::npos) << personal;
}

TEST(APassedDeadline, IsToldToTheHandler) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.at_time("2026-03-04 17:00");

  EXPECT_EQ(told(decide(desk, DeadlinePassed{DeadlineName("talk")})), People{ilze});
}

TEST(APassedDeadline, OfTheFinalResponseIsToldToTheNextLevelToo) {
  auto desk = a_complaint().at(Stage::Acknowledged);

  EXPECT_EQ(told(decide(desk, DeadlinePassed{final_response})), (People{ilze, janis}));
  desk.go({"escalate"});
  EXPECT_EQ(told(decide(desk, DeadlinePassed{final_response})), (People{ilze, anna}));
  desk.go({"escalate", "escalate"});
  EXPECT_EQ(told(decide(desk, DeadlinePassed{final_response})), People{ilze});
}

TEST(APromise, IsToldToItsOwnerWhenItFallsDueAndWhenItIsMissed) {
  auto const desk = a_complaint().at(Stage::Agreed);
  PromiseId const promise("promise-1");

  auto const due = decide(desk, DeadlineWarned{deadline_names::promise, promise});
  auto const missed = decide(desk, PromiseMissed{promise});

  EXPECT_EQ(told(due), People{andrejs});
  EXPECT_EQ(told(missed), People{andrejs});
  EXPECT_NE(only(due).bytes, only(missed).bytes);
}

TEST(AnEscalation, IsToldToTheHandlerAndToWhoeverIsNextAtThatLevel) {
  auto desk = a_complaint().at(Stage::Acknowledged);

  EXPECT_EQ(told(decide(desk, Escalate{})), (People{ilze, janis}));
  desk.go({"escalate"});
  EXPECT_EQ(told(decide(desk, Escalate{})), (People{ilze, anna}));
  desk.go({"escalate"});
  EXPECT_EQ(told(decide(desk, Escalate{})), (People{ilze, janis})) << "nobody is named for this level: the handler's line manager";
}

TEST(AnEscalation, IsToldToTheLineManagerWhereNoLevelsAreNamedAndElseToNobody) {
  auto rules = demonstration_rulebook();
  rules.organisation.escalation.clear();

  EXPECT_EQ(told(decide(rules, a_complaint().at(Stage::Acknowledged), Escalate{})), (People{ilze, janis}));
  EXPECT_EQ(told(decide(rules, a_complaint().at(Stage::Received), Escalate{})), People{});
}

TEST(AnEscalation, TellsOnePersonOnce) {
  auto rules = demonstration_rulebook();
  rules.organisation.escalation[Escalation::Supervisor] = StaffId("staff-01");

  EXPECT_EQ(told(decide(rules, a_complaint().at(Stage::Acknowledged), Escalate{})), People{ilze});
}

TEST(AnEscalation, PassesOverWhoeverIsComplainedAbout) {
  Desk desk;
  auto received = std::get<ReceiveComplaint>(desk.good("receive-complaint"));
  received.concerns_staff = {StaffId("staff-04")};
  ASSERT_TRUE(desk.give(received));
  desk.go({"acknowledge"});

  EXPECT_EQ(told(decide(desk, Escalate{})), (People{ilze, anna}));
}

TEST(AnEscalation, TellsNobodyWhenEverybodyAboveIsComplainedAbout) {
  Desk desk;
  auto received = std::get<ReceiveComplaint>(desk.good("receive-complaint"));
  received.concerns_staff = {StaffId("staff-04"), StaffId("staff-05")};
  ASSERT_TRUE(desk.give(received));

  EXPECT_EQ(told(decide(desk, Escalate{})), People{}) << "above the top there is nobody";
}

TEST(ALetter, NeverWaitsForTheHouseToOpen) {
  auto desk = a_complaint().at(Stage::Received);
  desk.at_time("2026-03-06 23:30").go({"acknowledge"});

  ASSERT_EQ(desk.messages().size(), 1u);
  EXPECT_TRUE(desk.messages().front().is_letter());
  EXPECT_FALSE(desk.messages().front().not_before);
}

ports::Rulebook with_systems() {
  auto rules = demonstration_rulebook();
  rules.organisation.systems = {{"billing", "https://billing.example/holds", "secret"}, {"delivery", "https://delivery.example/", ""}, {"archive", "", ""}};
  return rules;
}

TEST(AHold, IsToldToEverySystemThatHasAnAddress) {
  auto const desk = a_complaint().at(Stage::Received);
  auto const reference = desk.complaint().received.reference.value;

  auto const decision = decide(with_systems(), desk, HoldAdverseAction{"Rēķins", {"billing", "archive", "somewhere \"else\""}});

  auto const message = only(decision);
  EXPECT_EQ(message.route, Route::Webhook);
  EXPECT_EQ(message.envelope_to, "billing");
  EXPECT_FALSE(message.not_before) << "a system has no working hours";
  EXPECT_EQ(message.bytes, R"({"at":"2026-03-02T07:00:00Z","event":"hold-placed","hold":"hold-1","reference":")" + reference +
                               R"(","systems":["billing","archive","somewhere \"else\""]})");
}

TEST(AHold, IsToldOfAgainWhenItIsLiftedByAPersonOrByTheEnd) {
  auto desk = a_complaint().at(Stage::FollowingUp);
  desk.go({"hold-adverse-action", "keep-promise", "keep-promise", "record-follow-up", "add-preventive-action"});

  auto const lifted = only(decide(with_systems(), desk, desk.good("lift-hold")));
  auto const closed = only(decide(with_systems(), desk, desk.good("close")));

  EXPECT_NE(lifted.bytes.find(R"("event":"hold-lifted","hold":"hold-1")"), std::string::npos) << lifted.bytes;
  EXPECT_EQ(closed.bytes, lifted.bytes);
}

TEST(AHold, OnSystemsThatNobodyDescribedIsRecordedAndToldToNobody) {
  auto const desk = a_complaint().at(Stage::Received);

  auto const decision = decide(desk, HoldAdverseAction{"Rēķins", {"billing", "unknown"}});

  EXPECT_TRUE(decision.effects.empty());
  EXPECT_EQ(decision.events.size(), 1u);
}

}  // namespace
}  // namespace redress::testing
