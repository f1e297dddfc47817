// SPDX-License-Identifier: Apache-2.0
#include "adapters/codec/schema.hpp"

#include "adapters/codec/canonical.hpp"

namespace redress::codec {

boost::json::object text_schema(Emptiness emptiness) {
  boost::json::object schema{{"type", "string"}};
  if (emptiness == Emptiness::Refused) schema["minLength"] = 1;
  return schema;
}

boost::json::object whole_number_schema() {
  return {{"type", "integer"}, {"minimum", -largest_integer}, {"maximum", largest_integer}};
}

boost::json::object format_schema(std::string_view format) {
  return {{"type", "string"}, {"format", name_to_json(format)}};
}

boost::json::object names_schema(std::vector<std::string_view> const& names) {
  boost::json::array allowed;
  for (auto const name : names) allowed.push_back(name_to_json(name));
  return {{"type", "string"}, {"enum", std::move(allowed)}};
}

boost::json::object list_schema(boost::json::object element) {
  return {{"type", "array"}, {"items", std::move(element)}};
}

boost::json::object record_schema(boost::json::object properties, boost::json::array required) {
  boost::json::object schema{{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) schema["required"] = std::move(required);
  schema["additionalProperties"] = false;
  return schema;
}

}  // namespace redress::codec
