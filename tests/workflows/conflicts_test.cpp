// SPDX-License-Identifier: Apache-2.0
// Rule 11: whoever is complained about has no part in the complaint, their line manager does not decide its remedy, and one who must read it all the same is
// let in by somebody else, for a time.
#include <algorithm>

#include <gtest/gtest.h>

#include "engine/ports/conflicts.hpp"
#include "tests/support/desk.hpp"
#include "tests/support/good_command.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

StaffId const ilze("staff-01");
StaffId const andrejs("staff-02");
StaffId const their_manager("staff-04");
StaffId const executive("staff-05");
StaffId const somebody_else("staff-06");

Desk about(StaffId const& named) {
  auto desk = a_complaint().at(Stage::Discussing);
  EXPECT_TRUE(desk.give(NameStaff{named, "It was them on the telephone."}, staff("staff-03")));
  return desk;
}

std::vector<std::string> told(std::expected<Decision, Refusal> const& answer) {
  std::vector<std::string> people;
  for (auto const& effect : answer->effects) people.push_back(std::get<SendMessage>(effect).envelope_to);
  return people;
}

std::string address_of(StaffId const& staff) {
  return demonstration_rulebook().organisation.find(staff)->email;
}

TEST(NamingSomebody, TakesTheComplaintFromThemAtOnceAndInOneDecision) {
  auto desk = a_complaint().at(Stage::Discussing);
  ASSERT_EQ(desk.complaint().handler, ilze);

  auto const answer = desk.give(NameStaff{ilze, "It was her."}, staff("staff-03"));

  ASSERT_TRUE(answer) << why(answer);
  ASSERT_GE(answer->events.size(), 2U);
  EXPECT_TRUE(std::holds_alternative<StaffNamed>(answer->events[0]));
  EXPECT_EQ(std::get<HandlerAssigned>(answer->events[1]).handler, executive) << "the supervisor leads the one who is named";
  EXPECT_EQ(desk.complaint().handler, executive);
  EXPECT_EQ(desk.complaint().transfers, 1);
  EXPECT_TRUE(ports::is_hidden_from(desk.complaint(), ilze, desk.now()));
  EXPECT_EQ(told(answer), std::vector{address_of(executive)});
  EXPECT_EQ(reason_of(desk.give(AddNote{"I am still here"}, staff("staff-01"))), Reason::ConflictOfInterest);
}

TEST(NamingSomebody, HandsOverTheAppointmentsThatAreStillToCome) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  auto const* before = standing_appointment(desk.complaint());
  ASSERT_NE(before, nullptr);
  ASSERT_EQ(before->with, ilze);
  auto const at = before->at;

  ASSERT_TRUE(desk.give(NameStaff{ilze, "It was her."}, staff("staff-03")));

  EXPECT_EQ(standing_appointment(desk.complaint())->with, executive);
  EXPECT_EQ(standing_appointment(desk.complaint())->at, at);
}

TEST(NamingSomebody, LeavesTheComplaintWithoutAHandlerWhenNobodyElseMayHaveIt) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  ASSERT_TRUE(desk.give(NameStaff{executive, "They wrote it."}, staff("staff-03")));

  ASSERT_TRUE(desk.give(NameStaff{ilze, "It was her."}, staff("staff-03")));

  EXPECT_TRUE(desk.complaint().handler.empty());
  EXPECT_TRUE(desk.give(AssignHandler{somebody_else}, staff("staff-03")));
}

TEST(NamingSomebody, IsOpenToThemselves) {
  auto desk = a_complaint().at(Stage::Discussing);

  ASSERT_TRUE(desk.give(NameStaff{ilze, "I know the complainant."}, staff("staff-01")));

  EXPECT_EQ(reason_of(desk.give(AddNote{"more"}, staff("staff-01"))), Reason::ConflictOfInterest);
}

TEST(NamingSomebody, HappensOnceAndToStaffOnly) {
  auto desk = about(andrejs);

  EXPECT_EQ(reason_of(desk.give(NameStaff{andrejs, "again"}, staff("staff-03"))), Reason::AlreadyNamed);
  EXPECT_EQ(reason_of(desk.give(NameStaff{StaffId("staff-99"), "who?"}, staff("staff-03"))), Reason::UnknownStaff);
  EXPECT_EQ(desk.complaint().handler, ilze) << "it was not theirs";
}

TEST(ALineManager, DecidesNothingAboutTheRemedyOfAComplaintAboutTheirPeople) {
  auto const desk = about(andrejs);
  auto const by_manager = [&](Command command) { return reason_of(desk.decide(std::move(command), staff(their_manager.value))); };

  for (auto const* command : {"propose-remedy", "agree-schedule", "conclude-without-agreement", "approve-letter", "release-promise"})
    EXPECT_EQ(by_manager(desk.good(command)), Reason::ConflictOfInterest) << command;
  EXPECT_TRUE(desk.decide(desk.good("add-note"), staff(their_manager.value)));
  EXPECT_TRUE(desk.decide(desk.good("record-fact"), staff(their_manager.value)));
}

