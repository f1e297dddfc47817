// SPDX-License-Identifier: Apache-2.0
// Mail that is handed in, and what became of it; mail that goes out, and what did not.
#include <algorithm>

#include <boost/json/array.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

using boost::json::array;
using boost::json::object;
using codec::to_json;

object entry_document(ports::MailEntry const& entry) {
  object shown{{"id", to_json(entry.id)}, {"inlet", entry.inlet}, {"received_at", to_json(entry.received_at)},
               {"sha256", entry.sha256},  {"size", entry.size},   {"state", to_json(entry.state)}};
  if (entry.state == ports::MailState::Filed) shown["reference"] = to_json(entry.reference);
  if (entry.state == ports::MailState::Quarantined) shown["reason"] = entry.reason;
  return shown;
}

/// Everything but the message and its addresses.
object incident_document(ports::OutboxItem const& item) {
  return {{"id", item.id},
          {"reference", to_json(item.reference)},
          {"letter", to_json(item.message.letter)},
          {"recipient", to_json(item.message.recipient)},
          {"route", to_json(item.message.route)},
          {"attempts", item.attempts},
          {"due_at", to_json(item.due_at)},
          {"last_reply", item.last_reply}};
}

/// Where the mail came in, as whoever hands it in names it: the name becomes part of the delivery's identifier.
std::string inlet_of(Request const& request) {
  auto inlet = request.query_value("inlet");
  if (inlet.empty()) return "api";
  auto const is_allowed = [](char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-'; };
  if (inlet.size() > 20 || !std::ranges::all_of(inlet, is_allowed))
    throw RequestFault(400, "The name of an inlet has at most 20 small letters, digits and hyphens.");
  return inlet;
}

/// Nothing is rejected for its content, not even an empty mail: it goes to the quarantine, where a person sees it.
/// Delivering the same bytes again makes no second complaint, so a retry is safe with and without an Idempotency-Key.
Response take_mail(Api const& api, Request const& request) {
  require_content_type(request, "message/rfc822");
  return json_answer(202, {{"id", to_json(api.mail_desk.accept(request.body, inlet_of(request)))}});
}

Response intake(Api const& api) {
  constexpr std::int64_t newest = 100;
  auto const counts = api.mail_desk.counts();
  array entries;
  for (auto const& entry : api.engine.store().mails(newest)) entries.push_back(entry_document(entry));
  return json_answer(200, {{"received", counts.received},
                           {"filed", counts.filed},
                           {"quarantined", counts.quarantined},
                           {"waiting", counts.waiting},
                           {"entries", std::move(entries)}});
}

Response outbox(Api const& api) {
  array incidents;
  for (auto const& item : api.engine.store().incidents()) incidents.push_back(incident_document(item));
  return json_answer(200, {{"waiting", api.engine.store().outbox_length()}, {"incidents", std::move(incidents)}});
}

}  // namespace

void add_intake(Router& router, SharedApi const& api) {
  router.add(
      {"POST", "/api/v1/intake/mail", answering([api](Request const& request) { return take_mail(*api, request); }), largest_mail, Access::Token, Pace::Slow});
  router.add({"GET", "/api/v1/intake", answering([api](Request const&) { return intake(*api); })});
  router.add({"GET", "/api/v1/outbox", answering([api](Request const&) { return outbox(*api); })});
}

}  // namespace redress::http
