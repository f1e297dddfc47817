// SPDX-License-Identifier: Apache-2.0
// The history of a complaint: its leaves byte for byte, as they were hashed, and the same again as events that people can read.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <variant>

#include "adapters/codec/described.hpp"
#include "adapters/codec/digest.hpp"
#include "adapters/codec/leaf.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

boost::json::object readable(RecordedEvent const& recorded) {
  return {{"sequence", recorded.sequence},
          {"at", codec::to_json(recorded.at)},
          {"type", name_of(recorded.event)},
          {"actor", codec::to_json(recorded.actor)},
          {"data", std::visit([](auto const& event) { return codec::to_json(event); }, recorded.event)}};
}

/// An event that names a complaint which is about the reader. What stands in a leaf cannot be left out of it, so the whole leaf is; its digest remains, and
/// with it the chain.
bool names_one_of(ports::StoredLeaf const& leaf, std::set<Reference> const& hidden) {
  return std::ranges::any_of(hidden, [&](Reference const& one) { return leaf.bytes.contains(one.value); });
}

boost::json::object without_contents(RecordedEvent const& recorded) {
  auto shown = readable(recorded);
  shown["data"] = boost::json::object{};
  return shown;
}

Response history(Api const& api, Request const& request) {
  auto const hidden = api.access_desk.hidden_from(request.caller.staff);
  // The leaves are put into the answer as text: reading and writing them again could change a byte, and then their digests would not fit.
  std::string leaves;
  boost::json::array events;
  api.engine.store().read_history(Reference(request.captured_value("reference")), [&](ports::StoredLeaf const& leaf) {
    leaves += leaves.empty() ? "" : ",";
    if (names_one_of(leaf, hidden)) {
      leaves += R"({"leaf":{"withheld":")" + codec::sha256_hex(leaf.bytes) + R"("},"disclosures":[]})";
      events.push_back(without_contents(codec::open_leaf(leaf.bytes, leaf.disclosures)));
      return;
    }
    leaves += R"({"leaf":)" + leaf.bytes + R"(,"disclosures":)" + boost::json::serialize(codec::to_json(leaf.disclosures)) + "}";
    events.push_back(readable(codec::open_leaf(leaf.bytes, leaf.disclosures)));
  });
  if (events.empty()) return unknown_complaint(api, request);
  auto body = R"({"leaves":[)" + leaves + R"(],"events":)" + boost::json::serialize(events) + "}";
  return {200, {{"Content-Type", "application/json"}}, std::move(body), nullptr};
}

}  // namespace

void add_history(Router& router, SharedApi const& api) {
  router.add({"GET", "/api/v1/complaints/{reference}/history", Need::to(Privilege::ReadHistory),
              answering([api](Request const& request) { return history(*api, request); })});
}

}  // namespace redress::http
