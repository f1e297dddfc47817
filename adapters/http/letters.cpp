// SPDX-License-Identifier: Apache-2.0
// One letter of a complaint, in the form the client asks for.
#include <array>
#include <utility>

#include "adapters/codec/described.hpp"
#include "adapters/http/preferences.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

constexpr std::array<std::string_view, 4> forms{"application/json", "text/plain", "text/html", "message/rfc822"};

Response as(std::string_view type, std::string body) {
  return {200, {{"Content-Type", std::string(type)}}, std::move(body), nullptr};
}

Response as_html(std::string page) {
  auto response = as("text/html; charset=utf-8", std::move(page));
  response.headers.push_back({"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"});
  return response;
}

Response frozen(Api const& api, Reference const& reference, LetterId const& letter) {
  auto bytes = api.engine.store().frozen_message(reference, letter);
  if (!bytes) return problem(404, "The letter is not queued yet, so there is no message.");
  return as("message/rfc822", std::move(*bytes));
}

Response letter(Api const& api, Request const& request) {
  auto const reference = Reference(request.captured_value("reference"));
  auto const complaint = api.engine.store().load(reference);
  if (!complaint) return unknown_complaint(api, request);
  auto const* found = find_by_id(complaint->letters, LetterId(request.captured_value("id")));
  if (found == nullptr) return problem(404, "The complaint has no such letter.");
  auto const form = best_media_type(request.header("Accept"), forms);
  if (form == "application/json") return json_answer(200, codec::to_json(found->document).as_object());
  if (form == "text/plain") return as("text/plain; charset=utf-8", api.letters.text(found->document));
  if (form == "text/html") return as_html(api.letters.html(found->document));
  if (form == "message/rfc822") return frozen(api, reference, found->id);
  return problem(406, "A letter comes as application/json, text/plain, text/html or message/rfc822.");
}

}  // namespace

void add_letters(Router& router, SharedApi const& api) {
  router.add({"GET", "/api/v1/complaints/{reference}/letters/{id}", answering([api](Request const& request) { return letter(*api, request); })});
}

}  // namespace redress::http
