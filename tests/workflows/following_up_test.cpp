// SPDX-License-Identifier: Apache-2.0
// After the letter: every promise kept or newly agreed, the complainant asked, a lesson on record; and the ways back.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/desk.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

template <class C>
C good(Desk const& desk) {
  return std::get<C>(desk.good(C::name));
}

TEST(Closing, SaysEverythingThatIsStillOpen) {
  auto const desk = a_complaint().at(Stage::FollowingUp);

  auto const answer = desk.decide(desk.good("close"));

  EXPECT_EQ(
      answer.error().missing,
      (std::vector<Missing>{
          {Reason::PromisesOutstanding, "promise-1"}, {Reason::PromisesOutstanding, "promise-2"}, {Reason::ComplainantNotAsked, ""}, {Reason::NoLesson, ""}}));
}

TEST(Closing, WaitsUntilTheFinalResponseHasArrived) {
  auto desk = a_complaint().at(Stage::NotAgreed);
  desk.go({"draft-letter", "review-letter", "approve-letter", "add-preventive-action"});
  EXPECT_EQ(reason_of(desk.give("close")), Reason::NoFinalResponse);

  desk.go({"send-letter"});
  EXPECT_EQ(reason_of(desk.give("close")), Reason::LetterOnItsWay);

  desk.go({"letter-accepted", "close"});
  EXPECT_EQ(desk.complaint().outcome, Outcome::FinalPositionGiven);
}

TEST(Closing, IsContentWithAReasonWhyNothingNeedsToChange) {
  auto desk = a_complaint().at(Stage::FollowingUp);
  desk.go({"keep-promise", "keep-promise", "record-follow-up"});

  ASSERT_TRUE(desk.give(AddPreventiveAction{{}, "Vētra, kādas nav bijis simt gadu", {}}));

  EXPECT_TRUE(desk.give("close"));
}

TEST(Closing, LiftsEveryHoldAndEndsEveryDeadline) {
  auto desk = a_complaint().at(Stage::FollowingUp);
  desk.go({"hold-adverse-action", "keep-promise", "keep-promise", "record-follow-up", "add-preventive-action", "close"});

  EXPECT_TRUE(std::ranges::all_of(desk.complaint().holds, &Hold::lifted));
  for (auto const& deadline : desk.complaint().deadlines)
    EXPECT_TRUE(deadline.state != DeadlineState::Running && deadline.state != DeadlineState::Paused) << deadline.name.value;
}

TEST(APreventiveAction, IsSomethingOrAReasonForNothing) {
  auto const desk = a_complaint().at(Stage::FollowingUp);

  EXPECT_EQ(reason_of(desk.decide(AddPreventiveAction{})), Reason::MalformedCommand);
  EXPECT_EQ(reason_of(desk.decide(AddPreventiveAction{"Abi", "Neviens", {}})), Reason::MalformedCommand);
}

TEST(APreventiveAction, IsAgreedDoneAndFoundToWorkEvenAfterTheEnd) {
  auto desk = a_complaint().at(Stage::Closed);

  desk.go({"agree-preventive-action", "complete-preventive-action", "assess-preventive-action"});

  EXPECT_EQ(desk.complaint().preventive_actions.front().state, PreventiveActionState::FoundEffective);
}

TEST(APreventiveAction, IsRefusedOutOfTurnAndForStrangers) {
  auto desk = a_complaint().at(Stage::Closed);

  EXPECT_EQ(reason_of(desk.give("complete-preventive-action")), Reason::ActionStateForbids);
  EXPECT_EQ(reason_of(desk.give(AgreePreventiveAction{ActionId("action-9"), StaffId("staff-01"), *parse_date("2026-04-01")})), Reason::UnknownAction);
  EXPECT_EQ(reason_of(desk.give(AgreePreventiveAction{ActionId("action-1"), StaffId("staff-99"), *parse_date("2026-04-01")})), Reason::UnknownStaff);
}

TEST(APromise, MeetsItsDeadlineWhenItIsKept) {
  auto desk = a_complaint().at(Stage::FollowingUp);

  desk.go({"keep-promise"});

  EXPECT_EQ(desk.complaint().promises.front().state, PromiseState::Kept);
  EXPECT_EQ(desk.deadline(deadline_names::promise, PromiseId("promise-1")).state, DeadlineState::Met);
}

TEST(APromise, IsKeptOnce) {
  auto desk = a_complaint().at(Stage::FollowingUp);
  desk.go({"keep-promise"});

  EXPECT_EQ(reason_of(desk.give(KeepPromise{PromiseId("promise-1"), "Vēlreiz"})), Reason::PromiseStateForbids);
  EXPECT_EQ(reason_of(desk.give(KeepPromise{PromiseId("promise-9"), "Kāda"})), Reason::UnknownPromise);
}

