// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a store still says what was once written: every chain, every disclosure against its digest, the projection against the fold of the history, the
// frozen messages against what the history says of them, and that there is no event to which no chain leads.

#include "adapters/store/connection.hpp"
#include "engine/ports/store.hpp"

namespace redress::store {

/// Checks everything. Others may go on writing meanwhile.
[[nodiscard]] ports::VerifyReport verify_store(Connection& connection);

}  // namespace redress::store
