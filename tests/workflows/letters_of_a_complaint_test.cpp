// SPDX-License-Identifier: Apache-2.0
// Letters: four eyes before they leave, a schedule that is that of the promises, and what happens when one comes back.
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

Desk with_approved_final_response() {
  auto desk = a_complaint().at(Stage::Agreed);
  desk.go({"draft-letter", "review-letter", "approve-letter"});
  return desk;
}

TEST(TheFinalResponse, StatesExactlyThePromisesOnRecord) {
  auto const desk = with_approved_final_response();

  auto const& schedule = desk.letter(LetterKind::FinalResponse).document.schedule;

  ASSERT_EQ(schedule.size(), 2u);
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    auto const& promise = desk.complaint().promises[i];
    EXPECT_EQ(schedule[i],
              (ScheduleRow{promise.id, promise.what, demonstration_rulebook().organisation.find(promise.owner)->name.at(Language::Latvian), promise.by}));
  }
}

TEST(TheFinalResponse, IsRefusedWhenAPromiseHasMovedSinceItWasDrafted) {
  auto desk = with_approved_final_response();
  desk.go({"amend-promise"});

  EXPECT_EQ(reason_of(desk.give("send-letter")), Reason::ScheduleDiffers);

  ASSERT_TRUE(desk.give(ReturnLetter{desk.letter(LetterKind::FinalResponse).id, "Mainījies datums"}));
  auto draft = good<DraftLetter>(desk);
  draft.letter = desk.letter(LetterKind::FinalResponse).id;
  ASSERT_TRUE(desk.give(draft));
  desk.go({"review-letter", "approve-letter", "send-letter"});
  EXPECT_EQ(desk.complaint().stage, Stage::LetterSent);
}

TEST(TheFinalResponse, IsRefusedUntilItIsApproved) {
  auto desk = a_complaint().at(Stage::Agreed);
  desk.go({"draft-letter"});
  EXPECT_EQ(reason_of(desk.give("send-letter")), Reason::LetterNotReady);

  desk.go({"review-letter"});
  EXPECT_EQ(reason_of(desk.give("send-letter")), Reason::LetterNotReady);
}

TEST(TheFinalResponse, IsTheNewestOne) {
  auto desk = with_approved_final_response();
  auto const first = desk.letter(LetterKind::FinalResponse).id;
  desk.go({"draft-letter", "review-letter", "approve-letter"});

  EXPECT_EQ(reason_of(desk.give(SendLetter{first, {}})), Reason::UnknownLetter);
}

TEST(TheFinalResponse, MeetsItsDeadlineWhenItIsSent) {
  EXPECT_EQ(a_complaint().at(Stage::LetterSent).deadline(DeadlineName("final-response")).state, DeadlineState::Met);
}

TEST(TheFinalResponse, IsFrozenByteForByte) {
  auto const desk = a_complaint().at(Stage::LetterSent);

  auto const& bytes = desk.messages().back().bytes;

  EXPECT_NE(bytes.find("multipart/alternative"), std::string::npos);
  auto const& organisation = demonstration_rulebook().organisation;
  EXPECT_EQ(organisation.tag_of(desk.messages().back().envelope_from), desk.complaint().sendings.back().reply_token) << "it comes back to where it is known";
  for (std::size_t i = bytes.find('\n'); i != std::string::npos; i = bytes.find('\n', i + 1)) ASSERT_EQ(bytes[i - 1], '\r') << i;
}

TEST(TheFinalResponse, LeadsBackWhenItComesBack) {
  auto desk = a_complaint().at(Stage::FollowingUp);

  desk.go({"letter-bounced"});

  EXPECT_EQ(desk.complaint().stage, Stage::Agreed);
  EXPECT_EQ(desk.letter(LetterKind::FinalResponse).state, LetterState::Bounced);
  EXPECT_EQ(desk.deadline(DeadlineName("final-response")).state, DeadlineState::Running);
}

