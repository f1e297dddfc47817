// SPDX-License-Identifier: Apache-2.0
// The templates of letters, to be read as they were written. A letter itself is composed by the workflow, and drafts are read with the complaint's letters.
#include "engine/ports/letter_templates.hpp"

#include <boost/json/array.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

using boost::json::array;
using boost::json::object;
using codec::to_json;

object row(ports::WrittenTemplate const& one) {
  return {{"language", to_json(one.language)}, {"kind", to_json(one.kind)}, {"subject", one.subject}};
}

object paragraph(ports::WrittenParagraph const& one) {
  return {{"block", to_json(one.block)},
          {"text", one.text},
          {"for_each", one.for_each ? boost::json::value(*one.for_each) : boost::json::value()},
          {"needs", to_json(one.needs)},
          {"unless", to_json(one.unless)},
          {"states", to_json(one.states)}};
}

Response list(Api const& api) {
  array all;
  if (api.letter_templates != nullptr)
    for (auto const language : all_languages)
      for (auto const kind : names_of(LetterKind{}))
        all.push_back(row(api.letter_templates->letter_template(language, enumerator_named<LetterKind>(kind).value())));
  return json_answer(200, {{"templates", std::move(all)}});
}

Response one(Api const& api, Request const& request) {
  auto const language = enumerator_named<Language>(request.captured_value("language"));
  auto const kind = enumerator_named<LetterKind>(request.captured_value("kind"));
  if (api.letter_templates == nullptr || !language || !kind) return problem(404, "There is no such template; GET /api/v1/letter-templates lists them.");
  auto const written = api.letter_templates->letter_template(*language, *kind);
  auto shown = row(written);
  shown["recipe"] = to_json(written.recipe);
  array paragraphs;
  for (auto const& each : written.paragraphs) paragraphs.push_back(paragraph(each));
  shown["paragraphs"] = std::move(paragraphs);
  return json_answer(200, shown);
}

}  // namespace

void add_letter_templates(Router& router, SharedApi const& api) {
  router.add({"GET", "/api/v1/letter-templates", Need::to(Privilege::ReadRules), answering([api](Request const&) { return list(*api); })});
  router.add({"GET", "/api/v1/letter-templates/{language}/{kind}", Need::to(Privilege::ReadRules),
              answering([api](Request const& request) { return one(*api, request); })});
}

}  // namespace redress::http
