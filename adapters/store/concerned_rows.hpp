// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which complaints are about whom: the predicate of ports::Conflicts as rows.

#include <set>
#include <vector>

#include "adapters/store/connection.hpp"
#include "engine/domain/identifier.hpp"

namespace redress::store {

void put_concerned(Connection& connection, ComplaintId const& complaint, std::vector<StaffId> const& staff);
[[nodiscard]] std::vector<StaffId> read_concerned(Connection& connection, ComplaintId const& complaint);

[[nodiscard]] bool is_concerned(Connection& connection, Reference const& reference, StaffId const& staff);
[[nodiscard]] std::set<Reference> references_concerning(Connection& connection, StaffId const& staff);

/// From the first events of all complaints, into a table that is empty.
void fill_concerned(Connection& connection);

}  // namespace redress::store
