// SPDX-License-Identifier: Apache-2.0
// Copies: everyone involved gets one, nobody else does, and who knows what stands in a ledger; and a letter on paper beside the mail.
#include <gtest/gtest.h>

#include "tests/support/desk.hpp"

namespace redress::testing {
namespace {

template <class C>
C good(Desk const& desk) {
  return std::get<C>(desk.good(C::name));
}

TEST(Copies, GoToEveryoneInvolved) {
  auto desk = a_complaint().at(Stage::LetterSent);

  desk.go({"copy-letter"});

  EXPECT_EQ(desk.complaint().stage, Stage::FollowingUp);
  EXPECT_EQ(desk.messages().back().envelope_to, "raitis.silins@piegade.example");
  EXPECT_EQ(desk.messages().back().recipient, PersonId("person-1"));
}

TEST(Copies, AreOfTheFinalResponse) {
  auto const desk = a_complaint().at(Stage::LetterSent);

  EXPECT_EQ(reason_of(desk.decide(CopyLetter{LetterId("letter-1"), {}, {}})), Reason::WrongLetterKind);
}

TEST(Copies, GoToNobodyElse) {
  auto const desk = a_complaint().at(Stage::LetterSent);
  auto command = good<CopyLetter>(desk);
  command.recipients = {PersonId("person-7")};

  auto const answer = desk.decide(command);

  EXPECT_EQ(answer.error().missing, (std::vector<Missing>{{Reason::UnknownPerson, "person-7", {}}, {Reason::CopiesMissing, "person-1", {}}}));
}

TEST(Copies, AreNotSentTwice) {
  auto desk = a_complaint().at(Stage::NotAgreed);
  desk.go({"draft-letter", "review-letter", "approve-letter", "send-letter", "copy-letter"});

  EXPECT_EQ(reason_of(desk.give("copy-letter")), Reason::NoCopyRecipient);
}

TEST(Copies, LeaveOutWhatTheirRecipientNeedNotKnow) {
  auto desk = a_complaint().at(Stage::LetterSent);
  auto command = good<CopyLetter>(desk);
  command.withhold = {Withheld::Address, Withheld::Schedule};
  auto const sent = desk.messages().back().bytes;
  auto const& promised = desk.complaint().promises.front().what;
  ASSERT_NE(sent.find("Lauku iela"), std::string::npos);

  ASSERT_TRUE(desk.give(command));

  auto const& copy = desk.messages().back().bytes;
  EXPECT_EQ(copy.find("Lauku iela"), std::string::npos);
  EXPECT_EQ(copy.find(promised.substr(0, 4)), std::string::npos);
  EXPECT_NE(sent.find(promised.substr(0, 4)), std::string::npos);
}

TEST(Copies, AreALedgerOfWhoKnowsWhat) {
  auto desk = a_complaint().at(Stage::LetterSent);
  desk.go({"copy-letter", "record-copy-read"});

  auto const& copy = desk.letter(LetterKind::FinalResponse).copies.front();

  EXPECT_EQ(copy.version, desk.letter(LetterKind::FinalResponse).drafts);
  EXPECT_EQ(copy.read_at, desk.now());
  EXPECT_EQ(copy.learned, "Turpmāk zvanu pirms izbraukšanas");
  EXPECT_EQ(reason_of(desk.give(RecordCopyRead{desk.letter(LetterKind::FinalResponse).id, PersonId("person-7"), {}})), Reason::NoSuchCopy);
}

TEST(ALetter, GoesByPostAsWellWhenItIsAskedFor) {
  auto desk = a_complaint().at(Stage::LetterSent);
  desk.go({"letter-accepted", "post-letter"});

  auto const& message = desk.messages().back();

  EXPECT_EQ(message.route, Route::Print);
  EXPECT_TRUE(message.bytes.starts_with("%PDF-"));
  EXPECT_EQ(desk.letter(LetterKind::FinalResponse).state, LetterState::Queued);
  desk.go({"letter-accepted"});
  EXPECT_EQ(desk.letter(LetterKind::FinalResponse).state, LetterState::Accepted);
}

}  // namespace
}  // namespace redress::testing
