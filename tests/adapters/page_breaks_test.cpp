// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/page_breaks.hpp"

#include <gtest/gtest.h>

namespace redress::letters {
namespace {

constexpr double page_of_three = 30;

FlowLine line(Break before = Break::Allowed) {
  return {.space_above = 0, .height = 10, .before = before};
}

TEST(PageBreaks, FillEachPageAndLeaveNoLineOut) {
  std::vector<FlowLine> const seven(7, line());

  EXPECT_EQ(broken_into_pages(seven, page_of_three, 20), (std::vector<PageLines>{{0, 3}, {3, 5}, {5, 7}}));
}

TEST(PageBreaks, LeaveTheSpaceAboveOutWhereAPageBegins) {
  std::vector<FlowLine> lines(6, line());
  lines[3].space_above = 10;

  EXPECT_EQ(broken_into_pages(lines, page_of_three, page_of_three), (std::vector<PageLines>{{0, 3}, {3, 6}}));
}

TEST(PageBreaks, MoveWhatMustStayTogetherToTheNextPage) {
  std::vector<FlowLine> const lines{line(), line(), line(Break::Forbidden), line(Break::Forbidden), line()};

  EXPECT_EQ(broken_into_pages(lines, page_of_three, page_of_three), (std::vector<PageLines>{{0, 1}, {1, 4}, {4, 5}}));
}

TEST(PageBreaks, PartWhatIsHigherThanAPageWhereThePageEnds) {
  std::vector<FlowLine> const lines(8, line(Break::Forbidden));

  EXPECT_EQ(broken_into_pages(lines, page_of_three, page_of_three), (std::vector<PageLines>{{0, 3}, {3, 6}, {6, 8}}));
}

TEST(PageBreaks, LeaveRoomForTheHeadOfATableThatGoesOn) {
  std::vector<FlowLine> lines(6, line());
  for (auto& one : lines) one.repeated_head = 10;

  EXPECT_EQ(broken_into_pages(lines, page_of_three + 10, page_of_three), (std::vector<PageLines>{{0, 3}, {3, 5}, {5, 6}}));
}

TEST(PageBreaks, EndEvenWhenALineIsHigherThanAPage) {
  std::vector<FlowLine> lines(2, line());
  lines[0].height = 1000;

  EXPECT_EQ(broken_into_pages(lines, page_of_three, page_of_three), (std::vector<PageLines>{{0, 1}, {1, 2}}));
  EXPECT_EQ(broken_into_pages({}, page_of_three, page_of_three), (std::vector<PageLines>{{0, 0}}));
}

}  // namespace
}  // namespace redress::letters
