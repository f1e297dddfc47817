// SPDX-License-Identifier: Apache-2.0
#pragma once

// Somebody for each role, to try Redress with: `serve --demo` makes them once, in a node that has no users, and says how they log in.

#include <string>

#include "adapters/system/data_directory.hpp"
#include "engine/runtime/access_desk.hpp"

namespace redress::app {

/// Does nothing when there is any user.
void make_demonstration_users(runtime::AccessDesk& desk, system::DataDirectory const& data);

/// How they log in, for people to read; empty when this node has none. Whoever changed their password knows it themselves.
[[nodiscard]] std::string demonstration_log_ins(runtime::AccessDesk& desk, system::DataDirectory const& data);

}  // namespace redress::app
