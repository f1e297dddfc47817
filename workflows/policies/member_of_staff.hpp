// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who may be given a part in a complaint: somebody of ours whom it is not about (rule 11).

#include "workflows/policies/conflicts.hpp"

namespace redress::workflows::policies {

inline void check_staff(Consideration const& at, StaffId const& staff, MissingList& missing) {
  if (at.rules.organisation.find(staff) == nullptr)
    miss(missing, Reason::UnknownStaff, staff.value);
  else if (is_concerned(at.complaint, staff))
    miss(missing, Reason::ConflictOfInterest, staff.value);
}

}  // namespace redress::workflows::policies
