// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every format of export can do. A format is a class of its own; to add one, add its class, its enumerator and its line in
// history_export.cpp.

#include <memory>
#include <ostream>

#include "adapters/exports/history_event.hpp"
#include "engine/ports/store.hpp"

namespace redress::exports {

class HistoryWriter {
 public:
  virtual ~HistoryWriter() = default;

  virtual void begin() = 0;
  /// Events of one complaint come one after the other. `leaf` is where `event` was read from.
  virtual void write(HistoryEvent const& event, ports::StoredLeaf const& leaf) = 0;
  virtual void end() = 0;
};

[[nodiscard]] std::unique_ptr<HistoryWriter> csv_writer(std::ostream& out);
[[nodiscard]] std::unique_ptr<HistoryWriter> jsonl_writer(std::ostream& out);
[[nodiscard]] std::unique_ptr<HistoryWriter> xes_writer(std::ostream& out);

}  // namespace redress::exports
