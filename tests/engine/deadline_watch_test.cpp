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
    house.store.heal();

    EXPECT_EQ(find_deadline(house.complaint(reference), DeadlineName("acknowledgement"))->state, DeadlineState::Passed);
    EXPECT_EQ(count_of_event(house, reference, "deadline-warning-given"), 1) << "it is given before the end, however late";
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

/// Of all that has fired of one complaint, the latest moment.
Time last_moment(std::vector<DeadlineRow> const& rows) {
  Time last{};
  for (auto const& row : rows) {
    if (row.warned) last = std::max(last, row.warn_at);
    if (row.state == DeadlineState::Passed) last = std::max(last, row.due_at);
  }
  return last;
}

TEST(TheDeadlineWatch, HoldsAWindowOfThemInMemoryAndFiresAllInOrder) {
  constexpr std::size_t window = 4;
  House house;
  for (int i = 0; i < 10; ++i) house.receive();
  runtime::DeadlineWatch watch(*house.engine, window);
  std::vector<Time> moments;
  house.engine->on_committed([&](std::vector<runtime::Committed> const& all) {
    EXPECT_LE(watch.held(), 2 * window);
    moments.push_back(last_moment(all.front().deadlines));
  });

  watch.load();
  house.clock.set(local("2026-04-20 12:00"));
  auto const fired = watch.fire_due();

  EXPECT_EQ(fired, 60u) << "ten complaints, three deadlines each, a warning and an end each, and many of them at one moment";
  EXPECT_EQ(watch.fire_due(), 0u);
  EXPECT_FALSE(watch.next());
  EXPECT_TRUE(std::ranges::is_sorted(moments));
}

TEST(TheDeadlineWatch, WakesAtTheEndOfItsWindow) {
  House house;
  runtime::DeadlineWatch watch(*house.engine, 1);
  watch.load();
  for (int i = 0; i < 10; ++i) house.receive();
  std::size_t fired = 0;

  for (auto next = watch.next(); next; next = watch.next()) {
    ASSERT_GE(*next, house.clock.now());
    house.clock.set(*next);
    fired += watch.fire_due();
  }

  EXPECT_EQ(fired, 60u);
  EXPECT_LE(watch.held(), 2u);
}

TEST(TheDeadlineWatch, LosesNothingThatIsCommittedWhileItReads) {
  House house;
  runtime::DeadlineWatch watch(*house.engine);
  house.store.while_reading_deadlines([&] { house.receive(); });

  watch.load();

  ASSERT_TRUE(watch.next());
  EXPECT_EQ(local(*watch.next()), "2026-03-02 09:30");
  EXPECT_EQ(watch.held(), 3u);
}

/// The real workflow, which warns of nothing.
class WithoutWarnings final : public ports::Workflow {
 public:
  [[nodiscard]] std::expected<Decision, Refusal> decide(Complaint const& complaint, CommandEnvelope const& envelope,
                                                        ports::Circumstances const& circumstances) const override {
    if (std::holds_alternative<DeadlineWarned>(envelope.command)) return std::unexpected(refused(Reason::DeadlineNotRunning));
    return resolution().decide(complaint, envelope, circumstances);
  }
  [[nodiscard]] std::vector<ports::PermittedCommand> permitted(Complaint const& complaint, Time now, StaffId const& actor) const override {
    return resolution().permitted(complaint, now, actor);
  }
  [[nodiscard]] std::vector<Missing> proofread(Complaint const&, LetterId const&, Time) const override { return {}; }
  [[nodiscard]] ports::Rulebook const& rulebook() const override { return resolution().rulebook(); }
};

TEST(TheDeadlineWatch, WatchesTheEndOfADeadlineThatCannotBeWarnedOf) {
  House house;
  auto const reference = house.receive();
  WithoutWarnings const workflow;
  runtime::Engine engine(house.store, workflow, house.clock, house.identifiers);
  runtime::DeadlineWatch watch(engine, 1);
  watch.load();

  house.clock.set(local("2026-03-02 10:00"));
  EXPECT_EQ(watch.fire_due(), 1u);

  auto const& deadline = *find_deadline(house.complaint(reference), DeadlineName("acknowledgement"));
  EXPECT_FALSE(deadline.warned);
  EXPECT_EQ(deadline.state, DeadlineState::Passed);
}

}  // namespace
}  // namespace redress::testing
