// SPDX-License-Identifier: Apache-2.0
// What stands in the outbox goes out, with the same bytes however often it is tried, and nothing is ever dropped.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/desk.hpp"
#include "tests/support/house.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

using ports::DeliveryResult;

class TheDispatcher : public ::testing::Test {
 protected:
  void SetUp() override {
    reference_ = house_.receive();
    house_.go(reference_, "acknowledge");
  }

  LetterState letter_state() { return newest_letter(house_.complaint(reference_), LetterKind::Acknowledgement)->state; }

  House house_{1, {std::chrono::minutes{1}, std::chrono::minutes{4}, 4}};
  Reference reference_;
};

TEST_F(TheDispatcher, SettlesWhatTheWorldAccepts) {
  EXPECT_EQ(house_.dispatcher->dispatch_due(), 1u);

  EXPECT_EQ(letter_state(), LetterState::Accepted);
  EXPECT_EQ(house_.store.outbox_length(), 0);
  EXPECT_EQ(house_.dispatcher->dispatch_due(), 0u);
  EXPECT_EQ(house_.mailer.sent().front().bytes, house_.store.frozen_message(reference_, LetterId("letter-1"), Route::Mail));
}

TEST_F(TheDispatcher, BringsBackWhatTheWorldRefuses) {
  house_.mailer.answer(DeliveryResult::Refused);

  house_.dispatcher->dispatch_due();

  EXPECT_EQ(letter_state(), LetterState::Bounced);
  EXPECT_EQ(house_.store.outbox_length(), 1) << "the handler is told";
}

TEST_F(TheDispatcher, TriesLaterWithLongerAndLongerPausesAndCallsAPersonInTheEnd) {
  house_.mailer.answer(DeliveryResult::Later);
  std::vector<std::string> tries;
  for (int i = 0; i < 4; ++i) {
    house_.dispatcher->dispatch_due();
    tries.push_back(local(house_.clock.now()));
    if (auto const next = house_.dispatcher->next()) house_.clock.set(*next);
  }

  EXPECT_EQ(tries, (std::vector<std::string>{"2026-03-02 09:00", "2026-03-02 09:01", "2026-03-02 09:03", "2026-03-02 09:07"}));
  ASSERT_EQ(house_.store.incidents().size(), 1u);
  EXPECT_EQ(house_.store.incidents().front().last_reply, "told to answer so");
  EXPECT_EQ(house_.store.outbox_length(), 0);
  EXPECT_EQ(letter_state(), LetterState::Queued);
}

TEST_F(TheDispatcher, SendsTheSameBytesAgainWhenNobodyKnowsWhetherTheyArrived) {
  house_.mailer.answer(DeliveryResult::Ambiguous);
  house_.dispatcher->dispatch_due();
  house_.restart();
  house_.clock.advance(std::chrono::minutes{5});
  house_.mailer.answer(DeliveryResult::Accepted);

  house_.dispatcher->dispatch_due();

  ASSERT_EQ(house_.mailer.sent().size(), 2u);
  EXPECT_EQ(house_.mailer.sent()[0].bytes, house_.mailer.sent()[1].bytes);
  EXPECT_EQ(house_.mailer.sent()[0].key, house_.mailer.sent()[1].key);
  EXPECT_EQ(letter_state(), LetterState::Accepted);
}

TEST_F(TheDispatcher, RecordsADeliveryOnceWhenTheStoreFailedInBetween) {
  for (auto const moment : {FaultyMoment::Commit, FaultyMoment::AfterCommit}) {
    House house;
    auto const reference = house.receive();
    house.go(reference, "acknowledge");
    house.store.fail(moment);

    house.run_until(local("2026-03-02 09:20"));

    EXPECT_EQ(newest_letter(house.complaint(reference), LetterKind::Acknowledgement)->state, LetterState::Accepted);
    EXPECT_EQ(house.store.outbox_length(), 0);
    EXPECT_TRUE(house.store.incidents().empty());
    auto const letter = house.store.frozen_message(reference, LetterId("letter-1"), Route::Mail);
    EXPECT_EQ(std::ranges::count(house.mailer.sent(), letter, &ToldMailer::Sent::bytes), 1) << "what was accepted is not sent again";
  }
}

TEST_F(TheDispatcher, TakesLettersOnPaperToThePrinter) {
  auto received = std::get<ReceiveComplaint>(Desk().good("receive-complaint"));
  received.complainant.email.clear();
  auto const reference = answer_of(house_.give({}, received, staff("staff-01"))).reference;
  house_.go(reference, "acknowledge");

  house_.dispatcher->dispatch_due();

  ASSERT_EQ(house_.printer.sent().size(), 1u);
  EXPECT_TRUE(house_.printer.sent().front().bytes.starts_with("%PDF-"));
}

TEST_F(TheDispatcher, RecordsADeliveryOfAComplaintThatWasMergedMeanwhile) {
  auto const other = house_.receive();
  answer_of(house_.give(reference_, Merge{other}, staff("staff-01")));

  house_.dispatcher->dispatch_due();

  EXPECT_EQ(letter_state(), LetterState::Accepted);
  EXPECT_TRUE(house_.store.incidents().empty());
}

}  // namespace
}  // namespace redress::testing
