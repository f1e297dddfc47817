// SPDX-License-Identifier: Apache-2.0
#pragma once

// The name of a type as it stands in the source, so that tables, diagrams and reference pages need no second list of names.

#include <string_view>

namespace redress::workflows {

/// The last part of the name: "HandlerNamed".
template <class T>
consteval std::string_view type_name() {
  std::string_view name = __PRETTY_FUNCTION__;
  name = name.substr(name.find("T = ") + 4);
  name = name.substr(0, name.find_first_of(";]"));
  auto const colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace redress::workflows
