// SPDX-License-Identifier: Apache-2.0
// Logging in and out, the password, and the first administrator of a node that has no users yet.
#include <boost/asio/post.hpp>
#include <chrono>

#include "adapters/http/account_documents.hpp"
#include "adapters/http/admission.hpp"
#include "adapters/http/json_fields.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

Response not_let_in(runtime::TurnedAway const& why) {
  if (why.try_again_after <= Duration{0}) return problem(401, "The name or the password is wrong.");
  auto response = problem(429, "Too many attempts; wait, and try again.");
  response.headers.push_back({"Retry-After", std::to_string(std::chrono::ceil<std::chrono::seconds>(why.try_again_after).count())});
  return response;
}

Response let_in(Api const& api, runtime::LoggedIn const& logged_in) {
  auto response = json_answer(200, session_document(api, api.access_desk.caller_with_session(logged_in.secret)));
  response.headers.push_back(session_cookie(api, logged_in.secret));
  return response;
}

Response log_in(Api const& api, Request const& request) {
  refuse_other_sites(api, request);
  JsonFields body(request);
  auto const name = body.text("name");
  auto const password = body.text("password");
  body.end();
  auto const logged_in = api.access_desk.log_in(name, password, address_of(api, request));
  return logged_in ? let_in(api, *logged_in) : not_let_in(logged_in.error());
}

Response log_out(Api const& api, Request const& request) {
  api.access_desk.log_out(request.caller);
  return {204, {no_session_cookie(api)}, {}, nullptr};
}

Response change_password(Api const& api, Request const& request) {
  JsonFields body(request);
  auto const old = body.text("old");
  auto const password = body.text("new");
  body.end();
  if (request.caller.session.empty()) throw RequestFault(403, "A password is changed by whoever logged in with it.");
  auto const logged_in = api.access_desk.change_password(request.caller, old, password);
  return logged_in ? let_in(api, *logged_in) : account_problem(logged_in.error());
}

Response first_administrator(Api const& api, Request const& request) {
  refuse_other_sites(api, request);
  JsonFields body(request);
  auto const code = body.text("code");
  ports::User user;
  user.name = body.text("name");
  user.roles = {"administrator"};
  user.language = api.engine.workflow().rulebook().organisation.language;
  auto const password = body.text("password");
  body.end();
  auto const made = api.access_desk.add_first_administrator(code, std::move(user), password);
  if (!made) return account_problem(made.error());
  api.first_administrator_made();
  return json_answer(201, user_document(api, *made));
}

}  // namespace

Handler on_threads(SharedThreads const& threads, std::function<Response(Request const&)> answer) {
  return [threads, answer = std::move(answer)](Request const& request, Answered const& answered) {
    boost::asio::post(*threads, [&request, answer, answered] {
      try {
        answered([response = answer(request)] { return response; });
      } catch (...) {
        answered([thrown = std::current_exception()] { return answer_to(thrown); });
      }
    });
  };
}

void add_session(Router& router, SharedApi const& api, SharedThreads const& threads) {
  router.add({"POST", "/api/v1/session", Need::nothing(), on_threads(threads, [api](Request const& request) { return log_in(*api, request); }), largest_form});
  router.add({"GET", "/api/v1/session", Need::logged_in(),
              answering([api](Request const& request) { return json_answer(200, session_document(*api, request.caller)); })});
  router.add({"DELETE", "/api/v1/session", Need::logged_in(), on_threads(threads, [api](Request const& request) { return log_out(*api, request); })});
  router.add({"POST", "/api/v1/session/password", Need::logged_in(),
              on_threads(threads, [api](Request const& request) { return change_password(*api, request); }), largest_form});
  router.add({"POST", "/api/v1/first-administrator", Need::nothing(),
              on_threads(threads, [api](Request const& request) { return first_administrator(*api, request); }), largest_form});
}

}  // namespace redress::http
