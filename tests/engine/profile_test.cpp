// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/profile.hpp"

#include <gtest/gtest.h>

#include "tests/engine/deadline_calendars.hpp"

namespace redress {
namespace {

DeadlineRule rule_named(char const* name, std::vector<Channel> channels, Period period, Milestone start = Milestone::Received) {
  DeadlineRule rule;
  rule.name = DeadlineName{name};
  rule.start = start;
  rule.channels = std::move(channels);
  rule.counting = counting(period);
  return rule;
}

Profile profile() {
  Profile profile;
  profile.deadlines = {
      rule_named("acknowledgement", {Channel::Email, Channel::Phone}, {1, Unit::WorkingHours}),
      rule_named("acknowledgement", {Channel::Post}, {1, Unit::WorkingDays}),
      rule_named("final-response", {}, {8, Unit::Weeks}),
      rule_named("final-response", {}, {4, Unit::Weeks}, Milestone::Reopened),
  };
  return profile;
}

ExtensionRule extension(std::int64_t times, std::optional<Period> at_most) {
  return {times, at_most, ExtensionNeeds::Agreement, {}, {}};
}

TEST(DeadlineRule, AppliesToItsChannelsOrToAll) {
  auto const profile_ = profile();

  EXPECT_TRUE(profile_.deadlines[0].applies_to(Channel::Phone));
  EXPECT_FALSE(profile_.deadlines[0].applies_to(Channel::Post));
  EXPECT_TRUE(profile_.deadlines[2].applies_to(Channel::Post));
}

TEST(Profile, FindsTheRuleForAChannelAndAStart) {
  auto const profile_ = profile();
  DeadlineName const acknowledgement{"acknowledgement"};
  DeadlineName const final_response{"final-response"};

  EXPECT_EQ(profile_.find(acknowledgement, Channel::Email, Milestone::Received), &profile_.deadlines[0]);
  EXPECT_EQ(profile_.find(acknowledgement, Channel::Post, Milestone::Received), &profile_.deadlines[1]);
  EXPECT_EQ(profile_.find(final_response, Channel::Post, Milestone::Received), &profile_.deadlines[2]);
  EXPECT_EQ(profile_.find(final_response, Channel::Post, Milestone::Reopened), &profile_.deadlines[3]);
  EXPECT_EQ(profile_.find(acknowledgement, Channel::Chat, Milestone::Received), nullptr);
  EXPECT_EQ(profile_.find(acknowledgement, Channel::Email, Milestone::Closed), nullptr);
  EXPECT_EQ(profile_.find(DeadlineName{"talk"}, Channel::Email, Milestone::Received), nullptr);
}

TEST(Extension, IsRefusedWhereTheRegimeKnowsNone) {
  auto const rule = rule_named("final-response", {}, {15, Unit::WorkingDays});

  EXPECT_EQ(refusal_of_extension(rule, 0, at("2026-03-02T17:00:00+02:00"), {1, Unit::WorkingDays}, riga()), ExtensionRefusal::NotProvided);
}

TEST(Extension, IsRefusedWhenItIsUsedUp) {
  auto rule = rule_named("final-response", {}, {15, Unit::WorkingDays});
  rule.extension = extension(2, Period{10, Unit::WorkingDays});
  auto const due = at("2026-03-02T17:00:00+02:00");

  EXPECT_EQ(refusal_of_extension(rule, 1, due, {10, Unit::WorkingDays}, riga()), std::nullopt);
  EXPECT_EQ(refusal_of_extension(rule, 2, due, {10, Unit::WorkingDays}, riga()), ExtensionRefusal::UsedUp);
}

TEST(Extension, IsRefusedWhenItEndsLaterThanTheLongestOneWouldInWhateverUnits) {
  auto rule = rule_named("final-response", {}, {15, Unit::WorkingDays});
  rule.extension = extension(1, Period{10, Unit::WorkingDays});
  auto const due = at("2026-03-02T17:00:00+02:00");

  EXPECT_EQ(refusal_of_extension(rule, 0, due, {11, Unit::WorkingDays}, riga()), ExtensionRefusal::TooLong);
  EXPECT_EQ(refusal_of_extension(rule, 0, due, {14, Unit::CalendarDays}, riga()), std::nullopt) << "both end on Monday 16 March";
  EXPECT_EQ(refusal_of_extension(rule, 0, due, {15, Unit::CalendarDays}, riga()), ExtensionRefusal::TooLong);
}

TEST(Extension, MayBeOfAnyLengthWhereTheRegimeSetsNoBound) {
  auto rule = rule_named("final-response", {}, {15, Unit::WorkingDays});
  rule.extension = extension(1, std::nullopt);

  EXPECT_EQ(refusal_of_extension(rule, 0, at("2026-03-02T17:00:00+02:00"), {300, Unit::WorkingDays}, riga()), std::nullopt);
}

}  // namespace
}  // namespace redress
