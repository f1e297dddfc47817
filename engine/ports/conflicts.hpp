// SPDX-License-Identifier: Apache-2.0
#pragma once

// Conflicts of interest: whoever is named in a complaint is not to know of it, whatever their role. The store keeps the relation beside the projection and
// leaves such complaints out of what it lists; it is made from the history (ComplaintReceived::concerns_staff) and can be made anew.

#include <algorithm>
#include <set>
#include <vector>

#include "engine/domain/complaint.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/ports/store.hpp"

namespace redress::ports {

class Conflicts {
 public:
  virtual ~Conflicts() = default;

  /// Whether the complaint is about that member of staff. Nobody, an empty identifier, is concerned by none.
  [[nodiscard]] virtual bool concerns(Reference const& reference, StaffId const& staff) = 0;
  /// Every complaint about that member of staff.
  [[nodiscard]] virtual std::set<Reference> concerning(StaffId const& staff) = 0;
  /// As Store::list, without those that concern the reader.
  [[nodiscard]] virtual std::vector<ComplaintRow> list_for(StaffId const& reader, ListFilter const& filter) = 0;
};

/// The same, told from the complaint itself.
[[nodiscard]] inline bool is_about(Complaint const& complaint, StaffId const& staff) {
  auto const& named = complaint.received.concerns_staff;
  return !staff.empty() && std::ranges::find(named, staff) != named.end();
}

}  // namespace redress::ports
