// SPDX-License-Identifier: Apache-2.0
// Several couriers at one outbox: nothing is carried twice, and nobody waits for another's mail server.

#include <gtest/gtest.h>

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>

#include "tests/support/faulty_store.hpp"
#include "tests/support/sending_house.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::testing {
namespace {

using ports::DeliveryResult;
using namespace std::chrono_literals;

/// Keeps whoever writes to slow.example waiting until it is told to go on, and counts who comes.
class SlowMailer final : public ports::Mailer {
 public:
  [[nodiscard]] ports::Delivery deliver(ports::OutgoingMessage const& message) override {
    std::unique_lock lock(mutex_);
    ++times_[message.key];
    if (message.envelope_to.ends_with("@slow.example")) {
      waiting_most_ = std::max(waiting_most_, ++waiting_);
      going_on_.wait(lock, [this] { return goes_on_; });
      --waiting_;
    }
    return {message.envelope_to.ends_with("@never.example") ? DeliveryResult::Later : DeliveryResult::Accepted, "as told"};
  }

  void go_on() {
    std::scoped_lock const lock(mutex_);
    goes_on_ = true;
    going_on_.notify_all();
  }
  [[nodiscard]] int waiting_most() const {
    std::scoped_lock const lock(mutex_);
    return waiting_most_;
  }
  [[nodiscard]] std::map<std::string, int> times() const {
    std::scoped_lock const lock(mutex_);
    return times_;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable going_on_;
  std::map<std::string, int> times_;
  bool goes_on_ = false;
  int waiting_ = 0;
  int waiting_most_ = 0;
};

class TheCouriers : public ::testing::Test {
 protected:
  void TearDown() override { mailer_.go_on(); }

  SendingHouse& house(runtime::SendingLimits limits = {4, 2, 0}) {
    house_ = std::make_unique<SendingHouse>(temporary_.path(), mailer_, limits, runtime::RetryPolicy{20ms, 100ms, 1000});
    return *house_;
  }

  TemporaryFolder const temporary_{"couriers"};
  SlowMailer mailer_;
  std::unique_ptr<SendingHouse> house_;
};

TEST_F(TheCouriers, CarryEveryLetterOnce) {
  auto& busy = house({8, 8, 0});
  busy.start();

  for (int i = 0; i < 60; ++i) (void)busy.queue_letter("anna@" + std::to_string(i % 7) + ".example");

  ASSERT_TRUE(busy.sends_all());
  auto const times = mailer_.times();
  EXPECT_EQ(times.size(), 60u);
  EXPECT_TRUE(std::ranges::all_of(times, [](auto const& one) { return one.second == 1; }));
}

TEST_F(TheCouriers, LetNobodyWaitForASlowDomain) {
  auto& patient = house();
  for (int i = 0; i < 200; ++i) (void)patient.queue_letter("anna@slow.example");
  for (int i = 0; i < 10; ++i) (void)patient.queue_letter("anna@quick.example");
  patient.start();

  EXPECT_TRUE(SendingHouse::comes_true([&] { return patient.store->outbox_length() == 200; })) << "ten letters wait for two hundred";
  EXPECT_EQ(mailer_.waiting_most(), 2);
  mailer_.go_on();
  EXPECT_TRUE(patient.sends_all());
  EXPECT_TRUE(std::ranges::all_of(mailer_.times(), [](auto const& one) { return one.second == 1; }));
}

TEST_F(TheCouriers, LetNobodyWaitForADomainThatDoesNotWantUsNow) {
  auto& patient = house();
  for (int i = 0; i < 100; ++i) (void)patient.queue_letter("anna@never.example");
  for (int i = 0; i < 10; ++i) (void)patient.queue_letter("anna@quick.example");
  patient.start();

  EXPECT_TRUE(SendingHouse::comes_true([&] { return patient.store->outbox_length() == 100; }));
}

TEST_F(TheCouriers, CarryPaperWhileEveryMailServerKeepsUsWaiting) {
  auto& patient = house({2, 2, 0});
  for (int i = 0; i < 4; ++i) (void)patient.queue_letter("anna@slow.example");
  patient.start();
  EXPECT_TRUE(SendingHouse::comes_true([&] { return mailer_.waiting_most() == 2; }));

  (void)patient.queue_letter("");

  EXPECT_TRUE(SendingHouse::comes_true([&] { return patient.store->outbox_length() == 4; }));
}

TEST_F(TheCouriers, BeginAnewWhereOthersEnded) {
  auto& busy = house();
  busy.start();
  for (int i = 0; i < 5; ++i) {
    for (int k = 0; k < 10; ++k) (void)busy.queue_letter("anna@" + std::to_string(k) + ".example");
    busy.restart_couriers();
  }

  ASSERT_TRUE(busy.sends_all());
  auto const times = mailer_.times();
  EXPECT_EQ(times.size(), 50u);
  EXPECT_TRUE(std::ranges::all_of(times, [](auto const& one) { return one.second == 1; }));
}

TEST_F(TheCouriers, KeepToTheLimitOfAMinute) {
  auto& slow = house({4, 4, 3});
  for (int i = 0; i < 5; ++i) (void)slow.queue_letter("anna@limited.example");
  for (int i = 0; i < 3; ++i) (void)slow.queue_letter("anna@quick.example");
  slow.start();

  EXPECT_TRUE(SendingHouse::comes_true([&] { return slow.store->outbox_length() == 2; }));
  EXPECT_EQ(mailer_.times().size(), 6u);
}

}  // namespace
}  // namespace redress::testing
