// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every operation and every schema in the API's description is made of, and the parts of the description that have files of their own: log-in and users,
// who read what, rules, mail.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "adapters/codec/schema.hpp"

namespace redress::http {

[[nodiscard]] boost::json::object content(std::string_view type, boost::json::object schema);
[[nodiscard]] boost::json::object answered(std::string_view description, std::string_view schema);
[[nodiscard]] boost::json::object answered_with_text(std::string_view description, std::string_view type);
[[nodiscard]] boost::json::object refused_with(std::string_view description);
[[nodiscard]] boost::json::object parameter(std::string_view in, std::string_view name, std::string_view description,
                                            boost::json::object schema = {{"type", "string"}});
[[nodiscard]] boost::json::object reference_parameter();
[[nodiscard]] boost::json::array command_headers();
[[nodiscard]] boost::json::object operation(std::string_view id, std::string_view summary, boost::json::array parameters, boost::json::object responses);
[[nodiscard]] boost::json::object open_operation(std::string_view id, std::string_view summary, boost::json::object responses);
[[nodiscard]] boost::json::object with_body(boost::json::object described, std::string_view type, boost::json::object schema);

// ---- schemas

[[nodiscard]] boost::json::object text();
[[nodiscard]] boost::json::object number();
[[nodiscard]] boost::json::object flag();
[[nodiscard]] boost::json::object moment();
[[nodiscard]] boost::json::object texts();
[[nodiscard]] boost::json::object or_null(boost::json::object schema);

template <class E>
[[nodiscard]] boost::json::object one_of() {
  return codec::names_schema(codec::all_names<E>());
}

using Properties = std::initializer_list<std::pair<std::string_view, boost::json::object>>;

/// What an answer holds is always there, so everything is required.
[[nodiscard]] boost::json::object record(Properties properties);
/// The same, and nothing else may stand there.
[[nodiscard]] boost::json::object closed_record(Properties properties);
/// What a request holds: nothing else may stand there, and only these must.
[[nodiscard]] boost::json::object form(boost::json::object properties, boost::json::array required);
[[nodiscard]] boost::json::object list_of(Properties properties);
/// The steps of a date, each with its sentence.
[[nodiscard]] boost::json::object because_steps();

// ---- the parts

[[nodiscard]] boost::json::object account_paths();
[[nodiscard]] boost::json::object mail_paths();
[[nodiscard]] boost::json::object account_schemas();
[[nodiscard]] boost::json::object access_paths();
[[nodiscard]] boost::json::object access_schemas();
[[nodiscard]] boost::json::object rule_paths();
[[nodiscard]] boost::json::object rule_schemas();
[[nodiscard]] boost::json::object security_schemes();

}  // namespace redress::http
