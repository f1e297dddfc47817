// SPDX-License-Identifier: Apache-2.0
// The history of a complaint: its leaves byte for byte, as they were hashed, and the same again as events that people can read.
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <variant>

#include "adapters/codec/described.hpp"
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

Response history(Api const& api, Request const& request) {
  // The leaves are put into the answer as text: reading and writing them again could change a byte, and then their digests would not fit.
  std::string leaves;
  boost::json::array events;
  api.engine.store().read_history(Reference(request.captured_value("reference")), [&](ports::StoredLeaf const& leaf) {
    leaves += leaves.empty() ? "" : ",";
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
