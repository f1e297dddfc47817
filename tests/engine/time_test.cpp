// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/time.hpp"

#include <random>

#include <gtest/gtest.h>

namespace redress {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

TEST(Time, IsWrittenInUtcToTheSecond) {
  EXPECT_EQ(to_text(Time{sys_days{2026y / 11 / 21} + 10h + 15min + 30s}), "2026-11-21T10:15:30Z");
}

TEST(Time, IsWrittenWithMicrosecondsOnlyWhenThereAreAny) {
  EXPECT_EQ(to_text(Time{sys_days{2026y / 11 / 21} + 10h + 42us}), "2026-11-21T10:00:00.000042Z");
}

TEST(Time, IsReadWithAnyOffset) {
  EXPECT_EQ(parse_time("2026-03-27T16:40:00+02:00"), parse_time("2026-03-27T14:40:00Z"));
  EXPECT_EQ(parse_time("2026-03-27T09:10:00-05:30"), parse_time("2026-03-27T14:40:00Z"));
}

TEST(Time, IsRefusedWithoutAnOffset) {
  EXPECT_FALSE(parse_time("2026-03-27T16:40:00"));
}

TEST(Time, IsRefusedWhenItIsNoMoment) {
  for (auto const* text : {"", "2026-03-27", "2026-02-30T10:00:00Z", "2026-03-27T24:00:00Z", "2026-03-27T10:60:00Z", "2026-03-27T10:00:60Z",
                           "2026-03-27T10:00:00.Z", "2026-03-27T10:00:00Z ", "2026-3-27T10:00:00Z", "2026-03-27T10:00:00+2:00"})
    EXPECT_FALSE(parse_time(text)) << text;
}

TEST(Time, ComesBackFromItsTextAsItWas) {
  std::mt19937_64 random{20261121};
  std::uniform_int_distribution<std::int64_t> microseconds{0, 4'102'444'800'000'000};
  for (int i = 0; i < 2000; ++i) {
    Time const time{Duration{microseconds(random)}};

    EXPECT_EQ(parse_time(to_text(time)), time) << to_text(time);
  }
}

TEST(Date, ComesBackFromItsText) {
  EXPECT_EQ(to_text(Date{2026y / 2 / 3}), "2026-02-03");
  EXPECT_EQ(parse_date("2026-02-03"), Date{2026y / 2 / 3});
}

TEST(Date, KnowsLeapYears) {
  EXPECT_TRUE(parse_date("2028-02-29"));
  EXPECT_FALSE(parse_date("2026-02-29"));
  EXPECT_FALSE(parse_date("2100-02-29"));
}

TEST(Date, IsRefusedWhenItIsNoDay) {
  for (auto const* text : {"", "2026", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-01x", "26-01-01", "2026/01/01"})
    EXPECT_FALSE(parse_date(text)) << text;
}

}  // namespace
}  // namespace redress
