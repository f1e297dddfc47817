// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where pages end. It knows lines by their height and by what must not be parted, and nothing of fonts or PDF.

#include <cstddef>
#include <span>
#include <vector>

namespace redress::letters {

/// Whether a page may begin with a line.
enum class Break { Allowed, Forbidden };

struct FlowLine {
  double space_above = 0;  ///< left out where a page begins with the line
  double height = 0;
  Break before = Break::Allowed;
  double repeated_head = 0;  ///< height of what is said again above the line where a page begins with it: the heads of a table
};

/// Lines from `first` up to, not including, `end`.
struct PageLines {
  std::size_t first = 0;
  std::size_t end = 0;

  friend bool operator==(PageLines const&, PageLines const&) = default;
};

/// Each page as full as it may be. Where what must stay together is higher than a page, it is parted where the page ends. Every page has a line, so that a
/// line higher than a page stands alone and is cut off, and the work ends. At least one page.
[[nodiscard]] std::vector<PageLines> broken_into_pages(std::span<FlowLine const> lines, double first_page_height, double page_height);

}  // namespace redress::letters
