// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/missing.hpp"

namespace redress::http {
namespace {

boost::json::value place_of(Missing const& missing) {
  if (!missing.place) return nullptr;
  return boost::json::object{{"paragraph", missing.place->paragraph}, {"start", missing.place->start}, {"end", missing.place->end}};
}

}  // namespace

boost::json::object missing_object(Missing const& missing, std::string const& title) {
  return {{"reason", name_of(missing.reason)}, {"subject", missing.subject}, {"title", title}, {"place", place_of(missing)}};
}

boost::json::array missing_list(Api const& api, std::vector<Missing> const& missing, Language language) {
  boost::json::array list;
  for (auto const& one : missing) list.push_back(missing_object(one, api.refusal_texts(one.reason, language, one.subject)));
  return list;
}

}  // namespace redress::http
