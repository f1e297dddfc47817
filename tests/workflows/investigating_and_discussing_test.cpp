// SPDX-License-Identifier: Apache-2.0
// Everyone heard, facts with their evidence, a cause that is a circumstance; then the complainant heard out before anything is proposed.
#include <gtest/gtest.h>

#include "tests/support/desk.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

template <class C>
C good(Desk const& desk) {
  return std::get<C>(desk.good(C::name));
}

Desk ready_to_conclude() {
  auto desk = a_complaint().at(Stage::Investigating);
  desk.go({"request-statement", "record-statement", "record-fact", "record-root-cause"});
  return desk;
}

Desk ready_to_propose() {
  auto desk = a_complaint().at(Stage::Discussing);
  desk.go({"confirm-identity", "record-hearing"});
  return desk;
}

TEST(ConcludingTheInvestigation, IsRefusedWhileNobodyWasHeard) {
  auto desk = a_complaint().at(Stage::Investigating);
  desk.go({"record-fact", "record-root-cause"});

  EXPECT_EQ(reason_of(desk.give("conclude-investigation")), Reason::NobodyHeard);
}

TEST(ConcludingTheInvestigation, IsRefusedWhileSomeoneIsStillToBeHeard) {
  auto desk = ready_to_conclude();
  desk.go({"request-statement"});

  auto const answer = desk.give("conclude-investigation");

  EXPECT_EQ(reason_of(answer), Reason::StatementsMissing);
  EXPECT_EQ(answer.error().missing.front().subject, "person-2");
}

TEST(ConcludingTheInvestigation, IsRefusedWithoutFacts) {
  auto desk = a_complaint().at(Stage::Investigating);
  desk.go({"request-statement", "record-statement", "record-root-cause"});

  EXPECT_EQ(reason_of(desk.give("conclude-investigation")), Reason::NoFacts);
}

TEST(ConcludingTheInvestigation, IsRefusedWithoutARootCause) {
  auto desk = a_complaint().at(Stage::Investigating);
  desk.go({"request-statement", "record-statement", "record-fact"});

  EXPECT_EQ(reason_of(desk.give("conclude-investigation")), Reason::NoRootCause);
}

TEST(ConcludingTheInvestigation, AnswersEveryPointWithReasons) {
  auto const desk = ready_to_conclude();
  auto command = good<ConcludeInvestigation>(desk);
  command.answers.back().explanation.clear();

  auto const answer = desk.decide(command);

  EXPECT_EQ(reason_of(answer), Reason::PointsUnanswered);
  EXPECT_EQ(answer.error().missing.front().subject, "point-2");
}

TEST(ConcludingTheInvestigation, AnswersNoPointThatWasNeverMade) {
  auto const desk = ready_to_conclude();
  auto command = good<ConcludeInvestigation>(desk);
  command.answers.push_back({PointId("point-9"), Finding::Upheld, "Kāpēc ne"});

  EXPECT_EQ(reason_of(desk.decide(command)), Reason::UnknownPoint);
}

TEST(Statements, ComeFromPeopleWhoWereInvolved) {
  auto desk = a_complaint().at(Stage::Investigating);
  EXPECT_EQ(reason_of(desk.give("record-statement")), Reason::NobodyHeard);
  desk.go({"request-statement"});

  EXPECT_EQ(reason_of(desk.give(RecordStatement{PersonId("person-7"), "Es tur biju"})), Reason::UnknownPerson);
}

TEST(TheRootCause, NamesNoOneInvolved) {
  auto desk = a_complaint().at(Stage::Investigating);
  desk.go({"request-statement"});

  EXPECT_EQ(reason_of(desk.give(RecordRootCause{"delivery/planning", "Siliņš aizmirsa maršrutu"})), Reason::CauseNamesAPerson);
}

