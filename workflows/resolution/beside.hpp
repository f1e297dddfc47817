// SPDX-License-Identifier: Apache-2.0
#pragma once

// What may be done beside the road: commands that a set of stages allows and that move none of them. A table of its own, because a row a stage would say
// the same thing twelve times. It is made of the same policies and actions as the road.

#include <span>
#include <string_view>

#include "workflows/turn.hpp"

namespace redress::workflows::resolution {

/// A row of the table: at these stages this command is allowed, when the policies have nothing to say.
struct BesideRow {
  std::string_view on;
  std::string_view stages;  ///< in words, for the reference pages
  bool (*allows)(Stage);
  std::string_view action;
  std::string_view guard;
  void (*check)(Consideration const&, MissingList&);
  void (*perform)(Turn&);
};

[[nodiscard]] std::span<BesideRow const> beside_rows();

/// The row of that command at that stage, or nullptr.
[[nodiscard]] BesideRow const* find_beside(std::string_view command, Stage stage);

}  // namespace redress::workflows::resolution
