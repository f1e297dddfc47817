// SPDX-License-Identifier: Apache-2.0
#include "adapters/exports/history_event.hpp"

#include <string_view>
#include <variant>

#include <boost/json/parse.hpp>

#include "adapters/codec/canonical.hpp"
#include "adapters/codec/leaf.hpp"

namespace redress::exports {
namespace {

/// A leaf is canonical, and writing canonically is the inverse of reading: these are the leaf's own bytes.
std::string open_fields(std::string_view leaf) {
  auto const value = boost::json::parse(boost::json::string_view(leaf.data(), leaf.size()));
  std::string data;
  codec::write_canonical(data, value.at("data"));
  return data;
}

}  // namespace

HistoryEvent HistoryEventReader::read(ports::StoredLeaf const& stored) {
  try {
    auto leaf = codec::read_leaf(stored.bytes, {});
    auto& recorded = leaf.recorded;
    if (recorded.sequence == 1) stage_ = Stage::Received;
    if (auto const* moved = std::get_if<StageMoved>(&recorded.event)) stage_ = moved->to;
    return {stored.reference,        recorded.sequence,        recorded.at, std::string(name_of(recorded.event)), std::move(recorded.actor), stage_,
            std::move(leaf.machine), open_fields(stored.bytes)};
  } catch (codec::LeafFault const& fault) {
    throw ports::StoreFault(ports::StoreFaultKind::Corrupt, stored.reference.value + " event " + std::to_string(stored.sequence) + ": " + fault.what());
  }
}

}  // namespace redress::exports
