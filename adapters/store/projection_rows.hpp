// SPDX-License-Identifier: Apache-2.0
#pragma once

// The projection in its tables. Only rows that changed are written.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "adapters/store/connection.hpp"
#include "engine/domain/projection.hpp"
#include "engine/ports/store.hpp"

namespace redress::store {

/// The end of a complaint's history.
struct ChainEnd {
  std::string head;             ///< the digest of the last leaf
  std::int64_t last_event = 0;  ///< its place
};

/// What stands in the tables of one complaint.
struct StoredProjection {
  Projection rows;
  ChainEnd end;
  std::string search;
};

/// Writes the complaint's row; a StoreFault of kind Conflict when it is not at the version it was decided on, or its reference is taken.
void write_projection(Connection& connection, Projection const* before, Projection const& after, ChainEnd const& end);
/// Writes every row, whatever stands there.
void replace_projection(Connection& connection, Projection const& projection, ChainEnd const& end);
void delete_projection(Connection& connection, ComplaintId const& complaint);

/// Empty when there is no row of the complaint itself. Rows come in no particular order.
[[nodiscard]] std::optional<StoredProjection> read_projection(Connection& connection, ComplaintId const& complaint);

/// Without the complaints that concern the reader; an empty reader is concerned by none.
[[nodiscard]] std::vector<ComplaintRow> list_complaints(Connection& connection, ports::ListFilter const& filter, StaffId const& reader, Time now);
[[nodiscard]] std::vector<ports::OpenDeadline> read_next_deadlines(Connection& connection, ports::DeadlinePlace const& after, std::int64_t limit);
[[nodiscard]] std::vector<ports::OpenAppointment> read_open_appointments(Connection& connection, StaffId const& with, Time from, std::int64_t limit);

[[nodiscard]] std::optional<ports::SentMessage> find_sent_as(Connection& connection, std::string const& message_id);
[[nodiscard]] std::optional<ports::SentMessage> find_sent_with(Connection& connection, std::string const& reply_token);

/// What a complaint is found by: its reference and the complainant's name, folded.
[[nodiscard]] std::string search_text(ComplaintRow const& row);

}  // namespace redress::store
