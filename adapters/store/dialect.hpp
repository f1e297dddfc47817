// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where SQLite and PostgreSQL differ: how to connect, how to begin, and what an error means. Everything else is the same SQL.

#include <memory>
#include <string>
#include <string_view>

#include <soci/soci.h>

#include "engine/ports/store.hpp"

namespace redress::store {

enum class Access { Read, Write };
enum class Opening { ToServe, ToRead };

/// What a driver's error comes down to. The driver's own text is never kept: it carries bound values.
struct Failure {
  ports::StoreFaultKind kind = ports::StoreFaultKind::Unavailable;
  std::string code;
  bool connection_lost = false;
};

class Dialect {
 public:
  virtual ~Dialect() = default;

  /// The name that stands in the file name of a migration of its own.
  [[nodiscard]] virtual std::string_view name() const = 0;
  /// A session that is ready for use. Driver errors come out as they are.
  [[nodiscard]] virtual std::unique_ptr<soci::session> connect(Access access) const = 0;
  /// Whether readers have sessions of their own.
  [[nodiscard]] virtual bool has_readers() const = 0;
  /// Whether the store was opened to be written as well.
  [[nodiscard]] virtual bool may_write() const { return true; }
  [[nodiscard]] virtual Failure diagnose(soci::soci_error const& error, soci::session& session) const = 0;

  [[nodiscard]] virtual std::string_view begin_writing() const = 0;
  /// Begins a transaction that reads one state of things.
  [[nodiscard]] virtual std::string_view begin_snapshot() const = 0;
  /// Whether the session knows, without asking the database, which number the last row was given.
  [[nodiscard]] virtual bool tells_last_row() const = 0;
  /// Keeps other processes from migrating at the same time; empty when nobody else can.
  [[nodiscard]] virtual std::string_view lock_migrations() const = 0;
  /// What stands for `/* ascending */` behind a column.
  [[nodiscard]] virtual std::string_view ascending() const = 0;
  /// What stands for `/* clustered */` behind a table.
  [[nodiscard]] virtual std::string_view clustered() const = 0;
};

}  // namespace redress::store
