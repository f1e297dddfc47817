// SPDX-License-Identifier: Apache-2.0
// Who hears what of the messages that are told to everybody.
#include "adapters/http/broadcast.hpp"

#include <gtest/gtest.h>

namespace redress::http {
namespace {

TEST(HttpListener, IsCutOffWhenItReadsTooSlowly) {
  Broadcast broadcast;
  auto const listener = broadcast.listen();

  for (int i = 0; i < 1000; ++i) broadcast.tell("R-1", "x");

  EXPECT_TRUE(listener->is_cut_off());
}

TEST(HttpListener, HearsOnlyOfWhatItIsToHear) {
  Broadcast broadcast;
  auto const listener = broadcast.listen([](std::string const& about) { return about == "R-1" ? Earshot::Keep : Earshot::Tell; });

  broadcast.tell("R-1", "one");
  broadcast.tell("R-2", "two");

  EXPECT_EQ(listener->take(), "two");
  EXPECT_FALSE(listener->take());
}

TEST(HttpListener, IsCutOffOnceItIsToHearNothingMore) {
  Broadcast broadcast;
  auto const listener = broadcast.listen([](std::string const&) { return Earshot::CutOff; });

  broadcast.tell("R-1", "one");

  EXPECT_FALSE(listener->take());
  EXPECT_TRUE(listener->is_cut_off());
}

}  // namespace
}  // namespace redress::http
