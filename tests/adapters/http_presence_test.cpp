// SPDX-License-Identifier: Apache-2.0
// Who is known to have a complaint before them.
#include "adapters/http/presence.hpp"

#include <gtest/gtest.h>

#include <string>

namespace redress::http {
namespace {

Reference const ours("R-7K3M-Q9PX");
StaffId const anna("staff-01");
StaffId const ilze("staff-02");
Time const nine = *parse_time("2026-11-23T09:00:00Z");

TEST(Presence, IsOfEachPersonOnceAndOfTheStrongestOfTheirPages) {
  Presence presence;
  EXPECT_TRUE(presence.note(ours, anna, "1", PresenceMode::Reading, nine));
  EXPECT_TRUE(presence.note(ours, ilze, "2", PresenceMode::Reading, nine));
  EXPECT_TRUE(presence.note(ours, anna, "3", PresenceMode::Writing, nine + std::chrono::seconds(1)));
  EXPECT_FALSE(presence.note(ours, anna, "1", PresenceMode::Reading, nine + std::chrono::seconds(2)));

  EXPECT_EQ(presence.at(ours, nine + std::chrono::seconds(2)),
            (std::vector<Present>{{anna, PresenceMode::Writing, nine + std::chrono::seconds(1)}, {ilze, PresenceMode::Reading, nine}}));
  EXPECT_TRUE(presence.at(Reference("R-AAAA-AAAA"), nine).empty());
}

TEST(Presence, EndsWhenThePageSaysSo) {
  Presence presence;
  presence.note(ours, anna, "1", PresenceMode::Writing, nine);
  presence.note(ours, anna, "2", PresenceMode::Reading, nine);

  EXPECT_TRUE(presence.note(ours, anna, "1", PresenceMode::Away, nine));
  EXPECT_EQ(presence.at(ours, nine), (std::vector<Present>{{anna, PresenceMode::Reading, nine}}));
  EXPECT_TRUE(presence.note(ours, anna, "2", PresenceMode::Away, nine));
  EXPECT_FALSE(presence.note(ours, anna, "2", PresenceMode::Away, nine));
  EXPECT_TRUE(presence.at(ours, nine).empty());
}

TEST(Presence, EndsBySilence) {
  Presence presence;
  presence.note(ours, anna, "1", PresenceMode::Reading, nine);
  presence.note(ours, ilze, "2", PresenceMode::Reading, nine + std::chrono::seconds(40));

  EXPECT_EQ(presence.at(ours, nine + Presence::lasts).size(), 2U);
  EXPECT_EQ(presence.at(ours, nine + std::chrono::seconds(46)), (std::vector<Present>{{ilze, PresenceMode::Reading, nine + std::chrono::seconds(40)}}));
}

TEST(Presence, KeepsNoMoreThanItCanHold) {
  Presence presence;
  for (std::size_t i = 0; i < 3 * Presence::most_pages_of_one; ++i) presence.note(ours, anna, std::to_string(i), PresenceMode::Reading, nine);
  for (std::size_t i = 0; i < Presence::most_pages; ++i) presence.note(Reference(std::to_string(i)), anna, "1", PresenceMode::Reading, nine);

  EXPECT_TRUE(presence.note(ours, ilze, "1", PresenceMode::Reading, nine + std::chrono::seconds(46))) << "those who were silent made room";
  EXPECT_EQ(presence.at(ours, nine + std::chrono::seconds(46)).size(), 1U);
}

}  // namespace
}  // namespace redress::http
