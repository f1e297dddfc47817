// SPDX-License-Identifier: Apache-2.0
// One mail that came in: what became of it, our reading of it, its bytes; and what a person decides about it when it is in quarantine.
#include "engine/runtime/quarantine.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "adapters/codec/described.hpp"
#include "adapters/codec/every_field.hpp"
#include "adapters/http/admission.hpp"
#include "adapters/http/download.hpp"
#include "adapters/http/mail_entry_document.hpp"
#include "adapters/http/preferences.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

using boost::json::object;
using runtime::NotDecided;

constexpr std::size_t largest_decision = 1024 * 1024;

Response unknown_mail() {
  return problem(404, "There is no such mail.");
}

Response why_not(NotDecided reason) {
  switch (reason) {
    case NotDecided::UnknownMail:
      return unknown_mail();
    case NotDecided::NotInQuarantine:
      return problem(409, "The mail was filed and is not in quarantine.");
    case NotDecided::DecidedAlready:
      return problem(409, "Somebody has decided about this mail already; the first decision stands.");
    case NotDecided::IsComplaint:
      return problem(409, "These very bytes became a complaint already; release the mail to have it filed there.");
    case NotDecided::NothingToReceive:
      return problem(422, "Nothing can be read in this mail. Read its bytes and say in \"narrative\" what it says, or file it to a complaint.");
    case NotDecided::NoReason:
      return problem(422, "Who decides must be named in X-Redress-Actor, and why in \"reason\".");
  }
  std::unreachable();
}

/// The text fields of the body, and no others.
class Body {
 public:
  Body(Request const& request, std::initializer_list<std::string_view> known) {
    auto value = json_body(request);
    if (!value.is_object()) throw RequestFault(400, "The body must be a JSON object.");
    fields_ = std::move(value.as_object());
    for (auto const& field : fields_) {
      if (std::ranges::find(known, std::string_view(field.key())) == known.end()) throw RequestFault(400, "The body has a field that nobody knows.");
      if (!field.value().is_string()) throw RequestFault(400, "Every field of the body must be text.");
    }
  }

  [[nodiscard]] std::string text(std::string_view name) const {
    auto const* found = fields_.if_contains(name);
    return found == nullptr ? std::string() : std::string(found->as_string());
  }

 private:
  object fields_;
};

MailId mail_of(Request const& request) {
  return MailId(request.captured_value("id"));
}

/// Whoever decides may learn no more of a mail than of any other: when its complaint turns out to be one about themselves, from then on it is none.
Response decided_answer(Api const& api, Request const& request, runtime::Decided const& decided) {
  if (auto const* entry = std::get_if<ports::MailEntry>(&decided))
    return api.access_desk.is_hidden(*entry, request.caller.staff) ? unknown_mail() : json_answer(200, mail_entry_document(*entry));
  if (auto const* reason = std::get_if<NotDecided>(&decided)) return why_not(*reason);
  if (auto const* refusal = std::get_if<Refusal>(&decided)) return refusal_problem(api, *refusal, best_language(request.header("Accept-Language")));
  return fault_problem(std::get<runtime::Fault>(decided));
}

runtime::Deciding deciding(Api const& api, Request const& request, Body const& body) {
  return {actor_of(api, request), body.text("reason")};
}

Response release(Api const& api, Request const& request) {
  Body const body(request, {"reason", "name", "email", "narrative"});
  return decided_answer(
      api, request, api.quarantine.release(mail_of(request), deciding(api, request, body), {body.text("name"), body.text("email"), body.text("narrative")}));
}

Response file(Api const& api, Request const& request) {
  Body const body(request, {"reason", "reference"});
  if (body.text("reference").empty()) throw RequestFault(422, "\"reference\" must name the complaint to file it to.");
  Reference reference(body.text("reference"));
  if (api.access_desk.is_hidden(reference, request.caller.staff)) reference = Reference(std::string(unknown_reference));
  return decided_answer(api, request, api.quarantine.file(mail_of(request), deciding(api, request, body), reference));
}

Response discard(Api const& api, Request const& request) {
  Body const body(request, {"reason"});
  return decided_answer(api, request, api.quarantine.discard(mail_of(request), deciding(api, request, body)));
}

Response one(Api const& api, Request const& request) {
  auto const id = mail_of(request);
  auto const entry = api.quarantine.entry(id);
  if (!entry && api.mail_desk.waits(id)) return json_answer(200, {{"id", id.value}, {"state", "waiting"}});
  if (!entry) return unknown_mail();
  auto shown = mail_entry_document(*entry);
  auto const reading = api.quarantine.reading(id);
  shown["reading"] = reading ? boost::json::value(codec::with_every_field(*reading)) : boost::json::value();
  if (!reading) shown["unreadable"] = reading.error().reason;
  return json_answer(200, shown);
}

Response raw(Api const& api, Request const& request) {
  auto const id = mail_of(request);
  if (!api.quarantine.entry(id) && !api.mail_desk.waits(id)) return unknown_mail();
  return download("message/rfc822", id.value + ".eml", api.quarantine.raw(id));
}

using Answering = Response (*)(Api const&, Request const&);

bool asks_for_hidden(Api const& api, Request const& request) {
  auto const entry = api.quarantine.entry(mail_of(request));
  return entry && api.access_desk.is_hidden(*entry, request.caller.staff);
}

void add_lengthy(Router& router, SharedApi const& api, std::string method, std::string pattern, Answering answer) {
  auto const need = Need::to(method == "GET" ? Privilege::ReadIntake : Privilege::DecideMail);
  auto handler = answering([api, answer](Request const& request) { return asks_for_hidden(*api, request) ? unknown_mail() : answer(*api, request); });
  router.add({std::move(method), std::move(pattern), need, std::move(handler), largest_decision, Pace::Lengthy});
}

}  // namespace

void add_quarantine(Router& router, SharedApi const& api) {
  add_lengthy(router, api, "GET", "/api/v1/intake/{id}", one);
  add_lengthy(router, api, "GET", "/api/v1/intake/{id}/raw", raw);
  add_lengthy(router, api, "POST", "/api/v1/intake/{id}/release", release);
  add_lengthy(router, api, "POST", "/api/v1/intake/{id}/file", file);
  add_lengthy(router, api, "POST", "/api/v1/intake/{id}/discard", discard);
}

}  // namespace redress::http
