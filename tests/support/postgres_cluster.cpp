// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgres_cluster.hpp"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include <fmt/format.h>

namespace redress::testing {
namespace {

std::optional<std::filesystem::path> find_programs() {
  std::filesystem::path const root = "/usr/lib/postgresql";
  if (!std::filesystem::exists(root)) return std::nullopt;
  for (auto const& version : std::filesystem::directory_iterator(root))
    if (std::filesystem::exists(version.path() / "bin" / "initdb")) return version.path() / "bin";
  return std::nullopt;
}

bool is_root() {
  return ::geteuid() == 0;
}

std::string quoted(std::string const& text) {
  std::string quoted = "'";
  for (char const letter : text) quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return quoted + "'";
}

std::filesystem::path fresh_folder() {
  auto name = (std::filesystem::temp_directory_path() / "redress-postgres-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder for PostgreSQL");
  if (is_root()) {
    auto const* owner = ::getpwnam("postgres");
    if (owner == nullptr || ::chown(name.c_str(), owner->pw_uid, owner->pw_gid) != 0) throw std::runtime_error("there is no user postgres");
  }
  return name;
}

}  // namespace

PostgresCluster* PostgresCluster::shared() {
  static std::unique_ptr<PostgresCluster> const cluster = []() -> std::unique_ptr<PostgresCluster> {
    auto const programs = find_programs();
    return programs ? std::unique_ptr<PostgresCluster>(new PostgresCluster(*programs)) : nullptr;
  }();
  return cluster.get();
}

PostgresCluster::PostgresCluster(std::filesystem::path programs) : programs_(std::move(programs)), folder_(fresh_folder()) {
  run("initdb", fmt::format("-D {}/data -U redress -A trust -E UTF8 --locale=C", folder_.string()));
  start();
}

PostgresCluster::~PostgresCluster() {
  try {
    stop();
    std::filesystem::remove_all(folder_);
  } catch (std::exception const&) {
    // The run is over; what is left lies in the system's temporary folder.
  }
}

void PostgresCluster::start() {
  run("pg_ctl", fmt::format("-D {0}/data -w -l {0}/log -o \"-c listen_addresses='' -k {0}\" start", folder_.string()));
}

void PostgresCluster::stop() {
  run("pg_ctl", fmt::format("-D {}/data -m immediate stop", folder_.string()));
}

void PostgresCluster::crash_and_restart() {
  stop();
  start();
}

std::string PostgresCluster::create_database() {
  auto const name = fmt::format("test_{}", ++databases_);
  run("createdb", fmt::format("-h {} -U redress {}", folder_.string(), name));
  return fmt::format("host={} user=redress dbname={}", folder_.string(), name);
}

void PostgresCluster::run_sql(std::string const& connection_string, std::string const& sql) {
  run("psql", fmt::format("-q -v ON_ERROR_STOP=1 -d {} -c {}", quoted(connection_string), quoted(sql)));
}

void PostgresCluster::run(std::string const& program, std::string const& arguments) {
  auto const plain = fmt::format("cd / && {} {} > /dev/null 2>&1", (programs_ / program).string(), arguments);
  auto const command = is_root() ? "runuser -u postgres -- sh -c " + quoted(plain) : plain;
  if (std::system(command.c_str()) != 0) throw std::runtime_error("PostgreSQL's " + program + " failed");
}

}  // namespace redress::testing
