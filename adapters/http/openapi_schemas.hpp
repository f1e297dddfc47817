// SPDX-License-Identifier: Apache-2.0
#pragma once

// The schemas of what the API takes and answers, by name, as they stand under components/schemas of its description.

#include <boost/json/object.hpp>
#include <string_view>

namespace redress::http {

[[nodiscard]] boost::json::object answer_schemas();
/// Of every command a person or a program may give, under the command's own name.
[[nodiscard]] boost::json::object command_schemas();
[[nodiscard]] boost::json::object reference_to_schema(std::string_view name);

}  // namespace redress::http
