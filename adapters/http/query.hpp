// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the query of a request says. A name that stands there without a value says something wrong, not nothing.

#include <cstdint>
#include <optional>
#include <string>

#include "adapters/http/message.hpp"

namespace redress::http {

/// Empty when the query does not name it.
[[nodiscard]] std::optional<std::string> optional_query(Request const& request, std::string const& name);

/// A whole number from 1 to `most`; `usual` when the query does not name it. Throws RequestFault.
[[nodiscard]] std::int64_t query_number(Request const& request, std::string const& name, std::int64_t usual, std::int64_t most);

/// From `limit`: how many rows a page has. Throws RequestFault.
[[nodiscard]] inline std::int64_t page_length(Request const& request, std::int64_t usual, std::int64_t longest) {
  return query_number(request, "limit", usual, longest);
}

}  // namespace redress::http
