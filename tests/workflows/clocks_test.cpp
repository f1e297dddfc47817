// SPDX-License-Identifier: Apache-2.0
// Clocks that stand still, run again, are moved and end; holds and levels beside them.
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

TEST(AskingTheComplainant, StopsTheClocksOfTheResponseAndOnlyThose) {
  auto desk = a_complaint().at(Stage::Received);

  desk.go({"ask-complainant"});

  EXPECT_EQ(desk.deadline(DeadlineName("acknowledgement")).state, DeadlineState::Running);
  EXPECT_EQ(desk.deadline(DeadlineName("talk")).state, DeadlineState::Paused);
  EXPECT_EQ(desk.deadline(DeadlineName("final-response")).state, DeadlineState::Paused);
  EXPECT_EQ(local(desk.deadline(deadline_names::information).due_at), "2026-03-16 17:00");
}

TEST(AskingTheComplainant, GivesBackTheTimeTheyTook) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.go({"ask-complainant"}).at_time("2026-03-04 09:00");

  desk.go({"record-information"});

  EXPECT_EQ(desk.complaint().waiting, Waiting::NotWaiting);
  EXPECT_EQ(desk.deadline(deadline_names::information).state, DeadlineState::Met);
  EXPECT_EQ(desk.deadline(DeadlineName("final-response")).state, DeadlineState::Running);
  EXPECT_EQ(local(desk.deadline(DeadlineName("final-response")).due_at), "2026-03-25 17:00");
  auto const says_why = [](Because const& one) { return one.step == BecauseStep::Paused; };
  EXPECT_TRUE(std::ranges::any_of(desk.deadline(DeadlineName("final-response")).because, says_why));
}

TEST(AskingTheComplainant, WaitsNoLongerThanTheProfileSays) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.go({"ask-complainant"}).at_time("2026-03-16 17:00");

  ASSERT_TRUE(desk.give(DeadlinePassed{deadline_names::information}, the_clock()));

  EXPECT_EQ(desk.complaint().waiting, Waiting::NotWaiting);
  EXPECT_EQ(desk.deadline(deadline_names::information).state, DeadlineState::Passed);
  EXPECT_EQ(desk.deadline(DeadlineName("final-response")).state, DeadlineState::Running);
}

TEST(AskingTheComplainant, IsRefusedWhileWeWait) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.go({"ask-complainant"});

  EXPECT_EQ(reason_of(desk.give("ask-complainant")), Reason::WaitingForbids);
}

TEST(Extending, MovesTheFinalResponseAndSaysWhy) {
  auto desk = a_complaint().at(Stage::Investigating);

  desk.go({"extend"});

  auto const& deadline = desk.deadline(DeadlineName("final-response"));
  EXPECT_EQ(local(deadline.due_at), "2026-03-30 17:00");
  EXPECT_TRUE(std::ranges::any_of(deadline.because, [](Because const& one) { return one.step == BecauseStep::Extended && one.amount == 5; }));
}

TEST(Extending, HasACapAndACount) {
  auto desk = a_complaint().at(Stage::Investigating);
  auto command = good<Extend>(desk);

  command.by = {11, Unit::WorkingDays};
  EXPECT_EQ(reason_of(desk.decide(command)), Reason::ExtensionTooLong);
  command.by = {3, Unit::Weeks};
  EXPECT_EQ(reason_of(desk.decide(command)), Reason::ExtensionTooLong);
  command.by = {0, Unit::WorkingDays};
  EXPECT_EQ(reason_of(desk.decide(command)), Reason::MalformedCommand);
  command.by = {10, Unit::WorkingDays};
  ASSERT_TRUE(desk.give(command));
  EXPECT_EQ(reason_of(desk.give("extend")), Reason::ExtensionsUsedUp);
}

TEST(Extending, NeedsAClockThatRuns) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.go({"ask-complainant"});

  EXPECT_EQ(reason_of(desk.give("extend")), Reason::NothingToExtend);
}

TEST(ATalk, MeetsItsDeadlineByVoiceOnly) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  auto contact = good<RecordContact>(desk);
  contact.channel = Channel::Email;
  ASSERT_TRUE(desk.give(contact));
  EXPECT_EQ(desk.deadline(DeadlineName("talk")).state, DeadlineState::Running);

  contact.channel = Channel::Phone;
  ASSERT_TRUE(desk.give(contact));

  EXPECT_EQ(desk.deadline(DeadlineName("talk")).state, DeadlineState::Met);
  EXPECT_EQ(desk.complaint().contacts.back().by, StaffId("staff-01"));
}

TEST(EverySideRoad, EndsTheClocks) {
  for (auto const stage : {Stage::Withdrawn, Stage::Merged, Stage::Referred}) {
    auto const desk = a_complaint().at(stage);
    for (auto const& deadline : desk.complaint().deadlines) EXPECT_EQ(deadline.state, DeadlineState::Cancelled) << name_of(stage);
  }
}

TEST(TheClock, ReportsOnlyDeadlinesThatRun) {
  auto desk = a_complaint().at(Stage::Acknowledged);

  EXPECT_EQ(reason_of(desk.give(DeadlinePassed{DeadlineName("acknowledgement")}, the_clock())), Reason::DeadlineNotRunning);
  EXPECT_EQ(reason_of(desk.give(DeadlineWarned{deadline_names::information, {}}, the_clock())), Reason::DeadlineNotRunning);
}

TEST(AWarning, ComesBeforeTheDeadlineAndNotBeforeHalfTime) {
  auto const desk = a_complaint().at(Stage::Received);

  for (auto const& deadline : desk.complaint().deadlines) {
    EXPECT_LE(deadline.warn_at, deadline.due_at);
    EXPECT_GE(deadline.warn_at, desk.now() + (deadline.due_at - desk.now()) / 2);
  }
}

TEST(Escalating, HappensEachTimeItIsAskedForWithoutAReasonUpToTheTop) {
  auto desk = a_complaint().at(Stage::Received);

  desk.go({"escalate"});
  EXPECT_EQ(desk.complaint().escalation, Escalation::Supervisor);
  desk.go({"escalate", "escalate"});

  EXPECT_EQ(desk.complaint().escalation, Escalation::ExternalBody);
  EXPECT_EQ(reason_of(desk.give("escalate")), Reason::AlreadyAtTheTop);
}

TEST(AHold, IsLiftedOnce) {
  auto desk = a_complaint().at(Stage::Received);
  EXPECT_EQ(reason_of(desk.give("lift-hold")), Reason::UnknownHold);

  desk.go({"hold-adverse-action", "lift-hold"});

  EXPECT_EQ(reason_of(desk.give("lift-hold")), Reason::HoldAlreadyLifted);
}

TEST(AttachedFiles, HaveAtMostTenMegabytes) {
  auto desk = a_complaint().at(Stage::Received);
  auto command = good<Attach>(desk);
  command.content.assign(14'000'001, 'A');

  EXPECT_EQ(reason_of(desk.give(command)), Reason::FileTooLarge);
}

}  // namespace
}  // namespace redress::testing
