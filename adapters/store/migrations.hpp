// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbered SQL that brings a store up to date. The files in adapters/store/migrations are carried in the program.

#include <cstdint>
#include <string_view>
#include <vector>

#include "adapters/store/connection.hpp"
#include "adapters/store/open_store.hpp"

namespace redress::store {

struct Migration {
  std::int64_t number = 0;
  std::string_view dialect;  ///< empty when it is the same for all
  std::string_view text;
};

/// Ascending by number.
[[nodiscard]] std::vector<Migration> const& all_migrations();

/// Applies what is missing, all or nothing. A store that is newer than the program is a StoreFault of kind Unavailable.
Migrated migrate(Connection& connection);

/// For whoever only reads: a store that is older or newer than the program is a StoreFault of kind Unavailable that says what to do.
void ensure_up_to_date(Connection& connection);

}  // namespace redress::store
