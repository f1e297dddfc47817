// SPDX-License-Identifier: Apache-2.0
// The versions of a letter as they were drafted, and what changed from one to another. They are read from the history: no table keeps them.
#include <charconv>
#include <optional>
#include <variant>

#include <boost/json/array.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/codec/leaf.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"
#include "engine/domain/letter_changes.hpp"

namespace redress::http {

namespace {

struct Version {
  Time at;
  LetterDrafted drafted;
  std::optional<LetterReturned> returned;  ///< with what remarks it came back
};

std::vector<Version> versions_of(Api const& api, Reference const& reference, LetterId const& letter) {
  std::vector<Version> versions;
  api.engine.store().read_history(reference, [&](ports::StoredLeaf const& leaf) {
    auto const recorded = codec::open_leaf(leaf.bytes, leaf.disclosures);
    if (auto const* drafted = std::get_if<LetterDrafted>(&recorded.event); drafted != nullptr && drafted->letter == letter)
      versions.push_back({recorded.at, *drafted, std::nullopt});
    if (auto const* returned = std::get_if<LetterReturned>(&recorded.event); returned != nullptr && returned->letter == letter && !versions.empty())
      versions.back().returned = *returned;
  });
  return versions;
}

boost::json::object described(Version const& version, std::size_t number) {
  auto const& returned = version.returned;
  return {{"version", number},
          {"at", codec::to_json(version.at)},
          {"by", codec::to_json(version.drafted.by)},
          {"document", codec::to_json(version.drafted.document)},
          {"returned", returned ? boost::json::value(boost::json::object{{"by", codec::to_json(returned->by)}, {"remarks", returned->remarks}}) : nullptr}};
}

std::vector<Version> asked_for(Api const& api, Request const& request) {
  return versions_of(api, Reference(request.captured_value("reference")), LetterId(request.captured_value("id")));
}

Response versions(Api const& api, Request const& request) {
  auto const all = asked_for(api, request);
  if (all.empty()) return problem(404, "The complaint has no such letter.");
  boost::json::array list;
  for (std::size_t i = 0; i < all.size(); ++i) list.push_back(described(all[i], i + 1));
  return json_answer(200, {{"versions", std::move(list)}});
}

/// The version that the query names, or the one that is meant when it names none; empty for what is no version of the letter.
std::optional<std::size_t> version_in(Request const& request, std::string const& name, std::size_t otherwise, std::size_t count) {
  auto const text = request.query_value(name);
  if (text.empty()) return otherwise;
  std::size_t number = 0;
  auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const is_number = failed == std::errc{} && end == text.data() + text.size();
  return is_number && number >= 1 && number <= count ? std::optional(number) : std::nullopt;
}

Response changes(Api const& api, Request const& request) {
  auto const all = asked_for(api, request);
  if (all.empty()) return problem(404, "The complaint has no such letter.");
  auto const to = version_in(request, "to", all.size(), all.size());
  auto const from = version_in(request, "from", to && *to > 1 ? *to - 1 : 1, all.size());
  if (!from || !to) return problem(400, "`from` and `to` are versions of the letter, counted from 1.");
  auto const between = changes_between(all[*from - 1].drafted.document, all[*to - 1].drafted.document);
  return json_answer(200, {{"from", *from}, {"to", *to}, {"changes", codec::to_json(between)}});
}

}  // namespace

void add_letter_versions(Router& router, SharedApi const& api) {
  router.add({"GET", "/api/v1/complaints/{reference}/letters/{id}/versions", Need::to(Privilege::ReadLetters),
              answering([api](Request const& request) { return versions(*api, request); })});
  router.add({"GET", "/api/v1/complaints/{reference}/letters/{id}/changes", Need::to(Privilege::ReadLetters),
              answering([api](Request const& request) { return changes(*api, request); })});
}

}  // namespace redress::http
