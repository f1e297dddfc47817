// SPDX-License-Identifier: Apache-2.0
#pragma once

// How values of the domain stand in columns: moments as microseconds, names as text. What cannot be read back was not written by us.

#include <limits>
#include <string>
#include <string_view>

#include "adapters/store/connection.hpp"
#include "engine/domain/enumeration.hpp"
#include "engine/domain/time.hpp"

namespace redress::store {

/// Stands for a moment that is not there, and sorts after every one that is.
inline constexpr Integer never = std::numeric_limits<Integer>::max();

[[nodiscard]] inline Integer to_column(Time time) {
  return time.time_since_epoch().count();
}
[[nodiscard]] inline Integer to_column(std::optional<Time> const& time) {
  return time ? to_column(*time) : never;
}
[[nodiscard]] inline Time to_time(Integer column) {
  return Time{Duration{column}};
}
[[nodiscard]] inline std::optional<Time> to_optional_time(Integer column) {
  return column == never ? std::nullopt : std::optional(to_time(column));
}

[[noreturn]] inline void corrupt(std::string const& what) {
  throw ports::StoreFault(ports::StoreFaultKind::Corrupt, what);
}

template <Named E>
[[nodiscard]] E to_name(std::string_view column) {
  auto const found = enumerator_named<E>(column);
  if (!found) corrupt("a column holds a name that nobody wrote");
  return *found;
}

}  // namespace redress::store
