// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands in the way of a command or a letter, as the API says it.

#include <string>
#include <vector>

#include <boost/json.hpp>

#include "adapters/http/api.hpp"

namespace redress::http {

/// {reason, subject, title, place}; the place is null for what stands nowhere in a letter.
[[nodiscard]] boost::json::object missing_object(Missing const& missing, std::string const& title);

/// One for each, with its sentence in that language.
[[nodiscard]] boost::json::array missing_list(Api const& api, std::vector<Missing> const& missing, Language language);

}  // namespace redress::http
