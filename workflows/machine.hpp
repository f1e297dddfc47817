// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every state machine of the house answers, whatever it is about. The machines themselves are Boost.MSM tables, one machine.cpp each; what they share
// is in transition_table.hpp. States are known by name: their numbers follow the order of the table and never leave the machine.

#include <span>
#include <string_view>
#include <vector>

#include "workflows/turn.hpp"

namespace redress::workflows {

/// A row of a transition table, in words. Made from the same type list the machine runs.
struct Edge {
  std::string_view from;  ///< a state, or "Unfiled" and the like for the state before the first
  std::string_view on;    ///< a command, or a command narrowed by what it is about: "send-letter (final response)"
  std::string_view to;
  std::string_view action;  ///< empty for none
  std::string_view guard;   ///< the policies, joined by " and "; empty for none

  friend bool operator==(Edge const&, Edge const&) = default;
};

enum class Verdict {
  NoRow,    ///< the table has no row for this state and event
  Taken,    ///< the row was taken; its action has written into the turn
  Refused,  ///< a policy refused; what is missing says which
};

struct Move {
  Verdict verdict = Verdict::NoRow;
  std::string_view to;  ///< the state afterwards
  MissingList missing;  ///< for Refused, never empty
};

/// A machine as the rest of the house sees it.
struct Machine {
  std::string_view name;     ///< "resolution"
  std::string_view initial;  ///< the state before the first
  std::span<Edge const> edges;
  /// Puts a machine into `state`, processes one event, reads it and throws it away.
  Move (*move)(std::string_view state, std::string_view event, Turn& turn);
  /// What stands in the way of each event that has a row from `state`; runs guards only.
  std::vector<std::pair<std::string_view, MissingList>> (*allowed)(std::string_view state, Consideration const& at);
};

}  // namespace redress::workflows
