// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where a complaint stands on its road, and what stands beside the stage: waiting for the complainant, and the level it was escalated to. The road
// itself, with every transition, is workflows/resolution/machine.cpp; these are only the names.

#include <array>
#include <string_view>

namespace redress {

enum class Stage { Received, Acknowledged, Investigating, Discussing, Agreed, LetterSent, FollowingUp, Closed, NotAgreed, Withdrawn, Merged, Referred };

constexpr auto names_of(Stage) {
  return std::array<std::string_view, 12>{"Received",    "Acknowledged", "Investigating", "Discussing", "Agreed", "LetterSent",
                                          "FollowingUp", "Closed",       "NotAgreed",     "Withdrawn",  "Merged", "Referred"};
}

/// Whether somebody still owes the complainant something. NotAgreed is open until its final letter is out and it is closed.
[[nodiscard]] constexpr bool is_open(Stage stage) {
  return stage < Stage::Closed || stage == Stage::NotAgreed;
}

enum class Waiting { NotWaiting, WaitingForComplainant };

constexpr auto names_of(Waiting) {
  return std::array<std::string_view, 2>{"NotWaiting", "WaitingForComplainant"};
}

enum class Escalation { NotEscalated, Supervisor, Executive, ExternalBody };

constexpr auto names_of(Escalation) {
  return std::array<std::string_view, 4>{"NotEscalated", "Supervisor", "Executive", "ExternalBody"};
}

}  // namespace redress