TEST(TheFinalResponse, GoesToTheNewAddressWithNewCopiesAfterItCameBack) {
  auto desk = a_complaint().at(Stage::FollowingUp);
  desk.go({"letter-bounced"});
  auto information = good<RecordInformation>(desk);
  information.email = "anna.jauna@mail.example";
  ASSERT_TRUE(desk.give(information));
  auto draft = good<DraftLetter>(desk);
  draft.letter = desk.letter(LetterKind::FinalResponse).id;
  ASSERT_TRUE(desk.give(draft));

  desk.go({"review-letter", "approve-letter", "send-letter"});
  EXPECT_EQ(desk.messages().back().envelope_to, "anna.jauna@mail.example");
  desk.go({"copy-letter"});

  EXPECT_EQ(desk.letter(LetterKind::FinalResponse).copies.size(), 1u);
  EXPECT_EQ(desk.messages().back().envelope_to, "raitis.silins@piegade.example");
}

TEST(TheFinalResponse, IsNotDraftedBeforeThereIsAConclusion) {
  auto desk = a_complaint().at(Stage::Discussing);
  auto draft = good<DraftLetter>(desk);
  draft.kind = LetterKind::FinalResponse;

  EXPECT_EQ(reason_of(desk.give(draft)), Reason::WrongLetterKind);
}

TEST(AnAcknowledgement, IsWrittenByAcknowledgingOnly) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  auto draft = good<DraftLetter>(desk);
  draft.kind = LetterKind::Acknowledgement;

  EXPECT_EQ(reason_of(desk.give(draft)), Reason::WrongLetterKind);
}

TEST(AHoldingResponse, SaysWhyNotYetAndUntilWhen) {
  auto desk = a_complaint().at(Stage::Investigating);
  DraftLetter draft;
  draft.kind = LetterKind::HoldingResponse;

  auto const answer = desk.give(draft);

  EXPECT_EQ(reason_of(answer), Reason::MalformedCommand);
  EXPECT_EQ(answer.error().missing.size(), 2u);
}

TEST(AHoldingResponse, MovesNoStage) {
  auto desk = a_complaint().at(Stage::Investigating);

  desk.go({"draft-letter", "review-letter", "approve-letter", "send-letter"});

  EXPECT_EQ(desk.complaint().stage, Stage::Investigating);
  EXPECT_EQ(desk.letter(LetterKind::HoldingResponse).state, LetterState::Queued);
}

/// Drafts a letter of that kind, with a day for the answer.
std::expected<Decision, Refusal> draft(Desk& desk, LetterKind kind) {
  DraftLetter command;
  command.kind = kind;
  command.answer_by = calendar().local_day(desk.now() + std::chrono::hours{24 * 14});
  return desk.give(command);
}

bool says(Letter const& letter, std::string_view words) {
  return std::ranges::any_of(letter.document.body, [&](Paragraph const& one) { return one.text.find(words) != std::string::npos; });
}

TEST(ARequestForInformation, IsDraftedWhenTheComplainantIsAsked) {
  auto desk = a_complaint().at(Stage::Acknowledged);

  ASSERT_TRUE(desk.give(AskComplainant{"Kurā stāvā Jūs dzīvojat?"}));

  auto const& letter = desk.letter(LetterKind::RequestForInformation);
  EXPECT_EQ(letter.state, LetterState::Drafted);
  EXPECT_TRUE(letter.drafted_by.empty());
  EXPECT_TRUE(says(letter, "1. Kurā stāvā Jūs dzīvojat?"));
  EXPECT_TRUE(says(letter, "līdz 2026. gada 16. martam")) << "as long as we wait for it";
}

TEST(ARequestForInformation, IsNotDraftedWhereNobodyWouldSignIt) {
  auto desk = a_complaint().at(Stage::Received);

  desk.go({"ask-complainant"});

  EXPECT_TRUE(desk.complaint().letters.empty());
}

