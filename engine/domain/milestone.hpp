// SPDX-License-Identifier: Apache-2.0
#pragma once

// The moments on the road of a complaint from which its deadlines count, and by which they are met. Profiles name them (profile.hpp); the workflow says when
// one is reached.

#include <array>
#include <string_view>

namespace redress {

/// What happens on the road of a complaint that a deadline counts from, or is met by.
enum class Milestone {
  Received,           ///< the complaint came in
  Acknowledged,       ///< the acknowledgement is on its way
  PointsDefined,      ///< the points of complaint are agreed upon
  Talked,             ///< somebody has talked with the complainant by telephone or in person, or has heard them out
  Agreed,             ///< a schedule is agreed
  FinalResponseSent,  ///< the final response is on its way
  Escalated,          ///< the complainant asked for the next level
  Reopened,           ///< the complaint was opened again
  Closed,             ///< nothing is left to do
};

constexpr auto names_of(Milestone) {
  return std::array<std::string_view, 9>{"received",  "acknowledged", "points-defined", "talked", "agreed", "final-response-sent",
                                         "escalated", "reopened",     "closed"};
}

}  // namespace redress
