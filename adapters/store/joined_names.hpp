// SPDX-License-Identifier: Apache-2.0
#pragma once

// A list of names in one column, joined with commas; no name contains one.

#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace redress::store {

[[nodiscard]] inline std::string joined_names(std::vector<std::string> const& names) {
  std::string joined;
  for (auto const& name : names) joined += (joined.empty() ? "" : ",") + name;
  return joined;
}

[[nodiscard]] inline std::vector<std::string> split_names(std::string const& joined) {
  std::vector<std::string> names;
  for (auto const part : std::views::split(joined, ','))
    if (!part.empty()) names.emplace_back(part.begin(), part.end());
  return names;
}

}  // namespace redress::store
