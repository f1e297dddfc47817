// SPDX-License-Identifier: Apache-2.0
#pragma once

// A PostgreSQL of our own for the tests of one run: made in a temporary folder when it is first asked for, reached through a socket in that
// folder, stopped and removed at the end. It runs with the settings of a real one; nothing is switched off to be quicker.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace redress::testing {

class PostgresCluster {
 public:
  /// The cluster of this run; nullptr when PostgreSQL is not installed.
  [[nodiscard]] static PostgresCluster* shared();

  ~PostgresCluster();
  PostgresCluster(PostgresCluster const&) = delete;
  PostgresCluster& operator=(PostgresCluster const&) = delete;

  /// Makes an empty database and answers its connection string.
  [[nodiscard]] std::string create_database();
  void run_sql(std::string const& connection_string, std::string const& sql);
  /// Stops as if the machine had lost power, and starts again.
  void crash_and_restart();

 private:
  explicit PostgresCluster(std::filesystem::path programs);
  void start();
  void stop();
  /// Runs one of PostgreSQL's programs as a user who may run it (never root); throws when it fails.
  void run(std::string const& program, std::string const& arguments);

  std::filesystem::path programs_;
  std::filesystem::path folder_;
  int databases_ = 0;
};

}  // namespace redress::testing
