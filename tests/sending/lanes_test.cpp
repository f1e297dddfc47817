// SPDX-License-Identifier: Apache-2.0
// Which message goes next: each domain in its turn, within its limits.

#include <gtest/gtest.h>

#include <string>

#include "engine/runtime/lanes.hpp"

namespace redress::runtime {
namespace {

using std::chrono::seconds;

constexpr Time noon{std::chrono::hours{12}};

ports::OutboxItem mail(std::string id, std::string to) {
  ports::OutboxItem item;
  item.id = std::move(id);
  item.message.route = Route::Mail;
  item.message.envelope_to = std::move(to);
  return item;
}

ports::OutboxItem told(std::string id, std::string system) {
  auto item = mail(std::move(id), std::move(system));
  item.message.route = Route::Webhook;
  return item;
}

/// The identifiers of everything that may go now, in order.
std::string all_that_may_go(Lanes& lanes, Time now) {
  std::string ids;
  while (auto const item = lanes.take(now)) ids += item->id;
  return ids;
}

TEST(Lanes, GiveEachDomainItsTurn) {
  Lanes lanes({.mails_at_once = 10, .mails_at_once_per_domain = 10, .mails_per_minute_per_domain = 0});
  for (auto const* const id : {"1", "2", "3"}) EXPECT_TRUE(lanes.add(mail(id, "anna@big.example")));
  EXPECT_TRUE(lanes.add(mail("a", "anna@small.example")));

  EXPECT_EQ(all_that_may_go(lanes, noon), "1a23");
}

TEST(Lanes, CarryNoMoreToADomainAtOnceThanItsLimit) {
  Lanes lanes({.mails_at_once = 3, .mails_at_once_per_domain = 2, .mails_per_minute_per_domain = 0});
  for (auto const* const id : {"1", "2", "3"}) (void)lanes.add(mail(id, "anna@big.example"));
  for (auto const* const id : {"a", "b"}) (void)lanes.add(mail(id, "anna@small.example"));

  EXPECT_EQ(all_that_may_go(lanes, noon), "1a2") << "two to one domain, three in all";
  (void)lanes.finish(mail("1", "anna@big.example"));
  EXPECT_EQ(all_that_may_go(lanes, noon), "b");
  (void)lanes.finish(mail("a", "anna@small.example"));
  EXPECT_EQ(all_that_may_go(lanes, noon), "3");
}

TEST(Lanes, TakeADomainForTheSameHoweverItIsSpelled) {
  EXPECT_EQ(lane_of(mail("1", "anna@Home.Example").message), lane_of(mail("2", "\"a@b\"@home.example").message));
  EXPECT_NE(lane_of(mail("1", "anna@home.example").message), lane_of(told("2", "home.example").message));
}

TEST(Lanes, BeginNoMoreInAnyMinuteThanTheLimit) {
  Lanes lanes({.mails_at_once = 10, .mails_at_once_per_domain = 10, .mails_per_minute_per_domain = 2});
  for (auto const* const id : {"1", "2", "3", "4"}) (void)lanes.add(mail(id, "anna@big.example"));

  EXPECT_EQ(lanes.take(noon)->id, "1");
  EXPECT_EQ(lanes.take(noon + seconds{30})->id, "2");
  EXPECT_FALSE(lanes.take(noon + seconds{59}));
  EXPECT_EQ(lanes.next(), noon + seconds{60});
  EXPECT_EQ(all_that_may_go(lanes, noon + seconds{60}), "3");
  EXPECT_EQ(lanes.next(), noon + seconds{90});
}

TEST(Lanes, DoNotWaitForAClockThatWasSetBack) {
  Lanes lanes({.mails_at_once = 10, .mails_at_once_per_domain = 10, .mails_per_minute_per_domain = 1});
  for (auto const* const id : {"1", "2"}) (void)lanes.add(mail(id, "anna@big.example"));
  (void)lanes.take(noon);

  EXPECT_EQ(lanes.take(noon - seconds{3600})->id, "2");
}

TEST(Lanes, KeepInOrderWhatOneSystemIsTold) {
  Lanes lanes({});
  for (auto const* const id : {"1", "2"}) (void)lanes.add(told(id, "billing"));
  (void)lanes.add(told("a", "dunning"));

  EXPECT_EQ(all_that_may_go(lanes, noon), "1a");
  (void)lanes.finish(told("1", "billing"));
  EXPECT_EQ(all_that_may_go(lanes, noon), "2");
}

TEST(Lanes, KnowWhatWaitsAndWhatIsOnItsWayAndForgetWhatIsOver) {
  Lanes lanes({});
  (void)lanes.add(mail("1", "anna@home.example"));
  EXPECT_TRUE(lanes.knows("1"));
  auto const item = lanes.take(noon);
  EXPECT_TRUE(lanes.knows("1"));

  EXPECT_FALSE(lanes.finish(*item)) << "nothing was left in the outbox";

  EXPECT_FALSE(lanes.knows("1"));
  EXPECT_EQ(lanes.known(), 0u);
}

TEST(Lanes, LeaveInTheOutboxWhatIsTooMuch) {
  Lanes lanes({});
  int taken = 0;
  for (int i = 0; i < 1000; ++i) taken += lanes.add(mail(std::to_string(i), "anna@big.example")) ? 1 : 0;

  EXPECT_LT(taken, 100);
  EXPECT_EQ(lanes.known(), static_cast<std::size_t>(taken));
  EXPECT_TRUE(lanes.add(mail("other", "anna@small.example")));

  int asked_for_more = 0;
  while (auto const item = lanes.take(noon)) asked_for_more += lanes.finish(*item) ? 1 : 0;
  EXPECT_EQ(asked_for_more, 1) << "once, while some are still left to be carried";
}

}  // namespace
}  // namespace redress::runtime
