// SPDX-License-Identifier: Apache-2.0
#pragma once

// A promise: a dated undertaking to the complainant. It has what, who and by when, and evidence once it is kept. A missed promise stays on record with
// both dates when a new one is agreed (domain.md, "following up").

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/identifier.hpp"
#include "engine/domain/time.hpp"

namespace redress {

enum class PromiseState { Proposed, Agreed, Due, Kept, Missed, Amended, Released };

constexpr auto names_of(PromiseState) {
  return std::array<std::string_view, 7>{"Proposed", "Agreed", "Due", "Kept", "Missed", "Amended", "Released"};
}

struct Promise {
  PromiseId id;
  ProposalId proposal;  ///< the proposal it came with
  PromiseState state = PromiseState::Proposed;
  std::string what;
  StaffId owner;              ///< who keeps it
  Date by{};                  ///< the last day on which it is kept in time
  std::vector<Date> earlier;  ///< the days it was promised for before, oldest first
  std::string evidence;       ///< once kept

  friend bool operator==(Promise const&, Promise const&) = default;
};

/// Whether the complainant still waits for it: agreed, and neither kept nor released.
[[nodiscard]] constexpr bool is_outstanding(PromiseState state) {
  return state == PromiseState::Agreed || state == PromiseState::Due || state == PromiseState::Missed || state == PromiseState::Amended;
}

}  // namespace redress
