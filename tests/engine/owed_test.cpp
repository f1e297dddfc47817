// SPDX-License-Identifier: Apache-2.0
// What is late stays the next thing to do of its complaint until it is done, or nobody asks for it any more.
#include <algorithm>
#include <optional>

#include <gtest/gtest.h>

#include "engine/domain/projection.hpp"
#include "tests/support/desk.hpp"
#include "tests/support/house.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

std::optional<Time> next_of(Complaint const& complaint) {
  return project(complaint).complaint.next_due_at;
}

TEST(WhatIsLate, StaysTheNextMomentUntilItIsDone) {
  House house;
  auto const reference = house.receive();
  auto const due = next_of(house.complaint(reference));
  ASSERT_TRUE(due);

  house.run_until(local("2026-03-03 10:00"));

  EXPECT_EQ(find_deadline(house.complaint(reference), DeadlineName("acknowledgement"))->state, DeadlineState::Passed);
  EXPECT_EQ(next_of(house.complaint(reference)), due);
  ports::ListFilter filter;
  filter.due_before = house.clock.now();
  EXPECT_EQ(house.store.list(filter).size(), 1U);

  house.go(reference, "acknowledge");

  auto const& late = *find_deadline(house.complaint(reference), DeadlineName("acknowledgement"));
  EXPECT_EQ(late.state, DeadlineState::Passed) << "that it was late is never taken back";
  EXPECT_TRUE(late.settled);
  EXPECT_EQ(next_of(house.complaint(reference)), find_deadline(house.complaint(reference), DeadlineName("talk"))->due_at);
  EXPECT_TRUE(house.store.list(filter).empty());
}

TEST(WhatIsLate, IsSaidToBeDoneOnce) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.at_time("2026-03-09 10:00");
  ASSERT_TRUE(desk.give(DeadlinePassed{DeadlineName("talk")}, the_clock()));
  auto contact = std::get<RecordContact>(desk.good("record-contact"));
  contact.channel = Channel::Phone;

  ASSERT_TRUE(desk.give(contact));
  ASSERT_TRUE(desk.give(contact));

  auto const says_so = [](RecordedEvent const& one) {
    auto const* moved = std::get_if<DeadlineMoved>(&one.event);
    return moved != nullptr && moved->deadline == DeadlineName("talk") && moved->state == DeadlineState::Met;
  };
  EXPECT_EQ(std::ranges::count_if(desk.history(), says_so), 1);
}

TEST(WhatIsLate, IsAPromiseUntilItIsKept) {
  auto desk = a_complaint().at(Stage::FollowingUp);
  PromiseId const first("promise-1");
  auto const due = desk.deadline(deadline_names::promise, first).due_at;
  ASSERT_TRUE(desk.give(PromiseMissed{first}, the_clock()));
  EXPECT_EQ(next_of(desk.complaint()), due);

  desk.go({"keep-promise"});

  auto const& deadline = desk.deadline(deadline_names::promise, first);
  EXPECT_EQ(deadline.state, DeadlineState::Passed);
  EXPECT_FALSE(is_owed(deadline));
}

TEST(WhatIsLate, IsCountedAnewFromANewDay) {
  auto desk = a_complaint().at(Stage::FollowingUp);
  PromiseId const first("promise-1");
  ASSERT_TRUE(desk.give(PromiseMissed{first}, the_clock()));

  ASSERT_TRUE(desk.give(AmendPromise{first, std::chrono::year{2026} / 3 / 18, "Audums izbeidzies", "Pa tālruni"}));

  auto const& deadline = desk.deadline(deadline_names::promise, first);
  EXPECT_EQ(deadline.state, DeadlineState::Running);
  EXPECT_FALSE(deadline.settled);
}

TEST(WhatIsLate, IsNotWhatTheComplainantDidNotSend) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.go({"ask-complainant"}).at_time("2026-03-16 17:00");
  auto const waited_until = desk.deadline(deadline_names::information).due_at;

  ASSERT_TRUE(desk.give(DeadlinePassed{deadline_names::information}, the_clock()));

  EXPECT_FALSE(is_owed(desk.deadline(deadline_names::information)));
  EXPECT_NE(next_of(desk.complaint()), waited_until);
}

TEST(WhatIsLate, EndsWithTheComplaint) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.at_time("2026-03-09 10:00");
  ASSERT_TRUE(desk.give(DeadlinePassed{DeadlineName("talk")}, the_clock()));

  desk.go({"withdraw"});

  EXPECT_FALSE(is_owed(desk.deadline(DeadlineName("talk"))));
  EXPECT_EQ(next_of(desk.complaint()), std::nullopt);
}

}  // namespace
}  // namespace redress::testing
