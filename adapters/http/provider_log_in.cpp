// SPDX-License-Identifier: Apache-2.0
// Logging in by an identity provider: the browser is sent there, and comes back with a code. What the code is exchanged for stays here; the browser gets the
// cookie of a session, as whoever types a password does.
#include <boost/asio/thread_pool.hpp>
#include <boost/json/array.hpp>
#include <memory>

#include "adapters/http/admission.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

constexpr auto begin_path = "/api/v1/session/provider";
constexpr auto return_path = "/api/v1/session/provider/return";

Response sent_to(std::string address, Header cookie) {
  return {303, {{"Location", std::move(address)}, std::move(cookie), {"Cache-Control", "no-store"}, {"Referrer-Policy", "no-referrer"}}, {}, nullptr};
}

/// The page says it in the reader's language; what went wrong stands in the node's log.
Response back_without(Api const& api, runtime::ProviderOutcome outcome) {
  return sent_to("/?log-in=" + std::string(name_of(outcome)), no_attempt_cookie(api));
}

Response ways(Api const& api) {
  boost::json::array providers;
  if (api.provider_desk != nullptr) providers.push_back(boost::json::object{{"title", api.provider_desk->title()}, {"start", begin_path}});
  return json_answer(200, {{"providers", std::move(providers)}});
}

Response begin(Api const& api, Request const& request) {
  if (api.provider_desk == nullptr) return problem(404, "No identity provider is set up.");
  auto const begun = api.provider_desk->begin(address_of(api, request));
  if (!begun) return back_without(api, begun.error());
  return sent_to(begun->address, attempt_cookie(api, begun->secret));
}

Response end(Api const& api, Request const& request) {
  if (api.provider_desk == nullptr) return problem(404, "No identity provider is set up.");
  ports::ProviderReturn const returned{request.query_value("code"), request.query_value("iss"), request.query_value("error")};
  auto const logged_in = api.provider_desk->end(request.query_value("state"), attempt_in(api, request), returned, address_of(api, request));
  if (!logged_in) return back_without(api, logged_in.error());
  auto response = sent_to("/", session_cookie(api, logged_in->secret));
  response.headers.push_back(no_attempt_cookie(api));
  return response;
}

}  // namespace

/// On threads of its own: a provider that keeps us waiting must not keep anybody waiting who has a password.
void add_provider_log_in(Router& router, SharedApi const& api) {
  constexpr std::size_t at_once = 2;
  auto const threads = std::make_shared<boost::asio::thread_pool>(at_once);
  router.add({"GET", "/api/v1/log-in-ways", Need::nothing(), answering([api](Request const&) { return ways(*api); })});
  router.add({"GET", begin_path, Need::nothing(), on_threads(threads, [api](Request const& request) { return begin(*api, request); })});
  router.add({"GET", return_path, Need::nothing(), on_threads(threads, [api](Request const& request) { return end(*api, request); })});
}

}  // namespace redress::http
