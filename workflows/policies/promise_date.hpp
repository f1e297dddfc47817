// SPDX-License-Identifier: Apache-2.0
#pragma once

// When a promise may fall: on a day when people work, not before today (rule 15).

#include "workflows/turn.hpp"

namespace redress::workflows::policies {

void check_promise_date(Consideration const& at, Date by, std::string const& subject, MissingList& missing);

}  // namespace redress::workflows::policies
