// SPDX-License-Identifier: Apache-2.0
// Reads what many requests have in common.
#include <algorithm>
#include <boost/json/parse.hpp>
#include <charconv>

#include "adapters/http/preferences.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string_view without_quotes(std::string_view text) {
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') return text.substr(1, text.size() - 2);
  return text;
}

}  // namespace

void require_content_type(Request const& request, std::string_view type) {
  auto const stated = preferences(request.header("Content-Type"));
  if (stated.size() != 1 || stated.front() != type) throw RequestFault(415, "The body must be of type " + std::string(type) + ".");
}

boost::json::value json_body(Request const& request) {
  if (request.body.empty()) return nullptr;
  require_content_type(request, "application/json");
  boost::json::error_code failed;
  auto value = boost::json::parse(request.body, failed);
  if (failed) throw RequestFault(400, "The body is not JSON: " + failed.message() + ".");
  return value;
}

Actor actor_of(Api const& api, Request const& request) {
  auto const& staff = request.caller.staff;
  if (request.caller.kind == runtime::CallerKind::Person) {
    auto const named = request.header("X-Redress-Actor");
    if (staff.empty()) throw RequestFault(403, "Commands are given by members of staff, and this user is none of them.");
    if (!named.empty() && named != staff.value) throw RequestFault(403, "Whoever logs in acts for themselves; leave X-Redress-Actor out.");
  }
  if (!staff.empty() && api.engine.workflow().rulebook().organisation.find(staff) == nullptr)
    throw RequestFault(400, "X-Redress-Actor names nobody on the staff.");
  return {ActorKind::Staff, staff, "api"};
}

std::optional<std::int64_t> expected_version(Request const& request) {
  auto const given = request.header("If-Match");
  if (given.empty() || given == "*") return std::nullopt;
  auto const version = whole_number(without_quotes(given));
  if (!version || *version < 1) throw RequestFault(400, "If-Match is the version of a complaint, as in \"5\", or *.");
  return version;
}

std::string idempotency_key(Request const& request, Reference const& reference) {
  constexpr std::size_t longest = 200;
  auto const key = request.header("Idempotency-Key");
  if (key.empty()) return {};
  bool const plain = std::ranges::all_of(key, [](char c) { return c > ' ' && c < '\x7f'; });
  if (!plain || key.size() > longest) throw RequestFault(400, "Idempotency-Key is 1 to 200 visible ASCII characters without spaces.");
  auto const whose = request.caller.user.empty() ? std::string("api:") : "api@" + request.caller.user + ":";
  return reference.empty() ? whose + key : whose + reference.value + ":" + key;
}

}  // namespace redress::http
