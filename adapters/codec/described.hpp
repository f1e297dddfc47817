// SPDX-License-Identifier: Apache-2.0
#pragma once

// JSON for records that describe their fields (engine/domain/field.hpp), in both directions, and their JSON Schema.
//
// At the border nothing is let in that was not asked for: unknown fields, empty texts, numbers that readers of JSON disagree on, days that
// do not exist. A problem names the field and what was expected of it, never the value. What our own history holds is read leniently: a
// field that is not there keeps its default, because personal fields can be withheld or erased, and records grow.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "engine/domain/enumeration.hpp"
#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/time.hpp"

namespace redress::codec {

struct Problem {
  std::string path;  ///< "complainant.name", "answers[2].finding"; empty for the record itself
  std::string what;  ///< "must be given"

  friend bool operator==(Problem const&, Problem const&) = default;
};

enum class Strictness {
  Border,   ///< what people and programs send
  History,  ///< what we wrote ourselves
};

/// Where in a record we are; built on the stack, written out only when there is a problem.
struct Place {
  Place const* parent = nullptr;
  std::string_view name;
  std::optional<std::size_t> index;

  [[nodiscard]] std::string path() const;
};

using Found = std::optional<Problem>;

// ---- writing

[[nodiscard]] boost::json::value to_json(std::string const& text);
[[nodiscard]] boost::json::value to_json(std::int64_t number);
[[nodiscard]] boost::json::value to_json(Time time);
[[nodiscard]] boost::json::value to_json(Date date);
[[nodiscard]] boost::json::value name_to_json(std::string_view name);
[[nodiscard]] inline boost::json::value to_json(std::same_as<bool> auto value) {
  return boost::json::value(value);
}

template <class Tag>
[[nodiscard]] boost::json::value to_json(Identifier<Tag> const& id) {
  return to_json(id.value);
}

template <Named E>
[[nodiscard]] boost::json::value to_json(E value) {
  return name_to_json(name_of(value));
}

template <Described T>
[[nodiscard]] boost::json::value to_json(T const& record);

template <class T>
[[nodiscard]] boost::json::value to_json(std::vector<T> const& list) {
  boost::json::array array;
  array.reserve(list.size());
  for (auto const& element : list) array.push_back(to_json(element));
  return array;
}

/// Absent is null here; as a field of a record it is left out.
template <class T>
[[nodiscard]] boost::json::value to_json(std::optional<T> const& value) {
  return value ? to_json(*value) : boost::json::value();
}

template <Described T>
[[nodiscard]] boost::json::value to_json(T const& record) {
  boost::json::object object;
  for_each_field<T>([&](auto const& field) {
    auto value = to_json(record.*field.member);
    if (!value.is_null()) object.emplace(field.name, std::move(value));
  });
  return object;
}

// ---- reading

struct Reading {
  Strictness strictness = Strictness::Border;
  Emptiness emptiness = Emptiness::Refused;
};

[[nodiscard]] Found read(boost::json::value const& value, std::string& out, Place const& place, Reading reading);
[[nodiscard]] Found read(boost::json::value const& value, std::int64_t& out, Place const& place, Reading reading);
[[nodiscard]] Found read(boost::json::value const& value, bool& out, Place const& place, Reading reading);
[[nodiscard]] Found read(boost::json::value const& value, Time& out, Place const& place, Reading reading);
[[nodiscard]] Found read(boost::json::value const& value, Date& out, Place const& place, Reading reading);

[[nodiscard]] Problem problem_at(Place const& place, std::string_view what);
[[nodiscard]] Problem not_one_of(Place const& place, std::vector<std::string_view> const& names);
/// The text of a JSON string; empty for anything else.
[[nodiscard]] std::optional<std::string_view> text_of(boost::json::value const& value);
/// A member of the object that is not among `names`.
[[nodiscard]] Found find_unknown_field(boost::json::object const& object, std::vector<std::string_view> const& names, Place const& place);

template <class Tag>
[[nodiscard]] Found read(boost::json::value const& value, Identifier<Tag>& out, Place const& place, Reading reading) {
  return read(value, out.value, place, reading);
}

template <Named E>
[[nodiscard]] std::vector<std::string_view> all_names() {
  auto const names = names_of(E{});
  return {names.begin(), names.end()};
}

template <Named E>
[[nodiscard]] Found read(boost::json::value const& value, E& out, Place const& place, Reading) {
  auto const text = text_of(value);
  auto const found = text ? enumerator_named<E>(*text) : std::nullopt;
  if (!found) return not_one_of(place, all_names<E>());
  out = *found;
  return std::nullopt;
}

template <Described T>
[[nodiscard]] Found read(boost::json::value const& value, T& out, Place const& place, Reading reading);

template <class T>
[[nodiscard]] Found read(boost::json::value const& value, std::vector<T>& out, Place const& place, Reading reading) {
  out.clear();
  auto const* array = value.if_array();
  if (array == nullptr) return problem_at(place, "must be a list");
  out.reserve(array->size());
  for (auto const& element : *array) {
    Place const here{&place, {}, out.size()};
    if (auto found = read(element, out.emplace_back(), here, reading)) return found;
  }
  return std::nullopt;
}

/// Whether a form sent the field without anything in it. Where a field may be left out, that is how forms leave it out.
[[nodiscard]] bool is_blank(boost::json::value const& value, Reading reading);

template <class T>
[[nodiscard]] Found read(boost::json::value const& value, std::optional<T>& out, Place const& place, Reading reading) {
  if (is_blank(value, reading)) return std::nullopt;
  return read(value, out.emplace(), place, reading);
}

template <class Owner, class T>
[[nodiscard]] constexpr bool must_be_given(Field<Owner, T> const& field) {
  return !may_be_left_out<T> && field.emptiness == Emptiness::Refused;
}

template <class Owner, class T>
[[nodiscard]] Found read_field(boost::json::object const& object, Field<Owner, T> const& field, Owner& out, Place const& place, Reading reading) {
  Place const here{&place, field.name, {}};
  auto const* value = object.if_contains(field.name);
  if (value == nullptr || value->is_null()) {
    if (reading.strictness == Strictness::Border && must_be_given(field)) return problem_at(here, "must be given");
    return std::nullopt;
  }
  return read(*value, out.*field.member, here, {reading.strictness, field.emptiness});
}

template <Described T>
[[nodiscard]] std::vector<std::string_view> field_names() {
  return std::apply([](auto const&... field) { return std::vector<std::string_view>{field.name...}; }, T::fields);
}

template <Described T>
[[nodiscard]] Found read(boost::json::value const& value, T& out, Place const& place, Reading reading) {
  auto const* object = value.if_object();
  if (object == nullptr) return problem_at(place, "must be an object");
  Found found;
  for_each_field<T>([&](auto const& field) {
    if (!found) found = read_field(*object, field, out, place, reading);
  });
  if (!found && reading.strictness == Strictness::Border) found = find_unknown_field(*object, field_names<T>(), place);
  return found;
}

/// Reads what came from outside. Empty when all is well; otherwise `out` is half read and must not be used. Texts come out normalised
/// (NFC).
template <class T>
[[nodiscard]] Found from_json(boost::json::value const& value, T& out, std::string_view path = {}) {
  return read(value, out, Place{nullptr, path, {}}, Reading{});
}

}  // namespace redress::codec
