// SPDX-License-Identifier: Apache-2.0
#pragma once

// One description of each record's fields, from which everything else is made: the bytes of the history, what the API accepts and answers, its
// documented schema, and the message that names a missing field. A record says it like this:
//
//   struct NoteAdded {
//     StaffId by;
//     std::string text;
//     static constexpr auto fields = std::tuple{open("by", &NoteAdded::by, "who wrote it"), personal("text", &NoteAdded::text, "the note")};
//   };
//
// A field is `open` (it stands in the hashed record for ever) or `personal` (only a salted digest stands there; the value is a disclosure that can be
// withheld or erased, reliability.md 3.2). The choice is a rule of the domain, made here once, and no adapter can forget it.
// Whether a field must be given follows from its type: std::optional, std::vector and bool may be left out, everything else must be there, and a text
// must not be empty, unless the field is marked with `or_empty`.

#include <concepts>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace redress {

enum class Privacy { Open, Personal };

/// Whether a text may be left out or empty.
enum class Emptiness { Refused, Allowed };

template <class Owner, class T>
struct Field {
  using owner_type = Owner;
  using value_type = T;

  std::string_view name;
  T Owner::*member;
  Privacy privacy;
  std::string_view about;
  Emptiness emptiness = Emptiness::Refused;
};

/// The same field, which may also be left out or empty.
template <class Owner, class T>
[[nodiscard]] constexpr Field<Owner, T> or_empty(Field<Owner, T> field) {
  field.emptiness = Emptiness::Allowed;
  return field;
}

template <class Owner, class T>
[[nodiscard]] constexpr Field<Owner, T> open(std::string_view name, T Owner::*member, std::string_view about) {
  return {name, member, Privacy::Open, about, Emptiness::Refused};
}

template <class Owner, class T>
[[nodiscard]] constexpr Field<Owner, T> personal(std::string_view name, T Owner::*member, std::string_view about) {
  return {name, member, Privacy::Personal, about, Emptiness::Refused};
}

template <class T>
concept Described = requires {
  T::fields;
};

/// Calls `visit(field)` for each field of the record, in the order in which they are described.
template <Described T, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](auto const&... field) { (visit(field), ...); }, T::fields);
}

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

template <class T>
inline constexpr bool may_be_left_out = is_optional<T> || is_list<T> || std::same_as<T, bool>;

}  // namespace redress
