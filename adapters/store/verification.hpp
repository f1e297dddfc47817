// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a store still says what was once written: every chain, every disclosure against its digest, the projection against the fold of
// the history, and the frozen messages against what the history says of them.

#include <string>
#include <vector>

#include "adapters/store/connection.hpp"
#include "engine/ports/store.hpp"

namespace redress::store {

/// Checks one complaint and adds what it finds to the report.
void verify_complaint(Connection& connection, ComplaintId const& complaint, ports::VerifyReport& report);

}  // namespace redress::store
