// SPDX-License-Identifier: Apache-2.0
// Complaints: taking one in, the list, and one with everything about it.
#include <set>
#include <string>

#include <fmt/format.h>
#include <boost/json/array.hpp>

#include "adapters/codec/text.hpp"
#include "adapters/http/admission.hpp"
#include "adapters/http/complaint_document.hpp"
#include "adapters/http/preferences.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/query.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

constexpr std::int64_t usual_page = 50;
constexpr std::int64_t longest_page = 200;

template <class T>
T wanted(std::optional<T> value, std::string_view parameter, std::string_view form) {
  if (!value) throw RequestFault(400, fmt::format("{} is {}.", parameter, form));
  return *value;
}

ports::ListFilter filter_of(Request const& request) {
  ports::ListFilter filter;
  if (auto const stage = optional_query(request, "stage"))
    filter.stage = wanted(enumerator_named<Stage>(*stage), "stage", "the name of a stage, as in Investigating");
  if (auto const due_before = optional_query(request, "due_before"))
    filter.due_before = wanted(parse_time(*due_before), "due_before", "a moment, as in 2026-11-21T10:15:30Z");
  auto const handler = request.query_value("handler");
  if (!handler.empty()) filter.handler = StaffId(handler);
  filter.text = request.query_value("q");
  filter.after = request.query_value("after");
  for (auto const& text : {handler, filter.text, filter.after})
    if (!codec::is_text(text)) throw RequestFault(400, "The query is not UTF-8.");
  filter.limit = page_length(request, usual_page, longest_page);
  return filter;
}

Response list(Api const& api, Request const& request) {
  auto filter = filter_of(request);
  // Where a page begins tells when something is due: of what is about the reader as little as of a reference nobody has.
  if (api.access_desk.is_hidden(Reference(filter.after), request.caller.staff)) filter.after = unknown_reference;
  auto const length = static_cast<std::size_t>(filter.limit++);  // one more than asked for tells whether there is a next page
  auto rows = api.access_desk.list_for(request.caller.staff, filter);
  bool const more = rows.size() > length;
  if (more) rows.resize(length);
  auto const language = best_language(request.header("Accept-Language"));
  boost::json::array complaints;
  for (auto const& row : rows) complaints.push_back(row_document(row, api.engine.workflow().rulebook(), language));
  return json_answer(200, {{"complaints", std::move(complaints)}, {"next", more ? boost::json::value(rows.back().reference.value) : boost::json::value()}});
}

/// Commands that the caller may give, and no reference to complaints they are not to know of.
void keep_what_is_allowed(Api const& api, runtime::Caller const& caller, runtime::View& view) {
  std::erase_if(view.permitted, [&](auto const& command) { return !api.access_desk.may(caller, command.name); });
  for (auto* named : {&view.complaint.merged_into, &view.complaint.received.possibly_about})
    if (*named && api.access_desk.is_hidden(**named, caller.staff)) named->reset();
}

/// What people wrote may name a complaint that is about the reader; then the name is left out of it.
void leave_out(std::set<Reference> const& hidden, boost::json::value& shown) {
  if (auto* text = shown.if_string()) {
    std::string said(*text);
    for (auto const& one : hidden)
      for (auto at = said.find(one.value); at != std::string::npos; at = said.find(one.value)) said.replace(at, one.value.size(), "…");
    if (said != std::string_view(*text)) *text = said;
  } else if (auto* list = shown.if_array()) {
    for (auto& element : *list) leave_out(hidden, element);
  } else if (auto* fields = shown.if_object()) {
    for (auto& field : *fields) leave_out(hidden, field.value());
  }
}

Response one(Api const& api, Request const& request) {
  auto view = api.engine.view(Reference(request.captured_value("reference")), request.caller.staff);
  if (!view) return unknown_complaint(api, request);
  keep_what_is_allowed(api, request.caller, *view);
  auto const& rulebook = api.engine.workflow().rulebook();
  auto const language = best_language(request.header("Accept-Language"), rulebook.organisation.language);
  auto const titles = [&api, language](Missing const& what) { return api.refusal_texts(what.reason, language, what.subject); };
  boost::json::value document = complaint_document(*view, rulebook, {api.explainer, api.letters, titles}, language);
  if (auto const hidden = api.access_desk.hidden_from(request.caller.staff); !hidden.empty()) leave_out(hidden, document);
  auto response = json_answer(200, document.as_object());
  response.headers.push_back({"ETag", fmt::format("\"{}\"", view->complaint.version)});
  return response;
}

}  // namespace

void add_complaints(Router& router, SharedApi const& api) {
  router.add({"GET", "/api/v1/complaints", Need::to(Privilege::ReadComplaints), answering([api](Request const& request) { return list(*api, request); })});
  router.add({"POST", "/api/v1/complaints", Need::to_command(ReceiveComplaint::name),
              [api](Request const& request, Answered const& answered) { carry_out(*api, request, ReceiveComplaint::name, 201, answered); }, largest_command});
  router.add(
      {"GET", "/api/v1/complaints/{reference}", Need::to(Privilege::ReadComplaints), answering([api](Request const& request) { return one(*api, request); })});
}

}  // namespace redress::http
