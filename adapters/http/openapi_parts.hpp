// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every operation in the API's description is made of, and the parts of the description that have files of their own: log-in and users, mail.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string_view>

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

[[nodiscard]] boost::json::object account_paths();
[[nodiscard]] boost::json::object mail_paths();
[[nodiscard]] boost::json::object account_schemas();
[[nodiscard]] boost::json::object access_paths();
[[nodiscard]] boost::json::object access_schemas();
[[nodiscard]] boost::json::object security_schemes();

}  // namespace redress::http
