// SPDX-License-Identifier: Apache-2.0
// An address nobody knows is taken in; who it may be is proposed with reasons, and we ask at the registered address ourselves.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/desk.hpp"
#include "workflows/policies/identity.hpp"

namespace redress::testing {
namespace {

using enum IdentitySign;

ReceiveComplaint from(std::string const& address, std::string const& narrative) {
  ReceiveComplaint command;
  command.language = Language::Latvian;
  command.complainant.name = "Egils Liepa";
  command.complainant.email = address;
  command.narrative = narrative;
  return command;
}

Desk desk_with(std::string const& address, std::string const& narrative) {
  Desk desk;
  EXPECT_TRUE(desk.give(from(address, narrative), the_clock()));
  return desk;
}

/// The code in the mail to the registered address.
std::string code_in(std::string const& bytes) {
  for (std::size_t at = 0; at + 9 <= bytes.size(); ++at) {
    auto const piece = bytes.substr(at, 9);
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    bool const fits = piece[4] == '-' && std::ranges::all_of(piece.substr(0, 4), is_digit) && std::ranges::all_of(piece.substr(5), is_digit);
    if (fits && bytes.substr(at + 9, 1) == ".") return piece;
  }
  return {};
}

TEST(Identity, IsKnownByTheRegisteredAddress) {
  auto const desk = desk_with("gramatvediba@liepu-birojs.example", "Rēķins ir nepareizs");

  ASSERT_EQ(desk.complaint().candidates.size(), 1U);
  EXPECT_EQ(desk.complaint().candidates[0].account, "K-10042");
  EXPECT_EQ(desk.complaint().candidates[0].score, 100);
  EXPECT_FALSE(desk.complaint().identity_confirmed) << "anybody can write a sender into a mail";
  EXPECT_TRUE(desk.messages().empty()) << "nobody has a doubt to be asked about";
}

TEST(Identity, IsProposedWithItsReasons) {
  auto const desk = desk_with("egils@private.example", "Rēķins INV-2026-0118 ir samaksāts.\n\nSIA Liepu birojs, +371 6700 1042");

  ASSERT_EQ(desk.complaint().candidates.size(), 1U);
  auto const& candidate = desk.complaint().candidates[0];
  EXPECT_EQ(candidate.signs, (std::vector{Number, Phone, Signature}));
  EXPECT_EQ(candidate.score, 99);
  EXPECT_EQ(candidate.address, "gramatvediba@liepu-birojs.example");
  EXPECT_EQ(desk.complaint().received.evidence, std::vector<std::string>{"invoice INV-2026-0118"}) << "nobody asks for it again";
  ASSERT_EQ(desk.messages().size(), 1U);
  EXPECT_EQ(desk.messages()[0].envelope_to, "maija.kalnina@dzintara-maja.example") << "whoever is responsible for the account is told";
  EXPECT_EQ(desk.messages()[0].bytes.find("INV-2026"), std::string::npos);
}

TEST(Identity, HasNoCandidatesWhereNothingIsShared) {
  auto const desk = desk_with("egils@private.example", "Dīvāns ir saplēsts");

  EXPECT_TRUE(desk.complaint().candidates.empty());
  EXPECT_EQ(reason_of(desk.decide(AskIdentity{})), Reason::NobodyToAsk);
}

TEST(Identity, IsAskedAboutAtTheRegisteredAddress) {
  auto desk = desk_with("egils@private.example", "Rēķins INV-2026-0118");

  ASSERT_TRUE(desk.give(AskIdentity{}));

  auto const& question = desk.messages().back();
  EXPECT_EQ(question.envelope_to, "gramatvediba@liepu-birojs.example");
  EXPECT_TRUE(question.letter.empty());
  EXPECT_EQ(desk.complaint().sendings.size(), 1U) << "an answer to it finds the complaint";
  EXPECT_EQ(question.bytes.find("INV-2026"), std::string::npos) << "it says nothing of the complaint";
  EXPECT_FALSE(code_in(question.bytes).empty());
}

TEST(Identity, IsConfirmedByTheCode) {
  auto desk = desk_with("egils@private.example", "Rēķins INV-2026-0118");
  ASSERT_TRUE(desk.give(AskIdentity{}));
  auto code = code_in(desk.messages().back().bytes);
  ConfirmIdentity confirm;

  confirm.code = code.back() == '0' ? "1111-1111" : "0000-0000";
  EXPECT_EQ(reason_of(desk.decide(confirm)), Reason::WrongCode);
  std::erase(code, '-');
  confirm.code = code;
  ASSERT_TRUE(desk.give(confirm)) << "however it is written down";

  EXPECT_TRUE(desk.complaint().identity_confirmed);
  EXPECT_EQ(desk.complaint().account, "K-10042");
  EXPECT_EQ(reason_of(desk.decide(AskIdentity{})), Reason::NobodyToAsk);
}

TEST(Identity, IsNotConfirmedByAnOldCode) {
  auto desk = desk_with("egils@private.example", "Rēķins INV-2026-0118");
  ASSERT_TRUE(desk.give(AskIdentity{}));
  ConfirmIdentity confirm;
  confirm.code = code_in(desk.messages().back().bytes);

  desk.at_time("2026-03-09 09:01");

  EXPECT_EQ(reason_of(desk.decide(confirm)), Reason::WrongCode);
}

TEST(Identity, WeighsWhatFewKnowMost) {
  auto const candidates = workflows::policies::candidates_among({{{"a", "A", {}, {}, {}, {}, {}}, {Name, Signature}},
                                                                 {{"b", "B", {"b@b.example"}, {}, {}, {}, {}}, {Number}},
                                                                 {{"c", "C", {}, {}, {}, {}, {}}, {Address, Domain, Name}},
                                                                 {{"d", "D", {}, {}, {}, {}, {}}, {Domain}}});

  ASSERT_EQ(candidates.size(), 3U);
  EXPECT_EQ(candidates[0].account, "c");
  EXPECT_EQ(candidates[0].score, 100);
  EXPECT_EQ(candidates[1].account, "b");
  EXPECT_EQ(candidates[1].score, 50);
  EXPECT_EQ(candidates[2].account, "d");
}

TEST(Identity, IsDoubtedWhenTheSendersDomainDisownsTheMail) {
  std::vector<ports::SharedSigns> const shared{{{"a", "A", {"a@a.example"}, {}, {}, {}, {}}, {Address, Domain, Name}},
                                               {{"b", "B", {"b@b.example"}, {}, {}, {}, {}}, {Number}}};

  auto const candidates = workflows::policies::candidates_among(shared, {IdentityDoubt::SenderNotAuthenticated});

  ASSERT_EQ(candidates.size(), 2U);
  EXPECT_EQ(candidates[0].account, "b") << "a number is known to few, an address is written by anybody";
  EXPECT_EQ(candidates[0].score, 25);
  EXPECT_EQ(candidates[1].score, 20);
  for (auto const& one : candidates) EXPECT_EQ(one.doubts, std::vector{IdentityDoubt::SenderNotAuthenticated});
  EXPECT_FALSE(workflows::policies::is_known(candidates[1]));
}

TEST(Identity, ACodeInTheHistoryIsOnlyItsDigest) {
  auto desk = desk_with("egils@private.example", "Rēķins INV-2026-0118");
  ASSERT_TRUE(desk.give(AskIdentity{}));

  EXPECT_EQ(desk.complaint().identity_question->code_digest.size(), 64U);
  EXPECT_EQ(desk.complaint().identity_question->code_digest.find(code_in(desk.messages().back().bytes)), std::string::npos);
}

}  // namespace
}  // namespace redress::testing
