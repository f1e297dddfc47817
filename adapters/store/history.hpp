// SPDX-License-Identifier: Apache-2.0
#pragma once

// The history in its tables: leaves with their disclosures, written once and never changed, and the complaint they fold to.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "adapters/store/connection.hpp"
#include "adapters/store/open_store.hpp"
#include "engine/domain/complaint.hpp"

namespace redress::store {

/// One leaf as it stands in the tables.
struct LeafRow {
  std::int64_t sequence = 0;
  std::string bytes;
  std::vector<std::string> digests;      ///< of the disclosures, as stored beside them
  std::vector<std::string> disclosures;  ///< in the order of their digests
};

/// What stands in the tables of one complaint's history.
struct HistoryRows {
  std::vector<LeafRow> leaves;  ///< ascending by sequence
};

/// Writes the events as they were sealed, with what they disclose.
void write_events(Connection& connection, std::vector<RecordedEvent> const& events, std::vector<ports::SealedEvent> const& sealed);

[[nodiscard]] HistoryRows read_history_rows(Connection& connection, ComplaintId const& complaint);

/// The identifier of the complaint with that reference.
[[nodiscard]] std::optional<ComplaintId> find_complaint(Connection& connection, Reference const& reference);

/// The fold of its history. A history that does not hold together is a StoreFault of kind Corrupt: nobody shall act on what was tampered
/// with.
[[nodiscard]] std::optional<Complaint> load_complaint(Connection& connection, Reference const& reference);

/// How many disclosures stand in the tables whose event is gone.
[[nodiscard]] std::int64_t disclosures_of_no_event(Connection& connection);

/// The complaints there are, by identifier, a page at a time: those after `after`, also such of which only remains are left.
[[nodiscard]] std::vector<ComplaintId> next_complaints(Connection& connection, ComplaintId const& after);

}  // namespace redress::store
