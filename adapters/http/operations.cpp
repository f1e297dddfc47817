// SPDX-License-Identifier: Apache-2.0
// What machines ask about the node: whether it lives, whether it can work, its figures, and what its API is. No token is needed; nothing
// personal is said.
#include <algorithm>
#include <array>
#include <chrono>

#include <boost/json/object.hpp>

#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

using Steady = std::chrono::steady_clock;

Response plain(std::string_view type, std::string body) {
  return {200, {{"Content-Type", std::string(type)}}, std::move(body), nullptr};
}

/// A store that cannot be read throws, and that is the answer then.
Response ready(Api const& api) {
  static_cast<void>(api.engine.store().outbox_length());
  return plain("text/plain; charset=utf-8", "ready\n");
}

/// What a proxy adds when somebody elsewhere asks through it.
bool is_forwarded(Request const& request) {
  constexpr std::array said_by_proxies{"X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via"};
  return std::ranges::any_of(said_by_proxies, [&](auto const* name) { return !request.header(name).empty(); });
}

/// The figures count everything, also what somebody is not to know of: beside the totals that they are shown, the difference would tell them that there is
/// something. So from elsewhere they are for whoever answers for the node, or for a system that acts for nobody.
bool may_read_figures(Api const& api, Request const& request) {
  constexpr std::string_view bearer = "Bearer ";
  auto const authorization = request.header("Authorization");
  if (!is_forwarded(request)) return true;
  if (!authorization.starts_with(bearer)) return false;
  auto const caller = api.access_desk.caller_with_token(std::string_view(authorization).substr(bearer.size()));
  return caller.staff.empty() && api.access_desk.may(caller, name_of(Privilege::ReadOutbox));
}

Response metrics(Api const& api, Request const& request, Steady::time_point started) {
  if (!may_read_figures(api, request))
    return problem(401, "Figures are read on the node's own machine, or with the operator's token: Authorization: Bearer TOKEN.");
  auto const mail = api.mail_desk.counts();
  auto& store = api.engine.store();
  auto const uptime = std::chrono::duration_cast<std::chrono::seconds>(Steady::now() - started).count();
  auto text = api.metrics.text();
  text += gauge("redress_mail_received", "Mails in the journal.", mail.received);
  text += gauge("redress_mail_filed", "Mails that became complaints.", mail.filed);
  text += gauge("redress_mail_quarantined", "Mails put aside for a person.", mail.quarantined);
  text += gauge("redress_mail_undecided", "Mails in quarantine that nobody has decided about.", mail.undecided);
  text += gauge("redress_mail_waiting", "Mails not looked at yet.", mail.waiting);
  text += gauge("redress_outbox_waiting", "Messages on their way out.", store.outbox_length());
  text += gauge("redress_incidents", "Messages given up on.", static_cast<std::int64_t>(store.incidents().size()));
  text += gauge("redress_uptime_seconds", "Since the server was made.", uptime);
  return plain("text/plain; version=0.0.4; charset=utf-8", std::move(text));
}

void add_open(Router& router, std::string pattern, std::function<Response(Request const&)> answer) {
  router.add({"GET", std::move(pattern), Need::nothing(), answering(std::move(answer))});
}

}  // namespace

void add_operations(Router& router, SharedApi const& api) {
  add_open(router, "/healthz", [](Request const&) { return plain("text/plain; charset=utf-8", "alive\n"); });
  add_open(router, "/readyz", [api](Request const&) { return ready(*api); });
  add_open(router, "/metrics", [api, started = Steady::now()](Request const& request) { return metrics(*api, request, started); });
  add_open(router, "/api/v1/openapi.json", [document = std::make_shared<std::string const>(openapi_document())](Request const&) {
    return Response{200, {{"Content-Type", "application/json"}}, {}, nullptr, document};
  });
}

}  // namespace redress::http
