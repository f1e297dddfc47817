// SPDX-License-Identifier: Apache-2.0
#pragma once

// The two stores there are: SQLite, embedded, for one process; and PostgreSQL. They keep the same tables and are held to the same contract
// (tests/contracts/store_contract.hpp). Opening brings the tables up to date; a store that is newer than the program is a fault.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "engine/ports/accounts.hpp"
#include "engine/ports/conflicts.hpp"
#include "engine/ports/identifiers.hpp"
#include "engine/ports/read_log.hpp"
#include "engine/ports/store.hpp"

namespace redress::store {

/// A store with everything a node keeps in it.
class NodeStore : public ports::Store, public ports::Accounts, public ports::Conflicts, public ports::ReadLog {
 public:
  using ports::Accounts::record;
  using ports::ReadLog::record;
};

struct StoreOptions {
  ports::Identifiers& identifiers;       ///< for the salts of disclosures; outlives the store
  std::string log_origin;                ///< the name of the organisation's history: "complaints.example.org/log"
  std::string machine = "resolution@1";  ///< the workflow that decides, with its version
};

/// The file is made when it is not there, its folder is not. ":memory:" keeps everything in memory. Only one process may have a file open:
/// the second gets a StoreFault of kind Unavailable.
[[nodiscard]] std::unique_ptr<NodeStore> open_sqlite(std::filesystem::path const& file, StoreOptions options);

/// The same file, to be read only, also while another process serves it: nothing is locked, migrated or written. Writing is a fault, and so
/// is a file that is not there.
[[nodiscard]] std::unique_ptr<NodeStore> open_sqlite_to_read(std::filesystem::path const& file, StoreOptions options);

/// Takes a libpq connection string. Refuses a server that would lose what it has acknowledged (fsync or synchronous_commit switched off).
[[nodiscard]] std::unique_ptr<NodeStore> open_postgresql(std::string const& connection_string, StoreOptions options);

/// The newest migration that a store had, and has. The same when nothing was missing; 0 when the store was not there.
struct Migrated {
  std::int64_t from = 0;
  std::int64_t to = 0;
};

/// Only bring the tables up to date, as opening does.
[[nodiscard]] Migrated migrate_sqlite(std::filesystem::path const& file);
[[nodiscard]] Migrated migrate_postgresql(std::string const& connection_string);

}  // namespace redress::store
