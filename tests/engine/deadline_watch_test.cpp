// SPDX-License-Identifier: Apache-2.0
// Deadlines fire by themselves: once, in order, after downtime too.
#include <algorithm>

#include <gtest/gtest.h>

#include "adapters/codec/leaf.hpp"
#include "tests/support/desk.hpp"
#include "tests/support/house.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

std::vector<std::string> names_of_events(House& house, Reference const& reference) {
  std::vector<std::string> names;
  house.store.read_history(reference,
                           [&](ports::StoredLeaf const& leaf) { names.emplace_back(name_of(codec::open_leaf(leaf.bytes, leaf.disclosures).event)); });
  return names;
}

std::ptrdiff_t count_of_event(House& house, Reference const& reference, std::string_view name) {
  return std::ranges::count(names_of_events(house, reference), name);
}

TEST(TheDeadlineWatch, WarnsFirstAndThenSaysThatItPassed) {
  House house;
  auto const reference = house.receive();

  house.run_until(local("2026-03-02 10:00"));

  auto const& deadline = *find_deadline(house.complaint(reference), DeadlineName("acknowledgement"));
  EXPECT_TRUE(deadline.warned);
  EXPECT_EQ(deadline.state, DeadlineState::Passed);
  EXPECT_EQ(count_of_event(house, reference, "deadline-warning-given"), 1);
}

TEST(TheDeadlineWatch, FiresWhatFellDueDuringDowntimeOnceAndInOrder) {
  House house;
  auto const first = house.receive();
  house.clock.advance(std::chrono::minutes{10});
  auto const second = house.receive();
  house.clock.set(local("2026-04-20 12:00"));

  house.restart();
  EXPECT_EQ(house.watch->fire_due(), 12u) << "two complaints, three deadlines each, a warning and an end each";
  EXPECT_EQ(house.watch->fire_due(), 0u);
  house.restart();
  EXPECT_EQ(house.watch->fire_due(), 0u);

  for (auto const& reference : {first, second})
    for (auto const& deadline : house.complaint(reference).deadlines) EXPECT_EQ(deadline.state, DeadlineState::Passed);
}

TEST(TheDeadlineWatch, LeavesADeadlineAloneThatWasMet) {
  House house;
  auto const reference = house.receive();
  house.go(reference, "acknowledge");

  house.run_until(local("2026-03-02 12:00"));

  EXPECT_EQ(find_deadline(house.complaint(reference), DeadlineName("acknowledgement"))->state, DeadlineState::Met);
  EXPECT_EQ(count_of_event(house, reference, "deadline-warning-given"), 0);
}

TEST(TheDeadlineWatch, FollowsADeadlineThatWasMoved) {
  House house;
  auto const reference = house.receive();
  house.go(reference, "acknowledge");
  house.go(reference, "extend");

  house.run_until(local("2026-03-23 17:00"));
  EXPECT_EQ(find_deadline(house.complaint(reference), DeadlineName("final-response"))->state, DeadlineState::Running);
  house.run_until(local("2026-03-30 17:00"));

  EXPECT_EQ(find_deadline(house.complaint(reference), DeadlineName("final-response"))->state, DeadlineState::Passed);
}

TEST(TheDeadlineWatch, LosesNoDeadlineWhenTheStoreIsAway) {
  for (auto const moment : {FaultyMoment::Load, FaultyMoment::Begin, FaultyMoment::Write, FaultyMoment::Commit, FaultyMoment::AfterCommit}) {
    House house;
    auto const reference = house.receive();
    house.clock.set(local("2026-03-02 10:00"));

    house.store.fail(moment);
    house.watch->fire_due();
    house.clock.advance(std::chrono::seconds{10});
    house.watch->fire_due();
    house.clock.advance(std::chrono::seconds{10});
    house.watch->fire_due();

    EXPECT_EQ(find_deadline(house.complaint(reference), DeadlineName("acknowledgement"))->state, DeadlineState::Passed);
    EXPECT_LE(count_of_event(house, reference, "deadline-warning-given"), 1) << "a warning that comes after the end is none";
  }
}

TEST(TheDeadlineWatch, WakesWhoeverWaitsWhenADeadlineIsAdded) {
  House house;
  int woken = 0;
  house.watch->on_changed([&] { ++woken; });

  house.receive();

  EXPECT_EQ(woken, 1);
  EXPECT_EQ(local(*house.watch->next()), "2026-03-02 09:30");
}

}  // namespace
}  // namespace redress::testing
