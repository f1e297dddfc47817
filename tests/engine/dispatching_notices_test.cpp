// SPDX-License-Identifier: Apache-2.0
// What is no letter goes out by the same road, and leaves no trace in the history of the complaint.
#include <gtest/gtest.h>

#include "tests/support/desk.hpp"
#include "tests/support/house.hpp"
#include "tests/support/rulebook.hpp"
#include "workflows/resolution/workflow.hpp"

namespace redress::testing {
namespace {

using ports::DeliveryResult;

/// An escalated complaint that staff-01 has; its acknowledgement is out, and two notices wait.
class Notices : public ::testing::Test {
 protected:
  void SetUp() override {
    reference_ = house_.receive();
    house_.go(reference_, "acknowledge");
    house_.dispatcher->dispatch_due();
  }

  void escalate() {
    house_.go(reference_, "escalate");
    version_ = house_.complaint(reference_).version;
  }
  [[nodiscard]] std::size_t notices_sent() { return house_.mailer.sent().size() - 1; }
  [[nodiscard]] bool is_sound() { return house_.complaint(reference_).version == version_ && house_.store.verify().findings.empty(); }

  House house_{1, {std::chrono::minutes{1}, std::chrono::minutes{4}, 4}};
  Reference reference_;
  std::int64_t version_ = 0;
};

TEST_F(Notices, AreSettledWhenTheyAreAcceptedAndChangeNoHistory) {
  escalate();
  EXPECT_EQ(house_.store.outbox_length(), 2);

  house_.dispatcher->dispatch_due();

  EXPECT_EQ(notices_sent(), 2u);
  EXPECT_EQ(house_.store.outbox_length(), 0);
  EXPECT_TRUE(house_.store.incidents().empty());
  EXPECT_TRUE(is_sound());
}

TEST_F(Notices, AreIncidentsWhenTheyAreRefused) {
  house_.mailer.answer(DeliveryResult::Refused);
  escalate();

  house_.dispatcher->dispatch_due();

  ASSERT_EQ(house_.store.incidents().size(), 2u);
  EXPECT_TRUE(house_.store.incidents().front().message.letter.empty());
  EXPECT_EQ(house_.store.incidents().front().last_reply, "told to answer so");
  EXPECT_EQ(house_.store.outbox_length(), 0);
  EXPECT_TRUE(is_sound());
}

TEST_F(Notices, AreTriedAgainWithTheSameBytesAndCallAPersonInTheEnd) {
  house_.mailer.answer(DeliveryResult::Later);
  escalate();

  house_.run_until(local("2026-03-02 10:00"));

  EXPECT_EQ(notices_sent(), 8u);
  EXPECT_EQ(house_.mailer.sent()[1].bytes, house_.mailer.sent()[7].bytes);
  EXPECT_EQ(house_.mailer.sent()[1].key, house_.mailer.sent()[7].key);
  EXPECT_EQ(house_.store.incidents().size(), 2u);
}

TEST_F(Notices, WaitInTheOutboxUntilTheHouseOpens) {
  house_.clock.set(local("2026-03-02 20:00"));
  escalate();

  EXPECT_EQ(house_.dispatcher->dispatch_due(), 0u);
  EXPECT_EQ(local(house_.dispatcher->next().value()), "2026-03-03 09:00");
  house_.restart();
  house_.clock.set(local("2026-03-03 09:00"));
  EXPECT_EQ(house_.dispatcher->dispatch_due(), 2u);
  EXPECT_EQ(notices_sent(), 2u);
}

TEST_F(Notices, AreSettledOnceWhenTheStoreFailedInBetween) {
  for (auto const moment : {FaultyMoment::Commit, FaultyMoment::AfterCommit}) {
    escalate();
    house_.store.fail(moment);

    house_.run_until(house_.clock.now() + std::chrono::minutes{5});

    EXPECT_EQ(house_.store.outbox_length(), 0);
    EXPECT_TRUE(house_.store.incidents().empty());
    EXPECT_TRUE(is_sound());
  }
}

TEST_F(Notices, ComeOnceEachWhenAWarningIsAsLateAsItsDeadline) {
  house_.clock.set(local("2026-03-06 20:00"));
  house_.restart();

  EXPECT_EQ(house_.watch->fire_due(), 2u) << "the talk was owed by Thursday evening";

  auto const waiting = house_.store.due_outbox(local("2026-03-09 09:00"), 100);
  ASSERT_EQ(waiting.size(), 2u);
  for (auto const& item : waiting) EXPECT_EQ(local(item.due_at), "2026-03-09 09:00") << "nobody is mailed on a Friday night";
  EXPECT_NE(waiting[0].message.bytes, waiting[1].message.bytes);
}

TEST_F(Notices, ToSystemsGoByTheirOwnRoute) {
  auto rules = demonstration_rulebook();
  rules.organisation.systems = {{"billing", "https://billing.example/holds", ""}};
  workflows::ResolutionWorkflow const workflow(rules, demonstration_letters(), demonstration_notices(), demonstration_proofreaders());
  runtime::Engine engine(house_.store, workflow, house_.clock, house_.identifiers);
  runtime::Dispatcher dispatcher(engine, {house_.mailer, house_.printer, house_.systems}, {});
  house_.systems.answer(DeliveryResult::Ambiguous);
  answer_of(engine.handle({reference_, HoldAdverseAction{"Rēķins", {"billing"}}, staff("staff-01"), {}, {}, {}, {}}));

  dispatcher.dispatch_due();
  house_.systems.answer(DeliveryResult::Accepted);
  house_.clock.advance(std::chrono::minutes{1});
  dispatcher.dispatch_due();

  auto const& sent = house_.systems.sent();
  ASSERT_EQ(sent.size(), 2u);
  EXPECT_EQ(sent[0].to, "billing");
  EXPECT_EQ(sent[0].bytes, sent[1].bytes);
  EXPECT_EQ(sent[0].key, sent[1].key);
  EXPECT_EQ(notices_sent(), 0u);
  EXPECT_EQ(house_.store.outbox_length(), 0);
}

}  // namespace
}  // namespace redress::testing
