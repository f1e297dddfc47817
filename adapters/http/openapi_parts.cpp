// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/openapi_parts.hpp"

#include <utility>

#include "adapters/http/openapi_schemas.hpp"
#include "engine/domain/deadline.hpp"

namespace redress::http {

using boost::json::array;
using boost::json::object;

object content(std::string_view type, object schema) {
  return {{type, object{{"schema", std::move(schema)}}}};
}

object answered(std::string_view description, std::string_view schema) {
  return {{"description", description}, {"content", content("application/json", reference_to_schema(schema))}};
}

object answered_with_text(std::string_view description, std::string_view type) {
  return {{"description", description}, {"content", content(type, {{"type", "string"}})}};
}

object refused_with(std::string_view description) {
  return {{"description", description}, {"content", content("application/problem+json", reference_to_schema("Problem"))}};
}

object parameter(std::string_view in, std::string_view name, std::string_view description, object schema) {
  return {{"name", name}, {"in", in}, {"required", in == "path"}, {"description", description}, {"schema", std::move(schema)}};
}

object reference_parameter() {
  return parameter("path", "reference", "the reference of the complaint: R-7K3M-Q9PX");
}

array command_headers() {
  object const visible{{"type", "string"}, {"pattern", "^[!-~]{1,200}$"}};
  return {parameter("header", "Idempotency-Key", "the same key again gets the first answer again, and nothing happens twice", visible),
          parameter("header", "X-Redress-Actor", "the member of staff for whom the program acts"),
          parameter("header", "Accept-Language", "the language of refusals: en, lv or ru")};
}

object operation(std::string_view id, std::string_view summary, array parameters, object responses) {
  responses["default"] = refused_with("Anything else is a problem.");
  return {{"operationId", id}, {"summary", summary}, {"parameters", std::move(parameters)}, {"responses", std::move(responses)}};
}

/// An operation that needs no token.
object open_operation(std::string_view id, std::string_view summary, object responses) {
  auto described = operation(id, summary, {}, std::move(responses));
  described["security"] = array{};
  return described;
}

object with_body(object described, std::string_view type, object schema) {
  described["requestBody"] = object{{"required", true}, {"content", content(type, std::move(schema))}};
  return described;
}

object text() {
  return {{"type", "string"}};
}

object number() {
  return {{"type", "integer"}};
}

object flag() {
  return {{"type", "boolean"}};
}

object moment() {
  return codec::format_schema("date-time");
}

object texts() {
  return codec::list_schema(text());
}

object or_null(object schema) {
  return {{"anyOf", array{std::move(schema), object{{"type", "null"}}}}};
}

object record(Properties properties) {
  object described;
  array required;
  for (auto const& [name, schema] : properties) {
    described[name] = schema;
    required.push_back(boost::json::string(name));
  }
  return {{"type", "object"}, {"properties", std::move(described)}, {"required", std::move(required)}};
}

object closed_record(Properties properties) {
  auto described = record(properties);
  described["additionalProperties"] = false;
  return described;
}

object form(object properties, array required) {
  return {{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}, {"additionalProperties", false}};
}

object list_of(Properties properties) {
  return codec::list_schema(record(properties));
}

object because_steps() {
  auto step = codec::schema_of<Because>();
  step["properties"].as_object()["text"] = text();
  return codec::list_schema(std::move(step));
}

}  // namespace redress::http