TEST(TheRootCause, NamesNoMemberOfStaffInAnyLanguage) {
  auto desk = a_complaint().at(Stage::Investigating);

  EXPECT_EQ(reason_of(desk.give(RecordRootCause{"delivery/planning", "Ilze Bērziņa neatbildēja"})), Reason::CauseNamesAPerson);
  EXPECT_EQ(reason_of(desk.give(RecordRootCause{"delivery/planning", "Волков не ответил"})), Reason::CauseNamesAPerson);
  EXPECT_TRUE(desk.give(RecordRootCause{"delivery/planning", "Uz zvanu neviens neatbildēja, jo tālrunis bija pārslogots"}));
}

TEST(ProposingARemedy, IsRefusedBeforeTheComplainantWasHeardOut) {
  auto desk = a_complaint().at(Stage::Discussing);
  desk.go({"confirm-identity"});

  EXPECT_EQ(reason_of(desk.give("propose-remedy")), Reason::NotHeardOut);
}

TEST(ProposingARemedy, IsRefusedBeforeWeKnowWhoTheComplainantIs) {
  auto desk = a_complaint().at(Stage::Discussing);
  desk.go({"record-hearing"});

  EXPECT_EQ(reason_of(desk.give("propose-remedy")), Reason::IdentityNotConfirmed);
}

TEST(ProposingARemedy, IsRefusedWhenItIsMoneyAloneAndNobodyTalked) {
  auto desk = a_complaint().at(Stage::Discussing);
  auto command = good<ProposeRemedy>(desk);
  command.promises.clear();
  command.compensation = Money{5000, "EUR"};

  auto const answer = desk.give(command);

  EXPECT_EQ(answer.error().missing, (std::vector<Missing>{{Reason::NotHeardOut, ""}, {Reason::IdentityNotConfirmed, ""}, {Reason::NoPromises, "promises"}}));
}

TEST(ProposingARemedy, StaysWithinTheAuthorityOfWhoeverProposes) {
  auto const desk = ready_to_propose();
  auto command = good<ProposeRemedy>(desk);

  command.compensation = Money{20001, "EUR"};
  EXPECT_EQ(reason_of(desk.decide(command, staff("staff-01"))), Reason::OverAuthority);
  EXPECT_TRUE(desk.decide(command, staff("staff-04")).has_value());
  command.compensation = Money{100, "USD"};
  EXPECT_EQ(reason_of(desk.decide(command, staff("staff-01"))), Reason::OverAuthority);
  EXPECT_TRUE(desk.decide(command, staff("staff-05")).has_value()) << "nothing bounds her";
  command.compensation = Money{20000, "EUR"};
  EXPECT_TRUE(desk.decide(command, staff("staff-01")).has_value());
}

TEST(ProposingARemedy, PromisesNothingForADayOnWhichItsOwnerIsAway) {
  auto const desk = ready_to_propose();
  auto command = good<ProposeRemedy>(desk);

  command.promises[1].by = *parse_date("2026-07-13");
  EXPECT_EQ(reason_of(desk.decide(command)), Reason::OwnerAway);
  command.promises[1].by = *parse_date("2026-08-03");
  EXPECT_TRUE(desk.decide(command).has_value());
}

TEST(ProposingARemedy, PromisesOnlyWhatCanBeKept) {
  auto const desk = ready_to_propose();
  auto command = good<ProposeRemedy>(desk);

  command.promises[0].by = *parse_date("2026-03-01");
  EXPECT_EQ(reason_of(desk.decide(command)), Reason::PromiseInThePast);
  command.promises[0].by = *parse_date("2026-03-07");
  EXPECT_EQ(reason_of(desk.decide(command)), Reason::PromiseOutsideWorkingTime);
  command.promises[0].by = *parse_date("2026-04-03");
  EXPECT_EQ(reason_of(desk.decide(command)), Reason::PromiseOutsideWorkingTime) << "Good Friday";
  command.promises[0].by = *parse_date("2026-03-02");
  command.promises[0].owner = StaffId("staff-99");
  EXPECT_EQ(reason_of(desk.decide(command)), Reason::UnknownStaff);
}

