// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/query.hpp"

#include <charconv>

#include "adapters/http/problem.hpp"

namespace redress::http {

std::optional<std::string> optional_query(Request const& request, std::string const& name) {
  auto const found = request.query.find(name);
  return found == request.query.end() ? std::nullopt : std::optional(found->second);
}

std::int64_t page_length(Request const& request, std::int64_t usual, std::int64_t longest) {
  auto const text = optional_query(request, "limit");
  if (!text) return usual;
  std::int64_t length = 0;
  auto const [end, failed] = std::from_chars(text->data(), text->data() + text->size(), length);
  bool const right = failed == std::errc{} && end == text->data() + text->size() && length >= 1 && length <= longest;
  if (!right) throw RequestFault(400, "limit is a number from 1 to " + std::to_string(longest) + ".");
  return length;
}

}  // namespace redress::http
