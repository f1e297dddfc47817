// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/data_store.hpp"

#include <chrono>
#include <thread>

#include <spdlog/spdlog.h>

#include "adapters/app/letter_command.hpp"
#include "adapters/rules/rules.hpp"
#include "adapters/system/random_identifiers.hpp"

namespace redress::app {
namespace {

std::filesystem::path file_of_store(system::DataDirectory const& data) {
  return data.store() / "redress.db";
}

std::unique_ptr<ports::Store> open_store_to_read(system::DataDirectory const& data, Configuration const& configuration, std::string const& log_origin,
                                                 ports::Identifiers& identifiers) {
  store::StoreOptions const options{identifiers, log_origin};
  if (!configuration.postgresql.empty()) return store::open_postgresql(configuration.postgresql, options);
  return store::open_sqlite_to_read(file_of_store(data), options);
}

}  // namespace

/// A command that finds no server has the directory itself for a moment: mail that is piped in while the server starts, say. A server announces itself, and
/// ends when somebody stops it.
system::DataDirectory::Lock take_lock(system::DataDirectory const& data) {
  constexpr std::chrono::seconds patience{20};
  constexpr std::chrono::milliseconds pause{50};
  auto const end = std::chrono::steady_clock::now() + patience;
  for (bool is_first = true;; is_first = false) {
    if (auto lock = system::DataDirectory::Lock::try_take(data)) return std::move(*lock);
    if (data.running_server() || std::chrono::steady_clock::now() >= end)
      throw DirectoryTaken("another process has the data directory " + data.root().string() + "; stop it, or name another directory with --data");
    if (is_first) spdlog::info("waiting for the command that has the data directory");
    std::this_thread::sleep_for(pause);
  }
}

Organisation load_organisation(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources) {
  return rules::load_organisation(organisation_file(data.root(), configuration, resources));
}

std::unique_ptr<store::NodeStore> open_store(system::DataDirectory const& data, Configuration const& configuration, std::string const& log_origin,
                                             ports::Identifiers& identifiers) {
  store::StoreOptions const options{identifiers, log_origin};
  if (!configuration.postgresql.empty()) return store::open_postgresql(configuration.postgresql, options);
  return store::open_sqlite(file_of_store(data), options);
}

struct StoreParts {
  system::RandomIdentifiers identifiers;
  std::unique_ptr<ports::Store> store;
};

OpenStore::OpenStore(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources)
    : parts(std::make_unique<StoreParts>()) {
  parts->store = open_store_to_read(data, configuration, load_organisation(data, configuration, resources).log_origin, parts->identifiers);
}

OpenStore::~OpenStore() = default;

ports::Store& OpenStore::store() const {
  return *parts->store;
}

/// Nodes on a PostgreSQL share it, and whoever comes first brings it up to date; a file is for one process.
store::Migrated migrate_store(system::DataDirectory const& data, Configuration const& configuration) {
  if (!configuration.postgresql.empty()) return store::migrate_postgresql(configuration.postgresql);
  auto const lock = take_lock(data);
  return store::migrate_sqlite(file_of_store(data));
}

}  // namespace redress::app
