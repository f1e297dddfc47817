// SPDX-License-Identifier: Apache-2.0
#pragma once

// The history for people outside: auditors, statisticians, process miners. An export reads the leaves and nothing else, one at a time, so
// that its size is bounded by the history and not by memory.
//
//   csv    a row an event, for a spreadsheet. Nothing personal.
//   jsonl  a line an event: the leaf, byte for byte as it is hashed, and its disclosures. Personal, as the history itself is.
//   xes    IEEE 1849-2016, for process mining: a trace a complaint. Nothing personal.
//
// docs/reference/exports.md describes the columns and attributes.

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <string_view>

#include "engine/domain/identifier.hpp"
#include "engine/domain/refusal.hpp"
#include "engine/domain/time.hpp"
#include "engine/ports/store.hpp"

namespace redress::exports {

enum class Format { Csv, Jsonl, Xes };

constexpr auto names_of(Format) {
  return std::array<std::string_view, 3>{"csv", "jsonl", "xes"};
}

/// The media type of a format, for an HTTP answer.
[[nodiscard]] std::string_view media_type(Format format);

struct ExportRequest {
  Format format = Format::Csv;
  Reference complaint;        ///< empty: every complaint
  std::optional<Time> from;   ///< events at this moment and later
  std::optional<Time> until;  ///< events before this moment
};

struct ExportCounts {
  std::int64_t complaints = 0;  ///< with at least one event written
  std::int64_t events = 0;
};

/// The output took no more. What was written so far is not a whole export.
class ExportFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Writes complaint by complaint, each in the order of its history. Refused as UnknownComplaint, with nothing written. Throws ExportFault,
/// or StoreFault when the store cannot be read.
[[nodiscard]] std::expected<ExportCounts, Refusal> export_history(ports::Store& store, ExportRequest const& request, std::ostream& out);

}  // namespace redress::exports
