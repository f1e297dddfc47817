// SPDX-License-Identifier: Apache-2.0
#pragma once

// How soon a complaint must be looked at, next to others. Reach and severity set it (rule 12): a public complaint is seen by many, a grave one hurts one
// person badly, and both together leave no time. It orders work; deadlines are set by the profile and stay what they are.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace redress {

/// How badly it hurts the complainant, as the person who takes the complaint in or acknowledges it sees it.
/// Slight: annoyance, little lost. Serious: money, goods or time they cannot well do without. Grave: health, home or livelihood.
enum class Severity { Slight, Serious, Grave };

constexpr auto names_of(Severity) {
  return std::array<std::string_view, 3>{"slight", "serious", "grave"};
}

enum class Urgency { Normal, High, Highest };

constexpr auto names_of(Urgency) {
  return std::array<std::string_view, 3>{"normal", "high", "highest"};
}

/// From how many people on a public complaint has reach, inclusive. ISO 10002:2018, 7.5, has each complaint assessed by severity and impact and names no
/// number; these are the house's own: more people than know the complainant, and more than a local newspaper has readers.
inline constexpr std::int64_t wide_reach = 1'000;
inline constexpr std::int64_t mass_reach = 100'000;

/// Each of wide reach and serious harm raises urgency by a step, each of mass reach and grave harm by two.
[[nodiscard]] constexpr Urgency urgency_of(std::int64_t reach, std::optional<Severity> severity) {
  auto const by_reach = (reach >= wide_reach ? 1 : 0) + (reach >= mass_reach ? 1 : 0);
  auto const steps = by_reach + static_cast<int>(severity.value_or(Severity::Slight));
  if (steps == 0) return Urgency::Normal;
  return steps == 1 ? Urgency::High : Urgency::Highest;
}

}  // namespace redress
