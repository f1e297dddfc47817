// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/query.hpp"

#include <charconv>

#include "adapters/http/problem.hpp"

namespace redress::http {

std::optional<std::string> optional_query(Request const& request, std::string const& name) {
  auto const found = request.query.find(name);
  return found == request.query.end() ? std::nullopt : std::optional(found->second);
}

std::int64_t query_number(Request const& request, std::string const& name, std::int64_t usual, std::int64_t most) {
  auto const text = optional_query(request, name);
  if (!text) return usual;
  std::int64_t number = 0;
  auto const [end, failed] = std::from_chars(text->data(), text->data() + text->size(), number);
  bool const right = failed == std::errc{} && end == text->data() + text->size() && number >= 1 && number <= most;
  if (!right) throw RequestFault(400, name + " is a number from 1 to " + std::to_string(most) + ".");
  return number;
}

}  // namespace redress::http
