// SPDX-License-Identifier: Apache-2.0
#pragma once

// SQLite as we use it: write-ahead log, synchronous=FULL, and exactly one connection of one process that commits and checkpoints. Debian
// 12's SQLite 3.40.1 can lose commits when a checkpoint races another connection's commit (the WAL-reset bug, fixed in 3.51.3); with one
// writer there is no such race.

#include <filesystem>

#include "adapters/store/dialect.hpp"

namespace redress::store {

class SqliteDialect final : public Dialect {
 public:
  /// To serve, it locks the file against other processes for as long as it lives.
  explicit SqliteDialect(std::filesystem::path file, Opening opening = Opening::ToServe);
  ~SqliteDialect() override;
  SqliteDialect(SqliteDialect const&) = delete;
  SqliteDialect& operator=(SqliteDialect const&) = delete;

  [[nodiscard]] std::string_view name() const override { return "sqlite"; }
  [[nodiscard]] std::unique_ptr<soci::session> connect(Access access) const override;
  [[nodiscard]] bool has_readers() const override { return !in_memory_; }
  [[nodiscard]] bool may_write() const override { return opening_ == Opening::ToServe; }
  [[nodiscard]] Failure diagnose(soci::soci_error const& error, soci::session& session) const override;
  /// A plain BEGIN would fail at the first write, whatever the timeout, when somebody else wrote since the first read.
  [[nodiscard]] std::string_view begin_writing() const override { return "BEGIN IMMEDIATE"; }
  [[nodiscard]] bool tells_last_row() const override { return true; }
  [[nodiscard]] std::string_view begin_snapshot() const override { return "BEGIN"; }
  [[nodiscard]] std::string_view lock_migrations() const override { return {}; }
  [[nodiscard]] std::string_view ascending() const override { return "INTEGER PRIMARY KEY"; }
  [[nodiscard]] std::string_view clustered() const override { return "WITHOUT ROWID"; }

 private:
  std::filesystem::path file_;
  Opening opening_;
  bool in_memory_;
  int lock_ = -1;
};

}  // namespace redress::store
