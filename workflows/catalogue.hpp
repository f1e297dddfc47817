// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every workflow by name, for diagrams and reference pages.

#include <span>
#include <string_view>
#include <vector>

#include "workflows/machine.hpp"

namespace redress::workflows {

/// A command that a set of states allows without moving any.
struct BesideEdge {
  std::string_view on;
  std::string_view states;
  std::string_view action;
  std::string_view guard;
};

struct CatalogueEntry {
  Machine machine;
  std::string_view title;
  std::vector<BesideEdge> beside;
};

/// In the order in which a newcomer should read them.
[[nodiscard]] std::span<CatalogueEntry const> catalogue();

/// The entry of that name, or nullptr.
[[nodiscard]] CatalogueEntry const* find_workflow(std::string_view name);

}  // namespace redress::workflows
