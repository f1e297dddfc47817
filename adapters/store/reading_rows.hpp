// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who read what, as rows.

#include <span>
#include <vector>

#include "adapters/store/connection.hpp"
#include "engine/ports/read_log.hpp"

namespace redress::store {

void insert_readings(Connection& connection, std::span<ports::Reading const> readings);
[[nodiscard]] std::vector<ports::KeptReading> newest_readings(Connection& connection, ports::ReadingFilter const& filter);
void delete_old_readings(Connection& connection, Time before);

}  // namespace redress::store