TEST(ARequestForInformation, AsksTheNewQuestionWhenTheFormerNeverLeft) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  ASSERT_TRUE(desk.give(AskComplainant{"Kurā stāvā Jūs dzīvojat?"}));
  desk.go({"record-information"});

  ASSERT_TRUE(desk.give(AskComplainant{"Vai mājā ir lifts?"}));

  auto const& letter = desk.letter(LetterKind::RequestForInformation);
  EXPECT_EQ(letter.drafts, 2);
  EXPECT_TRUE(says(letter, "1. Vai mājā ir lifts?"));
}

TEST(ARequestForInformation, IsWrittenAnewWhileTheAnswerIsAwaitedAndNotAfter) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  EXPECT_EQ(reason_of(draft(desk, LetterKind::RequestForInformation)), Reason::WrongLetterKind);
  desk.go({"ask-complainant"});
  EXPECT_TRUE(draft(desk, LetterKind::RequestForInformation));

  desk.go({"record-information"});

  EXPECT_EQ(reason_of(draft(desk, LetterKind::RequestForInformation)), Reason::WrongLetterKind);
}

TEST(ALetterOnAnAppointment, IsWrittenByMakingOneAndNotByDrafting) {
  auto desk = a_complaint().at(Stage::Investigating);
  ASSERT_TRUE(desk.give(good<MakeAppointment>(desk)));

  EXPECT_EQ(reason_of(draft(desk, LetterKind::Appointment)), Reason::WrongLetterKind);
}

TEST(AProposalInWriting, StatesWhatWasProposedAndUntilWhen) {
  auto desk = a_complaint().at(Stage::Discussing);
  EXPECT_EQ(reason_of(draft(desk, LetterKind::Proposal)), Reason::NoOpenProposal);
  desk.go({"record-hearing", "confirm-identity", "propose-remedy"});

  ASSERT_TRUE(draft(desk, LetterKind::Proposal));

  auto const& letter = desk.letter(LetterKind::Proposal);
  EXPECT_TRUE(says(letter, "Jauns dīvāns un vecā aizvešana."));
  ASSERT_EQ(letter.document.schedule.size(), 2u);
  EXPECT_EQ(letter.document.schedule.front().what, "Atvedīsim jaunu dīvānu");
}

TEST(AProposalInWriting, SaysUntilWhenItStands) {
  auto desk = a_complaint().at(Stage::Discussing);
  desk.go({"record-hearing", "confirm-identity", "propose-remedy"});
  DraftLetter command;
  command.kind = LetterKind::Proposal;

  auto const answer = desk.give(command);

  ASSERT_EQ(reason_of(answer), Reason::MalformedCommand);
  EXPECT_EQ(answer.error().missing.front().subject, "answer_by");
}

TEST(AFollowUp, AsksOnceThePromisesAreBeingKept) {
  auto early = a_complaint().at(Stage::Agreed);
  EXPECT_EQ(reason_of(draft(early, LetterKind::FollowUp)), Reason::WrongLetterKind);
  auto desk = a_complaint().at(Stage::FollowingUp);

  ASSERT_TRUE(draft(desk, LetterKind::FollowUp));

  EXPECT_TRUE(says(desk.letter(LetterKind::FollowUp), "Vai viss, ko Jums solījām, ir izdarīts"));
}

TEST(AClosure, IsWrittenAtTheEndOfTheRoad) {
  auto early = a_complaint().at(Stage::LetterSent);
  EXPECT_EQ(reason_of(draft(early, LetterKind::Closure)), Reason::WrongLetterKind);
  auto agreed = a_complaint().at(Stage::FollowingUp);
  auto not_agreed = a_complaint().at(Stage::NotAgreed);

  ASSERT_TRUE(draft(agreed, LetterKind::Closure));
  ASSERT_TRUE(draft(not_agreed, LetterKind::Closure));

  EXPECT_TRUE(says(agreed.letter(LetterKind::Closure), "paliek spēkā"));
  EXPECT_TRUE(says(not_agreed.letter(LetterKind::Closure), "joprojām varat vērsties"));
}

