// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is done so that it does not happen again (rules 13 and 14). It outlives its complaint: whether it worked is found out later, against new
// complaints with the same cause.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "engine/domain/identifier.hpp"
#include "engine/domain/time.hpp"

namespace redress {

enum class PreventiveActionState { Proposed, Agreed, Done, FoundEffective, FoundIneffective };

constexpr auto names_of(PreventiveActionState) {
  return std::array<std::string_view, 5>{"Proposed", "Agreed", "Done", "FoundEffective", "FoundIneffective"};
}

/// By what means a repeat is prevented. RuleChange: our own rule hurt the complainant, and the rule gives way (rule 14).
enum class PreventiveActionKind { Training, Repair, Information, RuleChange };

constexpr auto names_of(PreventiveActionKind) {
  return std::array<std::string_view, 4>{"training", "repair", "information", "rule-change"};
}

struct PreventiveAction {
  ActionId id;
  PreventiveActionState state = PreventiveActionState::Proposed;
  std::string what;
  std::optional<PreventiveActionKind> kind;  ///< empty when nobody has said
  StaffId owner;                             ///< empty until agreed
  std::optional<Date> by;

  friend bool operator==(PreventiveAction const&, PreventiveAction const&) = default;
};

}  // namespace redress
