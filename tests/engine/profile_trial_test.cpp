// SPDX-License-Identifier: Apache-2.0
// A profile tried on a complaint gives the dates that a complaint under it has.
#include "engine/domain/profile_trial.hpp"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "adapters/codec/leaf.hpp"
#include "tests/support/desk.hpp"
#include "tests/support/house.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

class TriedProfile : public ::testing::Test {
 protected:
  [[nodiscard]] static Profile const& profile(std::string const& name) { return demonstration_rulebook().profiles.at(name); }

  [[nodiscard]] ProfileTrial tried(std::string const& name) {
    auto const& own = profile(name).calendar;
    ProfileTrial trial(profile(name), own.empty() ? calendar() : demonstration_rulebook().calendars.at(own));
    house.store.read_history(reference, [&](ports::StoredLeaf const& leaf) { trial.take(codec::open_leaf(leaf.bytes, leaf.disclosures)); });
    return trial;
  }

  [[nodiscard]] static TrialDate const* find(ProfileTrial const& trial, Milestone start) {
    auto const found = std::ranges::find_if(trial.dates(), [&](auto const& one) { return one.rule->start == start; });
    return found == trial.dates().end() ? nullptr : &*found;
  }

  void pass(std::chrono::hours time) { house.run_until(house.clock.now() + time); }

  House house;
  Reference reference = house.receive();
};

TEST_F(TriedProfile, GivesTheDatesThatTheComplaintHasUnderItsOwn) {
  std::size_t compared = 0;
  auto const compare = [&](std::string_view after) {
    auto const trial = tried("standard");
    auto const complaint = house.complaint(reference);
    for (auto const& one : trial.dates()) {
      auto const* present = find_deadline(complaint, one.rule->name);
      bool const has_it = present != nullptr && present->start == one.rule->start;
      ASSERT_EQ(has_it, one.due.has_value()) << one.rule->name.value << " after " << after;
      if (!has_it) continue;
      EXPECT_EQ(one.due->at, present->due_at) << one.rule->name.value << " after " << after;
      EXPECT_EQ(one.due->because, present->because) << one.rule->name.value << " after " << after;
      EXPECT_EQ(one.runs, present->state == DeadlineState::Running) << one.rule->name.value << " after " << after;
      ++compared;
    }
  };
  compare("receiving");
  for (auto const* command : {"acknowledge", "define-points", "begin-investigation", "request-statement", "record-statement", "record-fact",
                              "record-root-cause", "conclude-investigation", "confirm-identity", "record-hearing", "propose-remedy", "record-answer",
                              "agree-schedule", "draft-letter", "review-letter", "approve-letter", "send-letter"}) {
    house.go(reference, command);
    compare(command);
  }
  EXPECT_GT(compared, 30U);
}

TEST_F(TriedProfile, StartsWithTheMilestonesOfItsOwnThatTheHistoryTells) {
  ASSERT_FALSE(find(tried("housing-ombudsman"), Milestone::Acknowledged)->due) << "nobody has acknowledged it";
  pass(std::chrono::hours{1});

  house.go(reference, "acknowledge");

  auto const trial = tried("housing-ombudsman");
  auto const* date = find(trial, Milestone::Acknowledged);
  ASSERT_TRUE(date->due);
  EXPECT_EQ(date->started_at, house.clock.now());
  EXPECT_TRUE(date->runs);
  EXPECT_FALSE(find(trial, Milestone::Escalated)->due);
}

TEST_F(TriedProfile, CountsFromTheFirstEscalationWhileThatRuns) {
  house.go(reference, "escalate");
  auto const first = find(tried("housing-ombudsman"), Milestone::Escalated)->started_at;
  pass(std::chrono::hours{1});

  house.go(reference, "escalate");

  EXPECT_EQ(find(tried("housing-ombudsman"), Milestone::Escalated)->started_at, first);
}

TEST_F(TriedProfile, KnowsNothingButTheChannelAndTheMomentOfAComplaintThatIsNotThere) {
  auto const at = local("2026-03-02 10:00");
  ProfileTrial trial(profile("lv-consumer"), calendar());

  trial.receive(Channel::Email, at);

  auto const* rule = profile("lv-consumer").find(DeadlineName("final-response"), Channel::Email, Milestone::Received);
  ASSERT_NE(rule, nullptr);
  for (auto const& one : trial.dates()) {
    EXPECT_EQ(one.due.has_value(), one.rule->start == Milestone::Received);
    EXPECT_TRUE(one.rule->applies_to(Channel::Email));
    if (one.rule != rule) continue;
    EXPECT_EQ(one.due->at, due_after(at, rule->counting, calendar()).at);
  }
}

}  // namespace
}  // namespace redress::testing