TEST(APromise, KeepsBothDatesWhenItIsMoved) {
  auto desk = a_complaint().at(Stage::FollowingUp);
  auto const first = desk.complaint().promises.front().by;
  ASSERT_TRUE(desk.give(PromiseMissed{PromiseId("promise-1")}, the_clock()));

  desk.go({"amend-promise"});

  auto const& promise = desk.complaint().promises.front();
  EXPECT_EQ(promise.earlier, std::vector{first});
  EXPECT_EQ(local(desk.deadline(deadline_names::promise, promise.id).due_at), to_text(promise.by) + " 17:00");
  EXPECT_EQ(desk.deadline(deadline_names::promise, promise.id).state, DeadlineState::Running);
}

TEST(APromise, MovesToADayWhenPeopleWork) {
  auto const desk = a_complaint().at(Stage::FollowingUp);
  auto command = good<AmendPromise>(desk);

  command.by = *parse_date("2026-03-08");
  EXPECT_EQ(reason_of(desk.decide(command)), Reason::PromiseOutsideWorkingTime);
  command.by = *parse_date("2026-02-27");
  EXPECT_EQ(reason_of(desk.decide(command)), Reason::PromiseInThePast);
}

TEST(APromise, IsNoLongerWatchedWhenTheComplainantReleasesUs) {
  auto desk = a_complaint().at(Stage::FollowingUp);

  desk.go({"release-promise"});

  EXPECT_EQ(desk.deadline(deadline_names::promise, PromiseId("promise-1")).state, DeadlineState::Cancelled);
}

TEST(APromise, FallsDueWhenItsDayDrawsNear) {
  auto desk = a_complaint().at(Stage::FollowingUp);

  ASSERT_TRUE(desk.give(DeadlineWarned{deadline_names::promise, PromiseId("promise-1")}, the_clock()));

  EXPECT_EQ(desk.complaint().promises.front().state, PromiseState::Due);
  EXPECT_TRUE(desk.deadline(deadline_names::promise, PromiseId("promise-1")).warned);
}

TEST(Reopening, StartsTheClockOfTheResponseAnewAndForgetsTheEnd) {
  auto desk = a_complaint().at(Stage::Closed);
  desk.at_time("2026-05-04 12:00");

  desk.go({"reopen"});

  EXPECT_EQ(desk.complaint().stage, Stage::Investigating);
  EXPECT_FALSE(desk.complaint().outcome);
  EXPECT_FALSE(desk.complaint().satisfaction);
  EXPECT_EQ(local(desk.deadline(DeadlineName("final-response")).due_at), "2026-05-25 17:00");
}

TEST(Reopening, AsksForANewFinalResponse) {
  auto desk = a_complaint().at(Stage::Closed);
  desk.go({"reopen", "conclude-investigation", "propose-remedy", "record-answer", "agree-schedule"});

  EXPECT_EQ(reason_of(desk.give("send-letter")), Reason::NoFinalResponse);
}

TEST(Reopening, DoesNotCloseOnTheLetterOfTheFirstRound) {
  auto desk = a_complaint().at(Stage::Closed);
  desk.go({"reopen", "conclude-investigation", "propose-remedy"});
  ASSERT_TRUE(desk.give(RecordAnswer{ProposalId("proposal-2"), ProposalAnswer::Decline, {}}));
  desk.go({"conclude-without-agreement"});

  EXPECT_EQ(reason_of(desk.give("close")), Reason::NoFinalResponse);
}

TEST(Reopening, EndsTheWaiting) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.go({"ask-complainant", "withdraw", "reopen"});

  EXPECT_EQ(desk.complaint().waiting, Waiting::NotWaiting);
  EXPECT_TRUE(desk.give("ask-complainant"));
}

TEST(Merging, NeedsAnotherComplaintThatExists) {
  auto desk = a_complaint().at(Stage::Received);
  EXPECT_EQ(reason_of(desk.give(Merge{desk.complaint().received.reference})), Reason::MergeIntoItself);

  desk.without_other_complaint();
  EXPECT_EQ(reason_of(desk.give("merge")), Reason::UnknownTarget);
}

TEST(Merging, StillHearsWhatBecomesOfALetterOnItsWay) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.go({"merge", "letter-accepted"});

  EXPECT_EQ(desk.letter(LetterKind::Acknowledgement).state, LetterState::Accepted);
}

}  // namespace
}  // namespace redress::testing
