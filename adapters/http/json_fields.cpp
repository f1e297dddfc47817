// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/json_fields.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <utility>

#include "adapters/codec/text.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

/// The name is ours, so it may be told.
[[noreturn]] void refuse(std::string_view name, std::string_view form) {
  throw RequestFault(400, std::string(name) + " is " + std::string(form) + ".");
}

std::string text_of(boost::json::value const& value, std::string_view name, std::string_view form) {
  if (!value.is_string()) refuse(name, form);
  std::string text(value.as_string());
  if (!codec::is_text(text)) refuse(name, form);
  return text;
}

}  // namespace

JsonFields::JsonFields(Request const& request) {
  auto body = json_body(request);
  if (!body.is_object()) throw RequestFault(400, "The body is a JSON object.");
  object_ = std::move(body.as_object());
}

boost::json::value const* JsonFields::find(std::string_view name) {
  read_.emplace(name);
  return object_.if_contains(name);
}

bool JsonFields::has(std::string_view name) {
  read_.emplace(name);
  return object_.contains(name);
}

std::string JsonFields::text(std::string_view name) {
  auto const* value = find(name);
  if (value == nullptr) refuse(name, "needed");
  return text_of(*value, name, "a text");
}

std::optional<std::string> JsonFields::optional_text(std::string_view name) {
  auto const* value = find(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  return text_of(*value, name, "a text, or null");
}

std::optional<std::vector<std::string>> JsonFields::optional_texts(std::string_view name) {
  auto const* value = find(name);
  if (value == nullptr) return std::nullopt;
  if (!value->is_array()) refuse(name, "a list of texts");
  std::vector<std::string> texts;
  for (auto const& one : value->as_array()) texts.push_back(text_of(one, name, "a list of texts"));
  return texts;
}

std::optional<bool> JsonFields::optional_flag(std::string_view name) {
  auto const* value = find(name);
  if (value == nullptr) return std::nullopt;
  if (!value->is_bool()) refuse(name, "true or false");
  return value->as_bool();
}

void JsonFields::end() const {
  for (auto const& field : object_)
    if (!read_.contains(std::string_view(field.key().data(), field.key().size()))) throw RequestFault(400, "The body has a field that nobody knows.");
}

}  // namespace redress::http