TEST(ALineManager, IsToldBeforehandWhatIsNotTheirs) {
  auto const desk = about(andrejs);
  auto const missing_for = [&](StaffId const& actor, std::string_view command) {
    auto const all = resolution().permitted(desk.complaint(), desk.now(), actor);
    auto const found = std::ranges::find(all, command, &ports::PermittedCommand::name);
    return found == all.end() || found->missing.empty() ? std::optional<Reason>() : found->missing.front().reason;
  };

  EXPECT_EQ(missing_for(their_manager, "propose-remedy"), Reason::ConflictOfInterest);
  EXPECT_NE(missing_for(executive, "propose-remedy"), Reason::ConflictOfInterest);
  EXPECT_NE(missing_for(their_manager, "add-note"), Reason::ConflictOfInterest);
  EXPECT_EQ(missing_for(andrejs, "add-note"), Reason::ConflictOfInterest);
}

TEST(BreakingTheGlass, LetsReadUntilAMomentAndNotLonger) {
  auto desk = about(andrejs);
  auto const before = desk.now();
  ASSERT_TRUE(ports::is_hidden_from(desk.complaint(), andrejs, before));

  ASSERT_TRUE(desk.give(BreakGlass{andrejs, 2, "The hearing is tomorrow."}, staff(executive.value)));

  EXPECT_FALSE(ports::is_hidden_from(desk.complaint(), andrejs, before));
  EXPECT_FALSE(ports::is_hidden_from(desk.complaint(), andrejs, before + std::chrono::hours{2} - Duration{1}));
  EXPECT_TRUE(ports::is_hidden_from(desk.complaint(), andrejs, before + std::chrono::hours{2}));
  EXPECT_EQ(reason_of(desk.give(AddNote{"a note"}, staff(andrejs.value))), Reason::ConflictOfInterest) << "reading is not acting";
}

TEST(BreakingTheGlass, IsOnRecordWithWhoDidItAndWhy) {
  auto desk = about(andrejs);

  ASSERT_TRUE(desk.give(BreakGlass{andrejs, 2, "The hearing is tomorrow."}, staff(executive.value)));

  auto const& last = desk.history().back();
  auto const& broken = std::get<GlassBroken>(last.event);
  EXPECT_EQ(last.actor.id, executive);
  EXPECT_EQ(broken.staff, andrejs);
  EXPECT_EQ(broken.until, desk.now() + std::chrono::hours{2});
  EXPECT_EQ(broken.reason, "The hearing is tomorrow.");
}

TEST(BreakingTheGlass, IsNeverOnesOwnDecisionNorOfWhoeverLeadsThem) {
  auto const desk = about(andrejs);
  BreakGlass const wanted{andrejs, 2, "I want to see it."};

  EXPECT_EQ(reason_of(desk.decide(wanted, staff(andrejs.value))), Reason::ConflictOfInterest);
  EXPECT_EQ(reason_of(desk.decide(wanted, staff(their_manager.value))), Reason::ConflictOfInterest);
  EXPECT_EQ(reason_of(desk.decide(wanted, {ActorKind::Staff, {}, "api"})), Reason::SecondPersonNeeded);
  EXPECT_EQ(reason_of(desk.decide(wanted, {ActorKind::System, {}, "mail"})), Reason::SecondPersonNeeded);
}

TEST(BreakingTheGlass, IsForHoursAndForWhomItIsClosed) {
  auto const desk = about(andrejs);

  for (auto const hours : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{73}})
    EXPECT_EQ(reason_of(desk.decide(BreakGlass{andrejs, hours, "why"}, staff(executive.value))), Reason::MalformedCommand) << hours;
  EXPECT_EQ(reason_of(desk.decide(BreakGlass{ilze, 2, "why"}, staff(executive.value))), Reason::NotExcluded);
}

TEST(BreakingTheGlass, TellsThoseResponsibleAndWhoeverWasLetInAtOnce) {
  auto desk = about(andrejs);
  desk.at_time("2026-03-07 23:30");

  auto const answer = desk.give(BreakGlass{andrejs, 2, "The hearing is tomorrow."}, staff(executive.value));

  ASSERT_TRUE(answer) << why(answer);
  EXPECT_EQ(told(answer), (std::vector{address_of(ilze), address_of(their_manager), address_of(executive), address_of(andrejs)}));
  for (auto const& effect : answer->effects) {
    auto const& message = std::get<SendMessage>(effect);
    EXPECT_FALSE(message.not_before);
    EXPECT_FALSE(message.bytes.contains("The hearing is tomorrow"));
  }
}

TEST(BreakingTheGlass, AgainMovesTheEnd) {
  auto desk = about(andrejs);
  ASSERT_TRUE(desk.give(BreakGlass{andrejs, 48, "The hearing is tomorrow."}, staff(executive.value)));

  ASSERT_TRUE(desk.give(BreakGlass{andrejs, 1, "It was called off."}, staff(executive.value)));

  EXPECT_EQ(desk.complaint().let_in, (std::vector{LetIn{andrejs, desk.now() + std::chrono::hours{1}}}));
}

TEST(APromise, OfWhoeverIsComplainedAboutIsWatchedByWhoeverHasTheComplaint) {
  auto desk = a_complaint().at(Stage::Agreed);
  auto const promise = std::ranges::find(desk.complaint().promises, andrejs, &Promise::owner);
  ASSERT_NE(promise, desk.complaint().promises.end());
  auto const id = promise->id;
  ASSERT_TRUE(desk.give(NameStaff{andrejs, "It was him."}, staff("staff-03")));

  auto const answer = desk.decide(DeadlineWarned{deadline_names::promise, id}, the_clock());

  ASSERT_TRUE(answer) << why(answer);
  EXPECT_EQ(told(answer), std::vector{address_of(ilze)});
}

}  // namespace
}  // namespace redress::testing