TEST(AnUnconfirmedSender, IsToldWhatHappensAndNothingOfTheAccount) {
  auto desk = a_complaint().at(Stage::Acknowledged);

  ASSERT_TRUE(draft(desk, LetterKind::UnconfirmedSender));

  EXPECT_FALSE(says(desk.letter(LetterKind::UnconfirmedSender), desk.complaint().matter));
  desk.go({"confirm-identity"});
  EXPECT_EQ(reason_of(draft(desk, LetterKind::UnconfirmedSender)), Reason::WrongLetterKind);
}

TEST(ALetter, IsSignedByANamedPerson) {
  auto desk = a_complaint().at(Stage::Received);

  EXPECT_EQ(reason_of(desk.give("draft-letter")), Reason::NoHandler);
}

TEST(ALetter, IsDraftedAnewUnderItsOwnKindOnly) {
  auto desk = a_complaint().at(Stage::Discussing);
  auto draft = good<DraftLetter>(desk);
  draft.letter = LetterId("letter-9");
  EXPECT_EQ(reason_of(desk.give(draft)), Reason::UnknownLetter);

  draft.letter = LetterId("letter-1");
  EXPECT_EQ(reason_of(desk.give(draft)), Reason::WrongLetterKind);
}

TEST(ALetter, IsNotApprovedUnreviewedNorReviewedTwice) {
  auto desk = a_complaint().at(Stage::Agreed);
  desk.go({"draft-letter"});
  auto const id = desk.letter(LetterKind::FinalResponse).id;

  EXPECT_EQ(reason_of(desk.give(ApproveLetter{id, {}})), Reason::LetterStateForbids);
  desk.go({"review-letter"});
  EXPECT_EQ(reason_of(desk.give(ReviewLetter{id})), Reason::LetterStateForbids);
}

TEST(ALetter, ApprovesNoRemedyThroughTheLineManagerOfWhoeverIsComplainedAbout) {
  Desk desk;
  auto received = good<ReceiveComplaint>(desk);
  received.concerns_staff = {StaffId("staff-02")};
  ASSERT_TRUE(desk.give(received));

  EXPECT_EQ(reason_of(desk.give(ApproveLetter{LetterId("letter-1"), {}}, staff("staff-04"))), Reason::ConflictOfInterest);
  EXPECT_EQ(reason_of(desk.give(AgreeSchedule{}, staff("staff-04"))), Reason::ConflictOfInterest);
  EXPECT_TRUE(desk.give(desk.good("add-note"), staff("staff-04"))) << "the line manager may read and write, only not approve";
}

TEST(ALetter, InSomebodysOwnNameIsApprovedByThemOnly) {
  auto desk = a_complaint().at(Stage::Agreed);
  auto draft = good<DraftLetter>(desk);
  draft.signed_by = StaffId("staff-05");
  ASSERT_TRUE(desk.give(draft));
  desk.go({"review-letter"});
  auto const approve = ApproveLetter{desk.letter(LetterKind::FinalResponse).id, {}};

  EXPECT_EQ(reason_of(desk.give(approve)), Reason::NotTheSignatory);
  EXPECT_EQ(reason_of(desk.give(approve, the_clock())), Reason::NotTheSignatory);
  EXPECT_TRUE(desk.give(approve, staff("staff-05")));
}

TEST(ALetter, DraftedAnewIsTheHandlersAgain) {
  auto desk = a_complaint().at(Stage::Agreed);
  auto draft = good<DraftLetter>(desk);
  draft.signed_by = StaffId("staff-05");
  ASSERT_TRUE(desk.give(draft));

  draft.letter = desk.letter(LetterKind::FinalResponse).id;
  draft.signed_by.reset();
  ASSERT_TRUE(desk.give(draft));
  desk.go({"review-letter", "approve-letter"});

  EXPECT_EQ(desk.letter(LetterKind::FinalResponse).state, LetterState::Approved);
}

TEST(ALetter, IsInNobodysNameWhoIsNotOurs) {
  auto desk = a_complaint().at(Stage::Agreed);
  auto draft = good<DraftLetter>(desk);
  draft.signed_by = StaffId("staff-99");

  EXPECT_EQ(reason_of(desk.give(draft)), Reason::UnknownStaff);
}

}  // namespace
}  // namespace redress::testing
