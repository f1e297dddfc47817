// SPDX-License-Identifier: Apache-2.0
#pragma once

// The history in its tables: leaves with their disclosures, written once and never changed, and the complaint they fold to. The events of a complaint are a
// chain from its row backwards (ADR 0012); where the chain is damaged, they are looked for one by one.

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
  std::int64_t place = 0;     ///< in the table
  std::int64_t previous = 0;  ///< the place of the event before it; 0 for the first
  std::int64_t sequence = 0;
  std::string bytes;
  std::vector<std::string> digests;      ///< of the disclosures, as stored beside them
  std::vector<std::string> disclosures;  ///< in the order of their digests
};

/// What stands in the tables of one complaint's history.
struct HistoryRows {
  std::vector<LeafRow> leaves;  ///< ascending by sequence
};

/// Writes the events as they were sealed, with what they disclose, behind those that the complaint's row knows of; answers the place of the last.
[[nodiscard]] std::int64_t write_events(Connection& connection, std::vector<RecordedEvent> const& events, std::vector<ports::SealedEvent> const& sealed);

/// What the chain leads to: from the last event that the complaint's row knows of, or when it has no row, from the newest there is.
[[nodiscard]] HistoryRows read_history_rows(Connection& connection, ComplaintId const& complaint);
/// All that says it belongs to the complaint, whether the chain leads there or not. It reads the whole table, unless somebody made an index.
[[nodiscard]] HistoryRows find_history_rows(Connection& connection, ComplaintId const& complaint);
/// Sets right where each event leads.
void chain_together(Connection& connection, HistoryRows const& history);

/// The identifier of the complaint with that reference.
[[nodiscard]] std::optional<ComplaintId> find_complaint(Connection& connection, Reference const& reference);

/// The fold of its history. A history that does not hold together is a StoreFault of kind Corrupt: nobody shall act on what was tampered
/// with.
[[nodiscard]] std::optional<Complaint> load_complaint(Connection& connection, Reference const& reference);

/// How many disclosures stand in the tables whose event is gone.
[[nodiscard]] std::int64_t disclosures_of_no_event(Connection& connection);

/// The place of the newest event of all; 0 when there is none.
[[nodiscard]] std::int64_t newest_place(Connection& connection);
[[nodiscard]] std::int64_t count_events(Connection& connection, std::int64_t up_to_place);

struct EventCount {
  ComplaintId complaint;
  std::int64_t events = 0;
};

/// How many events say they belong to which complaint, a page at a time, by identifier: those after `after`.
[[nodiscard]] std::vector<EventCount> next_counts(Connection& connection, ComplaintId const& after, std::int64_t up_to_place);

/// The complaints of which there are rows, be it remains only, by identifier, a page at a time: those after `after`.
[[nodiscard]] std::vector<ComplaintId> next_complaints(Connection& connection, ComplaintId const& after);

struct FirstEvent {
  ComplaintId complaint;
  std::int64_t place = 0;
};

/// The complaints of which there are events and nothing else, a page at a time, by the place of the first: those after `after`.
[[nodiscard]] std::vector<FirstEvent> next_without_rows(Connection& connection, std::int64_t after);

/// Calls `visit(id)` for every complaint, with a page of identifiers in memory at a time.
template <class Visit>
void for_each_complaint(Connection& connection, Visit&& visit) {
  for (auto page = next_complaints(connection, {}); !page.empty(); page = next_complaints(connection, page.back()))
    for (auto const& id : page) visit(id);
  for (auto page = next_without_rows(connection, 0); !page.empty(); page = next_without_rows(connection, page.back().place))
    for (auto const& first : page) visit(first.complaint);
}

}  // namespace redress::store
