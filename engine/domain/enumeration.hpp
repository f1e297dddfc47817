// SPDX-License-Identifier: Apache-2.0
#pragma once

// Enumerations with names. A name is what stands in histories, APIs and files, so it never changes once released; the number behind it never leaves
// the process. Each enumeration provides `constexpr auto names_of(E)`, an array of names in the order of its enumerators, found by argument-dependent lookup.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace redress {

template <class E>
concept Named = std::is_enum_v<E> && requires(E e) {
  names_of(e);
};

template <Named E>
[[nodiscard]] constexpr std::string_view name_of(E value) {
  return names_of(E{})[static_cast<std::size_t>(value)];
}

template <Named E>
inline constexpr std::size_t count_of = names_of(E{}).size();

/// The enumerator with that name; empty when there is none. Names are matched exactly.
template <Named E>
[[nodiscard]] constexpr std::optional<E> enumerator_named(std::string_view name) {
  for (std::size_t i = 0; i < count_of<E>; ++i)
    if (names_of(E{})[i] == name) return static_cast<E>(i);
  return std::nullopt;
}

}  // namespace redress
