// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which complaints are about whom: the predicate of ports::Conflicts as rows.

#include <map>
#include <set>
#include <vector>

#include "adapters/store/connection.hpp"
#include "engine/domain/complaint.hpp"
#include "engine/ports/store.hpp"

namespace redress::store {

void put_concerned(Connection& connection, ComplaintId const& complaint, std::vector<StaffId> const& staff);
/// Whoever it is given to is concerned already.
void put_leave(Connection& connection, ComplaintId const& complaint, LetIn const& leave);
/// Each with the moment until which they may read; the beginning of time when nobody let them in.
[[nodiscard]] std::map<StaffId, Time> read_concerned(Connection& connection, ComplaintId const& complaint);

[[nodiscard]] bool is_concerned(Connection& connection, Reference const& reference, StaffId const& staff, Time now);
[[nodiscard]] std::set<Reference> references_concerning(Connection& connection, StaffId const& staff, Time now);

/// Mails that have to do with such complaints, and messages of theirs on their way out.
[[nodiscard]] ports::MailCounts count_mails_concerning(Connection& connection, StaffId const& staff, Time now);
[[nodiscard]] std::int64_t count_outbox_concerning(Connection& connection, StaffId const& staff, Time now);

/// From the first events of all complaints, into a table that is empty.
void fill_concerned(Connection& connection);

}  // namespace redress::store
