// SPDX-License-Identifier: Apache-2.0
#pragma once

// When a promise may fall: on a day when people work, not before today (rule 15).

#include "workflows/turn.hpp"

namespace redress::workflows::policies {

void check_promise_date(Consideration const& at, Date by, std::string const& subject, MissingList& missing);
/// Whoever keeps it works here, and is there on that day.
void check_promise_owner(Consideration const& at, StaffId const& owner, Date by, std::string const& subject, MissingList& missing);

}  // namespace redress::workflows::policies
