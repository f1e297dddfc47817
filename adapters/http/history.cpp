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

/// An event that names a complaint which is about the reader, in a field of its own or in what somebody wrote. What stands in a leaf cannot be left out of it,
/// so the whole leaf is; its digest remains, and with it the chain.
bool names_one_of(boost::json::object const& event, std::set<Reference> const& hidden) {
  if (hidden.empty()) return false;
  auto const data = boost::json::serialize(event.at("data"));
  return std::ranges::any_of(hidden, [&](Reference const& one) { return data.contains(one.value); });
}

Response history(Api const& api, Request const& request) {
  auto const hidden = api.access_desk.hidden_from(request.caller.staff);
  // The leaves are put into the answer as text: reading and writing them again could change a byte, and then their digests would not fit.
  std::string leaves;
  boost::json::array events;
  api.engine.store().read_history(Reference(request.captured_value("reference")), [&](ports::StoredLeaf const& leaf) {
    leaves += leaves.empty() ? "" : ",";
    auto event = readable(codec::open_leaf(leaf.bytes, leaf.disclosures));
    if (names_one_of(event, hidden)) {
      leaves += R"({"leaf":{"withheld":")" + codec::sha256_hex(leaf.bytes) + R"("},"disclosures":[]})";
      event["data"] = boost::json::object{};
    } else {
      leaves += R"({"leaf":)" + leaf.bytes + R"(,"disclosures":)" + boost::json::serialize(codec::to_json(leaf.disclosures)) + "}";
    }
    events.push_back(std::move(event));
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
