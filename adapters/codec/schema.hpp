// SPDX-License-Identifier: Apache-2.0
#pragma once

// JSON Schema (2020-12, as OpenAPI 3.1 takes it) of records that describe their fields: what codec/described.hpp accepts at the border,
// said beforehand.

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "adapters/codec/described.hpp"

namespace redress::codec {

[[nodiscard]] boost::json::object text_schema(Emptiness emptiness);
[[nodiscard]] boost::json::object whole_number_schema();
[[nodiscard]] boost::json::object format_schema(std::string_view format);
[[nodiscard]] boost::json::object names_schema(std::vector<std::string_view> const& names);
[[nodiscard]] boost::json::object list_schema(boost::json::object element);
[[nodiscard]] boost::json::object record_schema(boost::json::object properties, boost::json::array required);

template <class T>
struct SchemaOf;

template <class T>
[[nodiscard]] boost::json::object schema_of(Emptiness emptiness = Emptiness::Refused) {
  if constexpr (std::same_as<T, std::string>)
    return text_schema(emptiness);
  else if constexpr (std::same_as<T, std::int64_t>)
    return whole_number_schema();
  else if constexpr (std::same_as<T, bool>)
    return {{"type", "boolean"}};
  else if constexpr (std::same_as<T, Time>)
    return format_schema("date-time");
  else if constexpr (std::same_as<T, Date>)
    return format_schema("date");
  else if constexpr (Named<T>)
    return names_schema(all_names<T>());
  else
    return SchemaOf<T>::schema(emptiness);
}

template <class Tag>
struct SchemaOf<Identifier<Tag>> {
  static boost::json::object schema(Emptiness emptiness) { return text_schema(emptiness); }
};

template <class T>
struct SchemaOf<std::optional<T>> {
  static boost::json::object schema(Emptiness emptiness) { return schema_of<T>(emptiness); }
};

template <class T>
struct SchemaOf<std::vector<T>> {
  static boost::json::object schema(Emptiness) { return list_schema(schema_of<T>()); }
};

template <Described T>
struct SchemaOf<T> {
  static boost::json::object schema(Emptiness) {
    boost::json::object properties;
    boost::json::array required;
    for_each_field<T>([&](auto const& field) {
      using Value = typename std::remove_cvref_t<decltype(field)>::value_type;
      auto property = schema_of<Value>(field.emptiness);
      property["description"] = field.about;
      properties[field.name] = std::move(property);
      if (must_be_given(field)) required.push_back(name_to_json(field.name));
    });
    return record_schema(std::move(properties), std::move(required));
  }
};

}  // namespace redress::codec