TEST(ProposingARemedy, PromisesNothingForADayWhoseWorkIsDone) {
  auto desk = ready_to_propose();
  auto command = good<ProposeRemedy>(desk);
  command.promises[0].by = *parse_date("2026-03-02");
  EXPECT_TRUE(desk.decide(command));

  desk.at_time("2026-03-02 17:00");

  EXPECT_EQ(reason_of(desk.decide(command)), Reason::PromiseInThePast);
}

TEST(ProposingARemedy, WaitsForTheAnswerToTheOneBefore) {
  auto desk = ready_to_propose();
  desk.go({"propose-remedy"});

  EXPECT_EQ(reason_of(desk.give("propose-remedy")), Reason::ProposalOpen);
}

TEST(TheComplainantsAnswer, IsToTheOpenProposal) {
  auto desk = ready_to_propose();
  EXPECT_EQ(reason_of(desk.give("record-answer")), Reason::NoOpenProposal);
  desk.go({"propose-remedy"});

  EXPECT_EQ(reason_of(desk.give(RecordAnswer{ProposalId("proposal-9"), ProposalAnswer::Accept, {}})), Reason::UnknownProposal);
}

TEST(TheComplainantsAnswer, ReleasesThePromisesOfAProposalThatWasDeclined) {
  auto desk = ready_to_propose();
  desk.go({"propose-remedy"});

  ASSERT_TRUE(desk.give(RecordAnswer{ProposalId("proposal-1"), ProposalAnswer::Counter, "Rīt, ne parīt"}));

  for (auto const& promise : desk.complaint().promises) EXPECT_EQ(promise.state, PromiseState::Released);
}

TEST(AgreeingTheSchedule, NeedsAnAcceptedProposal) {
  auto desk = ready_to_propose();
  EXPECT_EQ(reason_of(desk.give("agree-schedule")), Reason::NoAcceptedProposal);
  desk.go({"propose-remedy"});
  EXPECT_EQ(reason_of(desk.give("agree-schedule")), Reason::NoAcceptedProposal);

  ASSERT_TRUE(desk.give(RecordAnswer{ProposalId("proposal-1"), ProposalAnswer::Decline, {}}));
  EXPECT_EQ(reason_of(desk.give("agree-schedule")), Reason::NoAcceptedProposal);

  desk.go({"propose-remedy", "record-answer", "agree-schedule"});
  EXPECT_EQ(desk.complaint().promises.back().state, PromiseState::Agreed);
  EXPECT_EQ(desk.complaint().promises.front().state, PromiseState::Released);
}

TEST(AgreeingTheSchedule, WatchesOverEveryPromise) {
  auto const desk = a_complaint().at(Stage::Agreed);

  for (auto const& promise : desk.complaint().promises) {
    auto const& deadline = desk.deadline(deadline_names::promise, promise.id);
    EXPECT_EQ(deadline.state, DeadlineState::Running);
    EXPECT_EQ(local(deadline.due_at), to_text(promise.by) + " 17:00");
  }
}

TEST(AgreeingTheSchedule, DoesNotHappenTwiceForOneProposal) {
  auto desk = a_complaint().at(Stage::Closed);
  desk.go({"reopen", "conclude-investigation"});

  EXPECT_EQ(reason_of(desk.give("agree-schedule")), Reason::NoAcceptedProposal) << "it was agreed before the complaint was reopened";
}

TEST(ConcludingWithoutAgreement, IsRefusedWhileNothingWasProposed) {
  auto desk = ready_to_propose();
  EXPECT_EQ(reason_of(desk.give("conclude-without-agreement")), Reason::NoProposalMade);

  desk.go({"propose-remedy"});
  EXPECT_EQ(reason_of(desk.give("conclude-without-agreement")), Reason::ProposalOpen);
}

}  // namespace
}  // namespace redress::testing
