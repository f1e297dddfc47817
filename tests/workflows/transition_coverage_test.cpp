// SPDX-License-Identifier: Apache-2.0
// Every row of every transition table is walked by real commands through the real workflow, and the complaint that comes of it stands where
// the table says. So the tables and the events can never tell two stories, and a row nobody can walk is found.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/desk.hpp"
#include "tests/support/good_command.hpp"
#include "workflows/catalogue.hpp"

namespace redress::testing {
namespace {

using workflows::Edge;
using workflows::Machine;
using Events = std::vector<std::string_view>;

/// How to bring a complaint to where a row begins: a stage, then events by the names the tables use.
struct Road {
  Stage stage = Stage::Received;
  Events events;
};

std::string_view state_of(Machine const& machine, Complaint const& complaint) {
  auto const last = [&](auto const& list) { return list.empty() ? machine.initial : name_of(list.back().state); };
  auto const first = [&](auto const& list) { return list.empty() ? machine.initial : name_of(list.front().state); };
  if (machine.name == "resolution") return complaint.exists() ? name_of(complaint.stage) : machine.initial;
  if (machine.name == "waiting") return name_of(complaint.waiting);
  if (machine.name == "escalation") return name_of(complaint.escalation);
  if (machine.name == "letter") return last(complaint.letters);
  if (machine.name == "promise") return first(complaint.promises);
  return first(complaint.preventive_actions);
}

/// The command behind an event of a table, about the newest letter, the first promise, the first action.
Command command_on(std::string_view on, Machine const& machine, Desk const& desk) {
  auto const& complaint = desk.complaint();
  auto command = desk.good(on.substr(0, on.find(' ')));
  if (on == "record-answer (not accepted)") std::get<RecordAnswer>(command).answer = ProposalAnswer::Decline;
  if (on == "deadline-warned (promise)") command = DeadlineWarned{deadline_names::promise, PromiseId("promise-1")};
  if (on == "deadline-passed (information)") command = DeadlinePassed{deadline_names::information};
  if (on == "assess-preventive-action (ineffective)") std::get<AssessPreventiveAction>(command).found = Effectiveness::Ineffective;
  if (auto* missed = std::get_if<PromiseMissed>(&command)) missed->promise = PromiseId("promise-1");
  bool const is_written = machine.name == "letter" && state_of(machine, complaint) != machine.initial;
  if (auto* draft = std::get_if<DraftLetter>(&command);
      draft != nullptr && is_written && !complaint.letters.empty() && complaint.letters.back().kind == draft->kind)
    draft->letter = complaint.letters.back().id;
  return command;
}

Road road_on_resolution(Edge const& edge) {
  static std::map<std::pair<std::string_view, std::string_view>, Events> const needed{
      {{"Acknowledged", "begin-investigation"}, {"define-points"}},
      {{"Investigating", "record-statement"}, {"request-statement"}},
      {{"Investigating", "conclude-investigation"}, {"request-statement", "record-statement", "record-fact", "record-root-cause"}},
      {{"Discussing", "propose-remedy"}, {"confirm-identity", "record-hearing"}},
      {{"Discussing", "record-answer"}, {"confirm-identity", "record-hearing", "propose-remedy"}},
      {{"Discussing", "agree-schedule"}, {"confirm-identity", "record-hearing", "propose-remedy", "record-answer"}},
      {{"Discussing", "conclude-without-agreement"}, {"confirm-identity", "record-hearing", "propose-remedy", "record-answer (not accepted)"}},
      {{"Agreed", "send-letter (final response)"}, {"draft-letter", "review-letter", "approve-letter"}},
      {{"FollowingUp", "close"}, {"keep-promise", "keep-promise", "record-follow-up", "add-preventive-action"}},
      {{"NotAgreed", "send-letter (final response)"}, {"draft-letter", "review-letter", "approve-letter"}},
      {{"NotAgreed", "letter-bounced (final response)"}, {"draft-letter", "review-letter", "approve-letter", "send-letter"}},
      {{"NotAgreed", "copy-letter"}, {"draft-letter", "review-letter", "approve-letter", "send-letter"}},
      {{"NotAgreed", "close"}, {"draft-letter", "review-letter", "approve-letter", "send-letter", "letter-accepted", "add-preventive-action"}},
  };
  auto const found = needed.find({edge.from, edge.on});
  return {*enumerator_named<Stage>(edge.from), found == needed.end() ? Events{} : found->second};
}

Road road_on_waiting(Edge const& edge) {
  bool const is_waiting = edge.from == "WaitingForComplainant";
  if (edge.on == "reopen") return {Stage::Received, is_waiting ? Events{"ask-complainant", "withdraw"} : Events{"withdraw"}};
  return {Stage::Received, is_waiting ? Events{"ask-complainant"} : Events{}};
}

Road road_on_escalation(Edge const& edge) {
  auto const level = static_cast<std::size_t>(*enumerator_named<Escalation>(edge.from));
  return {Stage::Received, Events(level, "escalate")};
}

/// Holding responses live in the discussion; only a final response is copied.
Road road_on_letter(Edge const& edge) {
  static std::map<std::string_view, Events> const life{
      {"Unwritten", {}},
      {"Drafted", {"draft-letter"}},
      {"Reviewed", {"draft-letter", "review-letter"}},
      {"Approved", {"draft-letter", "review-letter", "approve-letter"}},
      {"Queued", {"draft-letter", "review-letter", "approve-letter", "send-letter"}},
      {"Accepted", {"draft-letter", "review-letter", "approve-letter", "send-letter", "letter-accepted"}},
      {"Bounced", {"draft-letter", "review-letter", "approve-letter", "send-letter", "letter-bounced"}},
  };
  bool const is_copied = edge.on == "copy-letter";
  return {is_copied ? Stage::Agreed : Stage::Discussing, life.at(edge.from)};
}

Road road_on_promise(Edge const& edge) {
  if (edge.from == "Unmade") return {Stage::Discussing, {"confirm-identity", "record-hearing"}};
  if (edge.from == "Proposed") {
    Events events{"confirm-identity", "record-hearing", "propose-remedy"};
    if (edge.on == "agree-schedule") events.push_back("record-answer");
    return {Stage::Discussing, events};
  }
  static std::map<std::string_view, Events> const later{
      {"Agreed", {}}, {"Due", {"deadline-warned (promise)"}}, {"Missed", {"promise-missed"}}, {"Amended", {"amend-promise"}}};
  return {Stage::Agreed, later.at(edge.from)};
}

Road road_on_preventive_action(Edge const& edge) {
  static std::map<std::string_view, Events> const life{
      {"Unthought", {}},
      {"Proposed", {"add-preventive-action"}},
      {"Agreed", {"add-preventive-action", "agree-preventive-action"}},
      {"Done", {"add-preventive-action", "agree-preventive-action", "complete-preventive-action"}},
      {"FoundIneffective", {"add-preventive-action", "agree-preventive-action", "complete-preventive-action", "assess-preventive-action (ineffective)"}},
  };
  return {Stage::Discussing, life.at(edge.from)};
}

/// Every letter of the road but the one the test is about is out of the way: a holding response is drafted beside a delivered
/// acknowledgement.
Desk walk(Road const& road, Machine const& machine) {
  auto desk = a_complaint().at(road.stage);
  for (auto const on : road.events) {
    auto const answer = desk.give(command_on(on, machine, desk), is_for_the_clock(on.substr(0, on.find(' '))) ? the_clock() : staff("staff-01"));
    EXPECT_TRUE(answer.has_value()) << on << ": " << why(answer);
  }
  return desk;
}

Desk bring_to(Machine const& machine, Edge const& edge) {
  if (edge.from == "Unfiled") return {};
  if (machine.name == "resolution") return walk(road_on_resolution(edge), machine);
  if (machine.name == "waiting") return walk(road_on_waiting(edge), machine);
  if (machine.name == "escalation") return walk(road_on_escalation(edge), machine);
  if (machine.name == "letter") return walk(road_on_letter(edge), machine);
  if (machine.name == "promise") return walk(road_on_promise(edge), machine);
  return walk(road_on_preventive_action(edge), machine);
}

TEST(TransitionTables, AreWalkedRowByRowByRealCommands) {
  std::size_t walked = 0;
  for (auto const& entry : workflows::catalogue()) {
    for (auto const& edge : entry.machine.edges) {
      SCOPED_TRACE(std::string(entry.machine.name) + ": " + std::string(edge.from) + " on " + std::string(edge.on));
      auto desk = bring_to(entry.machine, edge);
      bool const is_new_letter = edge.from == "Unwritten";
      if (!is_new_letter) {
        ASSERT_EQ(state_of(entry.machine, desk.complaint()), edge.from);
      }
      bool const is_by_the_clock = is_for_the_clock(edge.on.substr(0, edge.on.find(' ')));
      auto command = command_on(edge.on, entry.machine, desk);

      auto const answer = desk.give(std::move(command), is_by_the_clock ? the_clock() : staff("staff-01"));

      ASSERT_TRUE(answer.has_value()) << why(answer);
      EXPECT_EQ(state_of(entry.machine, desk.complaint()), edge.to);
      ++walked;
    }
  }
  EXPECT_EQ(walked, 49u + 8u + 3u + 16u + 20u + 6u) << "a table has grown or shrunk: see that its new rows are meant";
}

/// The names in the tables are the names in the history; a state that only one of them knows would be lost between them.
template <Named E>
void expect_same_names(std::string_view machine_name) {
  auto const& machine = workflows::find_workflow(machine_name)->machine;
  for (auto const name : names_of(E{})) {
    auto const has_it = [&](Edge const& edge) { return edge.from == name || edge.to == name; };
    EXPECT_TRUE(std::ranges::any_of(machine.edges, has_it)) << machine_name << " has no state " << name;
  }
  for (auto const& edge : machine.edges) {
    EXPECT_TRUE(enumerator_named<E>(edge.to)) << machine_name << " leads to " << edge.to << ", which the domain does not know";
    EXPECT_TRUE(edge.from == machine.initial || enumerator_named<E>(edge.from)) << machine_name << ": " << edge.from;
  }
}

TEST(TransitionTables, HaveTheStatesOfTheDomain) {
  expect_same_names<Stage>("resolution");
  expect_same_names<Waiting>("waiting");
  expect_same_names<Escalation>("escalation");
  expect_same_names<LetterState>("letter");
  expect_same_names<PromiseState>("promise");
  expect_same_names<PreventiveActionState>("preventive-action");
}

TEST(TransitionTables, SpeakOfCommandsThatExist) {
  for (auto const& entry : workflows::catalogue())
    for (auto const& edge : entry.machine.edges) {
      auto const command = edge.on.substr(0, edge.on.find(' '));
      EXPECT_TRUE(std::ranges::find(all_commands(), command) != all_commands().end()) << entry.machine.name << ": " << edge.on;
    }
}

}  // namespace
}  // namespace redress::testing
