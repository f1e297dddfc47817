// SPDX-License-Identifier: Apache-2.0
#pragma once

// The store that a data directory and its settings name: a file in it, or a PostgreSQL; and whose it is at the moment.

#include <memory>
#include <stdexcept>
#include <string>

#include "adapters/app/configuration.hpp"
#include "adapters/app/resources.hpp"
#include "adapters/store/open_store.hpp"
#include "adapters/system/data_directory.hpp"
#include "engine/domain/organisation.hpp"
#include "engine/ports/identifiers.hpp"
#include "engine/ports/store.hpp"

namespace redress::app {

/// Another process has the data directory, and goes on having it.
class DirectoryTaken : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Waits for a command that has the directory for a moment. DirectoryTaken when a server has it.
[[nodiscard]] system::DataDirectory::Lock take_lock(system::DataDirectory const& data);

[[nodiscard]] Organisation load_organisation(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources);

/// To be read and written; whoever has the directory's lock may open a file. `identifiers` outlives it.
[[nodiscard]] std::unique_ptr<store::NodeStore> open_store(system::DataDirectory const& data, Configuration const& configuration, std::string const& log_origin,
                                                           ports::Identifiers& identifiers);

/// The store alone, to be read and never written, also while a server runs on it.
struct OpenStore {
  explicit OpenStore(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources);
  ~OpenStore();

  std::unique_ptr<class StoreParts> parts;
  [[nodiscard]] ports::Store& store() const;
};

/// Brings the store's tables up to date, as opening the store does, and answers what it was at and is at.
[[nodiscard]] store::Migrated migrate_store(system::DataDirectory const& data, Configuration const& configuration);

}  // namespace redress::app
