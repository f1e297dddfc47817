// SPDX-License-Identifier: Apache-2.0
// One batch is decided while the batch before it waits to be written. Whatever becomes of the first, the second must not be wrong about it.
#include <latch>
#include <thread>

#include <gtest/gtest.h>

#include "tests/support/desk.hpp"
#include "tests/support/good_command.hpp"
#include "tests/support/house.hpp"

namespace redress::testing {
namespace {

using runtime::Outcome;

CommandEnvelope envelope_of(Reference const& reference, Command command, std::string key = {}) {
  return {reference, std::move(command), staff("staff-01"), {}, std::move(key), "digest", {}};
}

/// Two batches: the first has been decided and is about to be written; then the second begins, on a thread of its own, and the first goes on once the second
/// has decided its first command. So both end in the same way in every run.
class TwoBatches : public ::testing::Test {
 protected:
  ~TwoBatches() override {
    if (second_thread_.joinable()) second_thread_.join();
  }

  [[nodiscard]] Command acknowledgement() { return good_command("acknowledge", house_.complaint(one_), house_.clock.now()); }
  void put_into_first(CommandEnvelope envelope) { first_.push_back(std::move(envelope)); }
  void put_into_second(CommandEnvelope envelope) { second_.push_back(std::move(envelope)); }

  /// The second begins when the store is at its `nth` moment of that kind.
  void run(FaultyMoment moment = FaultyMoment::Begin, int nth = 1) {
    house_.store.watch([this, moment, nth, left = nth](FaultyMoment reached) mutable {
      bool const is_second = std::this_thread::get_id() == second_thread_.get_id();
      if (is_second && reached == FaultyMoment::Seal && !std::exchange(second_decided_, true)) second_decides_.count_down();
      if (!is_second && reached == moment && left > 0 && --left == 0) begin_second();
    });
    give(first_, first_outcomes_);
    second_thread_.join();
    house_.store.watch([](FaultyMoment) {});
  }

  House house_;
  Reference const one_ = house_.receive();
  Reference const other_ = house_.receive();
  std::vector<Outcome> first_outcomes_;
  std::vector<Outcome> second_outcomes_;

 private:
  void give(std::vector<CommandEnvelope>& envelopes, std::vector<Outcome>& outcomes) {
    auto last = std::move(envelopes.back());
    envelopes.pop_back();
    for (auto& envelope : envelopes) house_.engine->submit(std::move(envelope), [&](Outcome outcome) { outcomes.push_back(std::move(outcome)); });
    auto outcome = house_.engine->handle(std::move(last));
    outcomes.push_back(std::move(outcome));
  }
  void begin_second() {
    std::latch began(1);
    second_thread_ = std::thread([&] {
      began.wait();
      give(second_, second_outcomes_);
    });
    began.count_down();
    second_decides_.wait();
  }

  std::vector<CommandEnvelope> first_;
  std::vector<CommandEnvelope> second_;
  std::thread second_thread_;
  std::latch second_decides_{1};
  bool second_decided_ = false;
};

TEST_F(TwoBatches, OnOneComplaintBothHappen) {
  put_into_first(envelope_of(one_, AddNote{"viens"}));
  put_into_second(envelope_of(other_, AddNote{"divi"}));
  put_into_second(envelope_of(one_, AddNote{"trīs"}));

  run();

  EXPECT_EQ(answer_of(first_outcomes_.back()).version + 1, answer_of(second_outcomes_.back()).version);
  EXPECT_EQ(house_.complaint(one_).notes, 2);
  EXPECT_TRUE(house_.store.verify().findings.empty());
}

TEST_F(TwoBatches, GiveOneAnswerToACommandThatIsRepeatedBeforeItIsAnswered) {
  put_into_first(envelope_of(one_, acknowledgement(), "key-1"));
  put_into_second(envelope_of(other_, AddNote{"divi"}));
  put_into_second(envelope_of(one_, acknowledgement(), "key-1"));

  run();

  EXPECT_EQ(answer_of(first_outcomes_.back()), answer_of(second_outcomes_.back()));
}

TEST_F(TwoBatches, StandEachForItselfWhenTheFirstFails) {
  house_.store.fail(FaultyMoment::Write, 2);
  put_into_first(envelope_of(one_, AddNote{"viens"}));
  put_into_first(envelope_of(one_, AddNote{"divi"}));
  put_into_second(envelope_of(other_, AddNote{"trīs"}));
  put_into_second(envelope_of(one_, AddNote{"četri"}));

  run();

  EXPECT_EQ(house_.store.failed(), 1);
  for (auto const& outcome : first_outcomes_) answer_of(outcome);
  for (auto const& outcome : second_outcomes_) answer_of(outcome);
  EXPECT_EQ(house_.complaint(one_).notes, 3);
  EXPECT_EQ(house_.complaint(other_).notes, 1);
  EXPECT_TRUE(house_.store.verify().findings.empty());
}

TEST_F(TwoBatches, LoseNothingWhenTheSecondDecidesOnWhatTheFirstMovesOnAfterAll) {
  house_.store.fail(FaultyMoment::Write, 2);
  put_into_first(envelope_of(other_, AddNote{"viens"}));
  put_into_first(envelope_of(one_, AddNote{"divi"}));
  put_into_second(envelope_of(one_, AddNote{"trīs"}));

  // The first of the first batch is tried alone, so nobody has the complaint of the second just then.
  run(FaultyMoment::Begin, 2);

  for (auto const& outcome : first_outcomes_) answer_of(outcome);
  EXPECT_EQ(answer_of(second_outcomes_.back()).version, house_.complaint(one_).version);
  EXPECT_EQ(house_.complaint(one_).notes, 2);
  EXPECT_TRUE(house_.store.verify().findings.empty());
}

TEST_F(TwoBatches, KnowTheComplaintAsItStandsAfterOneOfThemRefusedOnWhatItWas) {
  house_.store.fail(FaultyMoment::Write, 2);
  put_into_first(envelope_of(other_, AddNote{"viens"}));
  put_into_first(envelope_of(one_, AddNote{"divi"}));
  put_into_second(envelope_of(one_, RecordHearing{"Mieru", {}}));
  put_into_second(envelope_of({}, good_command("receive-complaint", {}, house_.clock.now())));

  run(FaultyMoment::Begin, 2);
  auto newest = envelope_of(one_, AddNote{"trīs"});
  newest.expected_version = house_.complaint(one_).version;

  answer_of(house_.engine->handle(std::move(newest)));
}

TEST(ABatch, ThatChangesNothingIsNotWritten) {
  House house;
  auto const reference = house.receive();
  house.store.fail(FaultyMoment::Begin);

  EXPECT_TRUE(std::holds_alternative<Refusal>(house.engine->handle(envelope_of(reference, RecordHearing{"Mieru", {}}))));

  EXPECT_EQ(house.store.failed(), 0);
}

TEST(ABatch, AnswersACommandThatIsRepeatedInItAsItDidTheFirstTime) {
  House house;
  auto const reference = house.receive();
  std::vector<Outcome> outcomes;
  for (int i = 0; i < 2; ++i)
    house.engine->submit(envelope_of(reference, good_command("acknowledge", house.complaint(reference), house.clock.now()), "key-1"),
                         [&](Outcome outcome) { outcomes.push_back(std::move(outcome)); });

  house.go(reference, "escalate");

  ASSERT_EQ(outcomes.size(), 2u);
  EXPECT_EQ(answer_of(outcomes[0]), answer_of(outcomes[1]));
}

}  // namespace
}  // namespace redress::testing
