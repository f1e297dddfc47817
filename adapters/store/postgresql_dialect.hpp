// SPDX-License-Identifier: Apache-2.0
#pragma once

// PostgreSQL as we use it: read committed, with the version of a complaint checked by every write; a lost connection is opened again.

#include <string>

#include "adapters/store/dialect.hpp"

namespace redress::store {

class PostgresqlDialect final : public Dialect {
 public:
  explicit PostgresqlDialect(std::string connection_string) : connection_string_(std::move(connection_string)) {}

  [[nodiscard]] std::string_view name() const override { return "postgresql"; }
  /// Throws StoreFault of kind Corrupt when the server would lose what it has acknowledged.
  [[nodiscard]] std::unique_ptr<soci::session> connect(Access access) const override;
  [[nodiscard]] bool has_readers() const override { return true; }
  [[nodiscard]] Failure diagnose(soci::soci_error const& error, soci::session& session) const override;
  [[nodiscard]] std::string_view begin_writing() const override { return "BEGIN"; }
  [[nodiscard]] std::string_view begin_snapshot() const override { return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"; }
  [[nodiscard]] std::string_view lock_migrations() const override { return "LOCK TABLE migration IN EXCLUSIVE MODE"; }
  [[nodiscard]] std::string_view clustered() const override { return {}; }

 private:
  std::string connection_string_;
};

}  // namespace redress::store
