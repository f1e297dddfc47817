// SPDX-License-Identifier: Apache-2.0
// The files that came with the mails of a complaint, or with one mail. They lie in the journaled mail alone and are taken out of it whenever somebody asks.
#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <boost/json/array.hpp>

#include "adapters/http/admission.hpp"
#include "adapters/http/download.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"
#include "engine/runtime/quarantine.hpp"

namespace redress::http {

namespace {

using boost::json::array;
using boost::json::object;

Response no_such_file() {
  return problem(404, "There is no such file.");
}

/// People count from 1.
std::optional<std::size_t> place_of(Request const& request) {
  auto const text = request.captured_value("number");
  std::size_t number = 0;
  auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failed == std::errc{} && end == text.data() + text.size() && number > 0 ? std::optional(number - 1) : std::nullopt;
}

Response file_of(Api const& api, MailId const& mail, Request const& request) {
  auto const place = place_of(request);
  if (!place) return no_such_file();
  auto found = api.quarantine.attachment(mail, *place);
  if (!found) return problem(422, "The mail cannot be read: " + found.error().reason + ". Its bytes can be had as they came.");
  if (!*found) return no_such_file();
  auto& [about, bytes] = **found;
  return download(about.type, about.name.empty() ? fmt::format("file-{}", *place + 1) : about.name, std::move(bytes));
}

void add_files_of(Api const& api, Reference const& reference, MailId const& mail, array& files, array& unreadable) {
  auto const reading = api.quarantine.reading(mail);
  if (!reading) return void(unreadable.emplace_back(mail.value));
  for (std::size_t place = 0; place < reading->attachments.size(); ++place) {
    auto const& one = reading->attachments[place];
    auto const address = fmt::format("/api/v1/complaints/{}/files/{}/{}", reference.value, mail.value, place + 1);
    files.push_back(
        object{{"mail", mail.value}, {"number", place + 1}, {"name", one.name}, {"type", one.type}, {"size", one.size}, {"links", object{{"self", address}}}});
  }
}

Response files(Api const& api, Request const& request) {
  Reference const reference(request.captured_value("reference"));
  auto const complaint = api.engine.store().load(reference);
  if (!complaint) return unknown_complaint(api, request);
  array files, unreadable;
  for (auto const& mail : complaint->mails) add_files_of(api, reference, mail, files, unreadable);
  return json_answer(200, {{"files", std::move(files)}, {"unreadable", std::move(unreadable)}});
}

Response file_of_complaint(Api const& api, Request const& request) {
  auto const complaint = api.engine.store().load(Reference(request.captured_value("reference")));
  if (!complaint) return unknown_complaint(api, request);
  MailId const mail(request.captured_value("mail"));
  if (std::ranges::find(complaint->mails, mail) == complaint->mails.end()) return no_such_file();
  return file_of(api, mail, request);
}

Response file_of_mail(Api const& api, Request const& request) {
  MailId const mail(request.captured_value("id"));
  auto const entry = api.quarantine.entry(mail);
  if (!entry || api.access_desk.is_hidden(*entry, request.caller.staff)) return no_such_file();
  return file_of(api, mail, request);
}

using Answering = Response (*)(Api const&, Request const&);

/// A child process reads the mail, which may take it a while.
void add_lengthy(Router& router, SharedApi const& api, std::string pattern, Privilege needed, Answering answer) {
  constexpr std::size_t no_body = 0;
  router.add({"GET", std::move(pattern), Need::to(needed), answering([api, answer](Request const& request) { return answer(*api, request); }), no_body,
              Pace::Lengthy});
}

}  // namespace

void add_files(Router& router, SharedApi const& api) {
  add_lengthy(router, api, "/api/v1/complaints/{reference}/files", Privilege::ReadComplaints, files);
  add_lengthy(router, api, "/api/v1/complaints/{reference}/files/{mail}/{number}", Privilege::ReadComplaints, file_of_complaint);
  add_lengthy(router, api, "/api/v1/intake/{id}/files/{number}", Privilege::ReadIntake, file_of_mail);
}

}  // namespace redress::http
