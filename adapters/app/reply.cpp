// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/reply.hpp"

#include <cctype>
#include <iostream>

#include <fmt/format.h>
#include <boost/json.hpp>

namespace redress::app {

std::string in_path(std::string_view text) {
  std::string escaped;
  for (unsigned char const letter : text) {
    bool const is_plain = std::isalnum(letter) != 0 || letter == '-' || letter == '.' || letter == '_' || letter == '~';
    escaped += is_plain ? std::string(1, static_cast<char>(letter)) : fmt::format("%{:02X}", letter);
  }
  return escaped;
}

std::string sentence_of(http::Reply const& reply) {
  boost::system::error_code failed;
  auto const problem = boost::json::parse(reply.body, failed);
  if (failed || !problem.is_object() || !problem.as_object().contains("title")) return fmt::format("the server answered {}", reply.status);
  std::string text(problem.at("title").as_string());
  auto const* detail = problem.as_object().if_contains("detail");
  if (detail != nullptr && detail->is_string()) text += ": " + std::string(detail->as_string());
  auto const* missing = problem.as_object().if_contains("missing");
  if (missing == nullptr || !missing->is_array()) return text;
  for (auto const& one : missing->as_array()) {
    auto const* title = one.is_object() ? one.as_object().if_contains("title") : nullptr;
    if (title != nullptr && title->is_string() && std::string_view(title->as_string()) != text) text += "\n  " + std::string(title->as_string());
  }
  return text;
}

int print(http::Reply const& reply) {
  if (reply.status >= 200 && reply.status < 300) {
    std::cout << reply.body << "\n";
    return 0;
  }
  std::cerr << "redress: " << sentence_of(reply) << "\n";
  return 1;
}

}  // namespace redress::app
