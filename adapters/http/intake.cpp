// SPDX-License-Identifier: Apache-2.0
// Mail that is handed in, and what became of it; mail that goes out, and what did not.
#include "adapters/http/mail_entry_document.hpp"

#include <algorithm>

#include <boost/json/array.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/codec/text.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/query.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

using boost::json::array;
using boost::json::object;
using codec::to_json;

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

constexpr std::int64_t usual_page = 100;
constexpr std::int64_t longest_page = 500;

ports::MailFilter filter_of(Request const& request) {
  ports::MailFilter filter;
  auto const selection = enumerator_named<ports::MailSelection>(optional_query(request, "state").value_or("all"));
  if (!selection) throw RequestFault(400, "state is all, filed, quarantined or undecided.");
  filter.selection = *selection;
  filter.inlet = request.query_value("inlet");
  filter.before = MailId(request.query_value("after"));
  for (auto const* text : {&filter.inlet, &filter.before.value})
    if (!codec::is_text(*text)) throw RequestFault(400, "The query is not UTF-8.");
  filter.limit = page_length(request, usual_page, longest_page);
  return filter;
}

/// One more than asked for, which tells whether there is a next page; without those that tell of a complaint about the reader, so that no page has a gap.
std::vector<ports::MailEntry> mails_shown(Api const& api, ports::MailFilter filter, StaffId const& reader) {
  auto const hidden = api.access_desk.hidden_from(reader);
  auto const wanted = static_cast<std::size_t>(++filter.limit);
  std::vector<ports::MailEntry> shown;
  for (;;) {
    auto const mails = api.engine.store().mails(filter);
    for (auto const& entry : mails)
      if (shown.size() < wanted && !ports::names_one_of(hidden, entry)) shown.push_back(entry);
    if (shown.size() == wanted || mails.size() < wanted) return shown;
    filter.before = mails.back().id;
  }
}

Response intake(Api const& api, Request const& request) {
  auto const filter = filter_of(request);
  auto mails = mails_shown(api, filter, request.caller.staff);
  bool const more = mails.size() > static_cast<std::size_t>(filter.limit);
  if (more) mails.pop_back();
  auto const counts = api.mail_desk.counts();
  auto const hidden = api.access_desk.mails_hidden_from(request.caller.staff);
  array entries;
  for (auto const& entry : mails) entries.push_back(mail_entry_document(entry));
  return json_answer(200, {{"received", counts.received - hidden.filed - hidden.quarantined},
                           {"filed", counts.filed - hidden.filed},
                           {"quarantined", counts.quarantined - hidden.quarantined},
                           {"undecided", counts.undecided - hidden.undecided},
                           {"waiting", counts.waiting},
                           {"entries", std::move(entries)},
                           {"next", more ? boost::json::value(mails.back().id.value) : boost::json::value()}});
}

Response outbox(Api const& api, StaffId const& reader) {
  array incidents;
  auto const hidden = api.access_desk.hidden_from(reader);
  for (auto const& item : api.engine.store().incidents())
    if (!hidden.contains(item.reference)) incidents.push_back(incident_document(item));
  auto const waiting = api.engine.store().outbox_length() - api.access_desk.outbox_hidden_from(reader);
  return json_answer(200, {{"waiting", std::max<std::int64_t>(waiting, 0)}, {"incidents", std::move(incidents)}});
}

}  // namespace

object mail_entry_document(ports::MailEntry const& entry) {
  object shown{{"id", to_json(entry.id)}, {"inlet", entry.inlet}, {"received_at", to_json(entry.received_at)},
               {"sha256", entry.sha256},  {"size", entry.size},   {"state", to_json(entry.state)}};
  if (!entry.reference.empty()) shown["reference"] = to_json(entry.reference);
  if (!entry.reason.empty()) shown["reason"] = entry.reason;
  shown["authentication"] = to_json(entry.authentication);
  shown["acknowledged"] = entry.acknowledged;
  if (auto const& decision = entry.decision)
    shown["decision"] =
        object{{"verdict", to_json(decision->verdict)}, {"by", to_json(decision->by)}, {"at", to_json(decision->at)}, {"reason", decision->why}};
  return shown;
}

void add_intake(Router& router, SharedApi const& api) {
  router.add({"POST", "/api/v1/intake/mail", Need::to(Privilege::DeliverMail), answering([api](Request const& request) { return take_mail(*api, request); }),
              largest_mail, Pace::Slow});
  router.add({"GET", "/api/v1/intake", Need::to(Privilege::ReadIntake), answering([api](Request const& request) { return intake(*api, request); })});
  router.add(
      {"GET", "/api/v1/outbox", Need::to(Privilege::ReadOutbox), answering([api](Request const& request) { return outbox(*api, request.caller.staff); })});
}

}  // namespace redress::http
