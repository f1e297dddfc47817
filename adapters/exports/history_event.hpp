// SPDX-License-Identifier: Apache-2.0
#pragma once

// One event as an export shows it, read from its leaf alone: there is nothing personal in it, because there is nothing personal in a leaf.

#include <cstdint>
#include <string>

#include "engine/domain/event.hpp"
#include "engine/ports/store.hpp"

namespace redress::exports {

struct HistoryEvent {
  Reference reference;
  std::int64_t sequence = 0;
  Time at;
  std::string name;  ///< "complaint-received"
  Actor actor;
  Stage stage = Stage::Received;  ///< after the event
  std::string machine;            ///< the workflow that decided, with its version
  std::string data;               ///< the open fields: a JSON object, byte for byte as it stands in the leaf
};

/// Reads leaves in the order in which the store gives them, each complaint from its first, and keeps each one's stage in mind on the way.
class HistoryEventReader {
 public:
  /// Throws StoreFault of kind Corrupt when the bytes are not a leaf.
  [[nodiscard]] HistoryEvent read(ports::StoredLeaf const& leaf);

 private:
  Stage stage_ = Stage::Received;
};

}  // namespace redress::exports
