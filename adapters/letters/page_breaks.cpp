// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/page_breaks.hpp"

namespace redress::letters {
namespace {

constexpr double rounding = 1e-6;

/// The first line that does not fit on a page beginning with `first`.
std::size_t first_too_many(std::span<FlowLine const> lines, std::size_t first, double room) {
  double used = lines[first].repeated_head + lines[first].height;
  auto line = first + 1;
  for (; line < lines.size(); ++line) {
    used += lines[line].space_above + lines[line].height;
    if (used > room + rounding) break;
  }
  return line;
}

std::size_t best_break(std::span<FlowLine const> lines, std::size_t first, std::size_t too_many) {
  if (too_many == lines.size()) return too_many;
  for (auto line = too_many; line > first; --line)
    if (lines[line].before == Break::Allowed) return line;
  return too_many;
}

}  // namespace

std::vector<PageLines> broken_into_pages(std::span<FlowLine const> lines, double first_page_height, double page_height) {
  std::vector<PageLines> pages;
  auto room = first_page_height;
  for (std::size_t first = 0; first < lines.size(); room = page_height) {
    auto const end = best_break(lines, first, first_too_many(lines, first, room));
    pages.push_back({first, end});
    first = end;
  }
  if (pages.empty()) pages.push_back({});
  return pages;
}

}  // namespace redress::letters
