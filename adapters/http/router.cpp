// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/router.hpp"

#include "adapters/http/problem.hpp"

namespace redress::http {

namespace {

std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(1);
  auto const segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

bool is_place(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::optional<std::map<std::string, std::string>> captured(std::string_view pattern, std::string_view path) {
  std::map<std::string, std::string> result;
  while (pattern.starts_with('/') && path.starts_with('/')) {
    auto const wanted = take_segment(pattern);
    auto const given = take_segment(path);
    if (is_place(wanted) && !given.empty())
      result.emplace(wanted.substr(1, wanted.size() - 2), given);
    else if (wanted != given)
      return std::nullopt;
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return result;
}

Response not_allowed(std::string const& methods) {
  auto response = problem(405, "The path exists; it answers other methods.");
  response.headers.push_back({"Allow", methods});
  return response;
}

}  // namespace

std::variant<Match, Response> Router::find(Request const& request) const {
  auto const method = request.method == "HEAD" ? "GET" : request.method;
  std::string other_methods;
  for (auto const& route : routes_) {
    auto places = captured(route.pattern, request.path);
    if (!places) continue;
    if (route.method != method) {
      other_methods += (other_methods.empty() ? "" : ", ") + route.method;
      continue;
    }
    Match match{&route, std::move(*places), {}};
    if (route.need.kind() != Need::Kind::Nothing)
      if (auto refused = admit_(request, match)) return std::move(*refused);
    return match;
  }
  if (!other_methods.empty()) return not_allowed(other_methods);
  if (fallback_ && method == "GET" && !request.path.starts_with("/api/")) return Match{&*fallback_, {}, {}};
  return problem(404, "There is nothing at this path.");
}

Handler answering(std::function<Response(Request const&)> answer) {
  return [answer = std::move(answer)](Request const& request, Answered const& answered) { answered([response = answer(request)] { return response; }); };
}

}  // namespace redress::http
