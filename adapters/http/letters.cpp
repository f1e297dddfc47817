// SPDX-License-Identifier: Apache-2.0
// One letter of a complaint, in the form the client asks for.
#include <array>
#include <utility>

#include "adapters/codec/described.hpp"
#include "adapters/http/missing.hpp"
#include "adapters/http/preferences.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

constexpr std::array<std::string_view, 5> forms{"application/json", "text/plain", "text/html", "application/pdf", "message/rfc822"};

Response as(std::string_view type, std::string body) {
  return {200, {{"Content-Type", std::string(type)}}, std::move(body), nullptr};
}

Response as_html(std::string page) {
  auto response = as("text/html; charset=utf-8", std::move(page));
  response.headers.push_back({"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"});
  return response;
}

/// Only the reference is in the name of the file: we made it ourselves, so it holds nothing that a header may not hold.
Response as_pdf(std::string bytes, Reference const& reference) {
  auto response = as("application/pdf", std::move(bytes));
  response.headers.push_back({"Content-Disposition", "inline; filename=\"" + reference.value + ".pdf\""});
  return response;
}

Response mail(Api const& api, Reference const& reference, LetterId const& letter) {
  auto bytes = api.engine.store().frozen_message(reference, letter, redress::Route::Mail);
  if (!bytes) return problem(404, "The letter is not queued as mail, so there is no message; ask for application/pdf.");
  return as("message/rfc822", std::move(*bytes));
}

/// What went to the print folder, byte for byte; a letter that did not is laid out now.
Response pdf(Api const& api, Reference const& reference, Letter const& letter) {
  auto bytes = api.engine.store().frozen_message(reference, letter.id, redress::Route::Print);
  if (bytes) return as_pdf(std::move(*bytes), reference);
  return as_pdf(api.letters.pdf(letter.document), reference);
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
  if (form == "application/pdf") return pdf(api, reference, *found);
  if (form == "message/rfc822") return mail(api, reference, found->id);
  return problem(406, "A letter comes as application/json, text/plain, text/html, application/pdf or message/rfc822.");
}

/// What stands in the letter's way, and how its body reads. The places of the review are those of `text`, the places of what is missing are in a paragraph.
Response review(Api const& api, Request const& request) {
  auto const complaint = api.engine.store().load(Reference(request.captured_value("reference")));
  if (!complaint) return unknown_complaint(api, request);
  auto const* found = find_by_id(complaint->letters, LetterId(request.captured_value("id")));
  if (found == nullptr) return problem(404, "The complaint has no such letter.");
  auto const language = best_language(request.header("Accept-Language"), api.engine.workflow().rulebook().organisation.language);
  auto const missing = api.engine.workflow().proofread(*complaint, found->id, api.engine.clock().now());
  auto text = body_text(found->document);
  auto const wording = api.wording.review(text, found->document.language);
  return json_answer(
      200, {{"ready", missing.empty()}, {"missing", missing_list(api, missing, language)}, {"text", std::move(text)}, {"wording", codec::to_json(wording)}});
}

}  // namespace

void add_letters(Router& router, SharedApi const& api) {
  router.add({"GET", "/api/v1/complaints/{reference}/letters/{id}", Need::to(Privilege::ReadLetters),
              answering([api](Request const& request) { return letter(*api, request); })});
  router.add({"GET", "/api/v1/complaints/{reference}/letters/{id}/review", Need::to(Privilege::ReadLetters),
              answering([api](Request const& request) { return review(*api, request); })});
}

}  // namespace redress::http
