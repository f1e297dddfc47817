// SPDX-License-Identifier: Apache-2.0
#pragma once

// Canonical JSON: RFC 8785 for the values we allow (no floating-point numbers, ASCII keys, whole numbers up to 2^53 - 1). The same value
// always gives the same bytes, so its digest means something. Records are written straight from their fields; nothing is built in between.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <boost/json/value.hpp>

#include "engine/domain/enumeration.hpp"
#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/time.hpp"

namespace redress::codec {

/// The largest whole number that every reader of JSON reads exactly.
inline constexpr std::int64_t largest_integer = (std::int64_t{1} << 53) - 1;

/// Where each field stands when a record's fields are sorted by name, as canonical JSON wants them.
template <Described T>
inline constexpr auto order_by_name = [] {
  constexpr auto count = std::tuple_size_v<std::remove_cvref_t<decltype(T::fields)>>;
  auto const names = std::apply([](auto const&... field) { return std::array<std::string_view, count>{field.name...}; }, T::fields);
  std::array<std::size_t, count> order{};
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::size_t i) { return names[i]; });
  return order;
}();

/// Calls `visit(field)` for each field of the record, sorted by name.
template <Described T, class Visit>
constexpr void for_each_field_by_name(Visit&& visit) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (visit(std::get<order_by_name<T>[I]>(T::fields)), ...);
  }
  (std::make_index_sequence<order_by_name<T>.size()>{});
}

/// Quoted and escaped. The text must be valid UTF-8 without NUL.
void write_canonical(std::string& out, std::string_view text);
void write_canonical(std::string& out, std::int64_t number);
void write_canonical(std::string& out, Time time);
void write_canonical(std::string& out, Date date);
/// Throws BrokenInvariant for a floating-point number.
void write_canonical(std::string& out, boost::json::value const& value);

inline void write_canonical(std::string& out, std::string const& text) {
  write_canonical(out, std::string_view(text));
}
inline void write_canonical(std::string& out, std::same_as<bool> auto value) {
  out += value ? "true" : "false";
}

template <class Tag>
void write_canonical(std::string& out, Identifier<Tag> const& id) {
  write_canonical(out, std::string_view(id.value));
}

template <Named E>
void write_canonical(std::string& out, E value) {
  write_canonical(out, name_of(value));
}

template <Described T>
void write_canonical(std::string& out, T const& record);

template <class T>
void write_canonical(std::string& out, std::vector<T> const& list) {
  char separator = '[';
  for (auto const& element : list) {
    out += std::exchange(separator, ',');
    write_canonical(out, element);
  }
  out += list.empty() ? "[]" : "]";
}

/// An absent value is never written: its key is left out.
template <class T>
void write_canonical(std::string& out, std::optional<T> const& value) {
  write_canonical(out, *value);
}

template <class T>
[[nodiscard]] bool is_absent(T const& value) {
  if constexpr (is_optional<T>)
    return !value.has_value();
  else
    return false;
}

/// Starts the next member of an object: the opening brace or a comma, then the key.
inline void write_key(std::string& out, std::string_view key, char& separator) {
  out += std::exchange(separator, ',');
  out += '"';
  out += key;
  out += "\":";
}

template <Described T>
void write_canonical(std::string& out, T const& record) {
  char separator = '{';
  for_each_field_by_name<T>([&](auto const& field) {
    auto const& value = record.*field.member;
    if (is_absent(value)) return;
    write_key(out, field.name, separator);
    write_canonical(out, value);
  });
  out += separator == '{' ? "{}" : "}";
}

}  // namespace redress::codec
