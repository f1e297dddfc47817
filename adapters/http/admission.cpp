// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/admission.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <ranges>

#include "adapters/http/problem.hpp"
#include "adapters/http/reading.hpp"
#include "engine/runtime/access_desk.hpp"

namespace redress::http {

namespace {

using runtime::Caller;
using runtime::CallerKind;

constexpr std::string_view bearer = "Bearer ";

bool is_behind_https(Api const& api) {
  return api.public_address.starts_with("https://");
}

/// A browser keeps a cookie called __Host-… only when it came over https, for the whole of one host; on loopback there is no https.
std::string_view cookie_name(Api const& api) {
  return is_behind_https(api) ? "__Host-redress" : "redress";
}

std::string_view attempt_cookie_name(Api const& api) {
  return is_behind_https(api) ? "__Host-redress-attempt" : "redress-attempt";
}

/// What ends it is the same for both.
std::string cookie(Api const& api, std::string_view name, std::string_view value, std::int64_t lasts_seconds, std::string_view site) {
  return std::string(name) + "=" + std::string(value) + "; Path=/; Max-Age=" + std::to_string(lasts_seconds) + "; HttpOnly; SameSite=" + std::string(site) +
         (is_behind_https(api) ? "; Secure" : "");
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

std::string cookie_in(Request const& request, std::string_view name) {
  for (auto const& header : request.headers) {
    if (!same_header_name(header.name, "Cookie")) continue;
    for (auto const part : std::views::split(header.value, ';')) {
      auto const pair = trimmed({part.begin(), part.end()});
      if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') return std::string(pair.substr(name.size() + 1));
    }
  }
  return {};
}

enum class Site { Ours, Another, Unsaid };

Site site_of(Api const& api, Request const& request) {
  auto const origin = request.header("Origin");
  auto const fetched_from = request.header("Sec-Fetch-Site");
  auto const our_origin = api.public_address.empty() ? "http://" + request.header("Host") : api.public_address;
  bool const is_elsewhere = !fetched_from.empty() && fetched_from != "same-origin" && fetched_from != "none";
  if (is_elsewhere || (!origin.empty() && origin != our_origin)) return Site::Another;
  return origin.empty() && fetched_from.empty() ? Site::Unsaid : Site::Ours;
}

bool changes_nothing(Request const& request) {
  return request.method == "GET" || request.method == "HEAD";
}

/// A cookie goes along with whatever a browser sends, also on behalf of somebody else's page; a header of our own does not.
bool is_meant(Api const& api, Request const& request) {
  return changes_nothing(request) || (request.header("X-Redress-CSRF") == "1" && site_of(api, request) == Site::Ours);
}

Response not_logged_in() {
  auto response = problem(401, "Send Authorization: Bearer TOKEN, or log in with POST /api/v1/session.");
  response.headers.push_back({"WWW-Authenticate", "Bearer realm=\"redress\""});
  return response;
}

/// Programs say for whom on the staff they act, and see what that person may see.
void act_for_staff(Caller& caller, Request const& request) {
  bool const acts_for_others = caller.kind == CallerKind::Operator || caller.kind == CallerKind::Program;
  if (auto const named = StaffId(request.header("X-Redress-Actor")); acts_for_others && !named.empty()) caller.staff = named;
}

Caller caller_of(Api const& api, Request const& request) {
  auto const authorization = request.header("Authorization");
  Caller caller;
  if (authorization.starts_with(bearer))
    caller = api.access_desk.caller_with_token(std::string_view(authorization).substr(bearer.size()));
  else if (authorization.empty())
    caller = api.access_desk.caller_with_session(cookie_in(request, cookie_name(api)));
  act_for_staff(caller, request);
  return caller;
}

/// A command that nobody knows is not forbidden: it is said to be unknown.
std::string action_of(Need const& need, Match const& match) {
  auto const named = match.captured.find("name");
  return need.kind() == Need::Kind::CommandNamed && named != match.captured.end() ? named->second : need.action();
}

/// By a token only what its scopes mean: whoever finds one that reads must not take back all the others.
bool is_own(Caller const& caller, Match const& match) {
  auto const named = match.captured.find("name");
  auto const& action = match.route->need.action();
  bool const is_in_scope = !caller.scopes || std::ranges::any_of(*caller.scopes, [&](auto const& scope) { return means(scope, action); });
  return is_in_scope && !caller.user.empty() && named != match.captured.end() && named->second == caller.user;
}

std::optional<Response> forbidden(Api const& api, Match const& match) {
  auto const& need = match.route->need;
  auto const& caller = match.caller;
  if (need.kind() == Need::Kind::Nothing || need.kind() == Need::Kind::LoggedIn) return std::nullopt;
  if (need.kind() == Need::Kind::Own && is_own(caller, match)) return std::nullopt;
  auto const action = action_of(need, match);
  if (need.kind() == Need::Kind::CommandNamed && !api.access_desk.is_action(action)) return std::nullopt;
  if (api.access_desk.may(caller, action)) return std::nullopt;
  return problem(403, "Your roles do not allow this: " + action + ".", {{"action", action}});
}

void hide_what_is_about_them(Api const& api, Match& match) {
  auto const reference = match.captured.find("reference");
  if (reference == match.captured.end()) return;
  if (!api.access_desk.is_hidden(Reference(reference->second), match.caller.staff)) return;
  note_turned_away(api, match, ports::ReadOutcome::Hidden);
  reference->second = unknown_reference;
}

}  // namespace

Admit admission(SharedApi const& api, SharedThreads const& threads) {
  return [api, threads](Request const& request, Match& match) -> std::optional<Response> {
    match.caller = caller_of(*api, request);
    if (match.caller.kind == CallerKind::Nobody) return not_logged_in();
    if (!match.caller.session.empty() && !is_meant(*api, request))
      return problem(403, "The request must come from a page of ours, with the header X-Redress-CSRF: 1.");
    if (api->access_desk.is_use_worth_noting(match.caller))
      boost::asio::post(*threads, [api, caller = match.caller] {
        try {
          api->access_desk.note_use(caller);
        } catch (ports::StoreFault const&) {
          // The session ends a minute early; whoever made the request is told of the store by its own answer.
        }
      });
    if (auto refused = forbidden(*api, match)) {
      note_turned_away(*api, match, ports::ReadOutcome::Forbidden);
      return refused;
    }
    hide_what_is_about_them(*api, match);
    return std::nullopt;
  };
}

Header session_cookie(Api const& api, std::string_view secret) {
  auto const lasts = std::chrono::duration_cast<std::chrono::seconds>(runtime::AccessDesk::session_longest).count();
  return {"Set-Cookie", cookie(api, cookie_name(api), secret, lasts, "Strict")};
}

Header no_session_cookie(Api const& api) {
  return {"Set-Cookie", cookie(api, cookie_name(api), "", 0, "Strict")};
}

Header attempt_cookie(Api const& api, std::string_view secret) {
  auto const lasts = std::chrono::duration_cast<std::chrono::seconds>(runtime::ProviderDesk::attempt_longest).count();
  return {"Set-Cookie", cookie(api, attempt_cookie_name(api), secret, lasts, "Lax")};
}

Header no_attempt_cookie(Api const& api) {
  return {"Set-Cookie", cookie(api, attempt_cookie_name(api), "", 0, "Lax")};
}

std::string attempt_in(Api const& api, Request const& request) {
  return cookie_in(request, attempt_cookie_name(api));
}

std::string address_of(Api const& api, Request const& request) {
  auto const forwarded = request.header("X-Forwarded-For");
  if (api.public_address.empty() || forwarded.empty()) return request.peer;
  auto const comma = forwarded.rfind(',');
  // What stands before the last comma was said by whoever asked the proxy.
  auto const last = std::string(trimmed(comma == std::string::npos ? std::string_view(forwarded) : std::string_view(forwarded).substr(comma + 1)));
  constexpr std::size_t longest_address = 45;
  return last.substr(0, longest_address);
}

void refuse_other_sites(Api const& api, Request const& request) {
  if (site_of(api, request) == Site::Another) throw RequestFault(403, "The request must come from a page of ours.");
}

}  // namespace redress::http
