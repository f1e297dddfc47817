// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/migrations.hpp"

#include <string>

#include <fmt/format.h>

#include "adapters/store/concerned_rows.hpp"

namespace redress::store {
namespace {

using Number = std::tuple<Integer>;

constexpr Statement<std::tuple<>, Number> newest_migration{"newest migration", "SELECT coalesce(max(number), 0) FROM migration"};
constexpr Statement<Number> record_migration{"record migration", "INSERT INTO migration (number) VALUES (:number)"};
/// The migration that makes the table of concerned staff, which nothing but the history can fill.
constexpr std::int64_t first_with_concerned = 3;
constexpr std::string_view create_table = "CREATE TABLE IF NOT EXISTS migration (number BIGINT PRIMARY KEY, at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)";

void replace_all(std::string& text, std::string_view mark, std::string_view own) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.replace(at, mark.size(), own);
}

std::string in_dialect(std::string_view text, Dialect const& dialect) {
  std::string own(text);
  replace_all(own, "/* ascending */", dialect.ascending());
  replace_all(own, "/* clustered */", dialect.clustered());
  return own;
}

/// A statement ends with a semicolon at the end of a line.
void apply_migration(Connection& connection, Migration const& migration) {
  auto const name = fmt::format("migration {}", migration.number);
  auto const text = in_dialect(migration.text, connection.dialect());
  std::size_t start = 0;
  for (auto end = text.find(";\n"); end != std::string::npos; end = text.find(";\n", start)) {
    connection.execute(name, std::string_view(text).substr(start, end - start));
    start = end + 2;
  }
  if (migration.number == first_with_concerned) fill_concerned(connection);
  connection.run(record_migration, migration.number);
}

/// The newest migration that the store has had.
std::int64_t find_newest(Connection& connection) {
  auto const newest = std::get<0>(connection.first(newest_migration).value());
  auto const known = all_migrations().back().number;
  if (newest <= known) return newest;
  throw ports::StoreFault(ports::StoreFaultKind::Unavailable,
                          fmt::format("the store is at migration {}, this program knows {}: it needs a newer program", newest, known));
}

Migrated apply_missing(Connection& connection) {
  auto const& dialect = connection.dialect();
  if (!dialect.lock_migrations().empty()) connection.execute("lock migrations", dialect.lock_migrations());
  auto const newest = find_newest(connection);
  for (auto const& migration : all_migrations())
    if (migration.number > newest && (migration.dialect.empty() || migration.dialect == dialect.name())) apply_migration(connection, migration);
  return {newest, all_migrations().back().number};
}

}  // namespace

Migrated migrate(Connection& connection) {
  connection.execute("create migration table", create_table);
  connection.execute("begin", connection.dialect().begin_writing());
  try {
    auto const migrated = apply_missing(connection);
    connection.execute("commit", "COMMIT");
    return migrated;
  } catch (...) {
    connection.try_execute("ROLLBACK");
    throw;
  }
}

void ensure_up_to_date(Connection& connection) {
  auto const newest = find_newest(connection);
  auto const known = all_migrations().back().number;
  if (newest < known)
    throw ports::StoreFault(ports::StoreFaultKind::Unavailable,
                            fmt::format("the store is at migration {}, this program needs {}: run `redress migrate` first", newest, known));
}

}  // namespace redress::store
