// SPDX-License-Identifier: Apache-2.0
#pragma once

// The projection in its tables. Only rows that changed are written.

#include <optional>
#include <string>
#include <vector>

#include "adapters/store/connection.hpp"
#include "engine/domain/projection.hpp"
#include "engine/ports/store.hpp"

namespace redress::store {

/// What stands in the tables of one complaint.
struct StoredProjection {
  Projection rows;
  std::string head;
  std::string search;
};

/// Writes the complaint's row; a StoreFault of kind Conflict when it is not at the version it was decided on, or its reference is taken.
void write_projection(Connection& connection, Projection const* before, Projection const& after, std::string const& head);
/// Writes every row, whatever stands there.
void replace_projection(Connection& connection, Projection const& projection, std::string const& head);
void delete_projection(Connection& connection, ComplaintId const& complaint);

/// Empty when there is no row of the complaint itself. Rows come in no particular order.
[[nodiscard]] std::optional<StoredProjection> read_projection(Connection& connection, ComplaintId const& complaint);

[[nodiscard]] std::vector<ComplaintRow> list_complaints(Connection& connection, ports::ListFilter const& filter);
[[nodiscard]] std::vector<ports::OpenDeadline> read_open_deadlines(Connection& connection);

/// What a complaint is found by: its reference and the complainant's name, folded.
[[nodiscard]] std::string search_text(ComplaintRow const& row);

}  // namespace redress::store
