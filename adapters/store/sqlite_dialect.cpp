// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/sqlite_dialect.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

#include <fmt/format.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace redress::store {
namespace {

namespace raw = sqlite_api;

/// Each connection is used by one thread at a time (connections.hpp), and nobody asks how much memory SQLite has: so it need not lock, for either.
void use_one_thread_per_connection() {
  static bool const done = raw::sqlite3_config(SQLITE_CONFIG_MULTITHREAD) == SQLITE_OK && raw::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
  (void)done;  // somebody in this process was earlier: SQLite locks, and is only slower
}

int lock_file(std::filesystem::path const& file) {
  auto const path = file.string() + ".lock";
  int const descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) throw ports::StoreFault(ports::StoreFaultKind::Unavailable, "the store's folder cannot be written to");
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
  ::close(descriptor);
  throw ports::StoreFault(ports::StoreFaultKind::Unavailable, "another process has this store open");
}

void set_up_writer(soci::session& session) {
  session << "PRAGMA busy_timeout = 5000";
  session << "PRAGMA journal_mode = WAL";
  session << "PRAGMA synchronous = FULL";
  session << "PRAGMA cache_size = -65536";
  session << "PRAGMA wal_autocheckpoint = 16000";
}

/// A reader never commits, so it never checkpoints; query_only makes sure of it.
void set_up_reader(soci::session& session) {
  session << "PRAGMA busy_timeout = 5000";
  session << "PRAGMA wal_autocheckpoint = 0";
  session << "PRAGMA mmap_size = 1073741824";  // what stands in the system's cache is not copied into ours
  session << "PRAGMA query_only = ON";
}

ports::StoreFaultKind kind_of(int code) {
  if (code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC) return ports::StoreFaultKind::Corrupt;
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return ports::StoreFaultKind::Full;
    case SQLITE_CONSTRAINT:
      return ports::StoreFaultKind::Conflict;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ports::StoreFaultKind::Corrupt;
    default:
      return ports::StoreFaultKind::Unavailable;
  }
}

}  // namespace

SqliteDialect::SqliteDialect(std::filesystem::path file, Opening opening) : file_(std::move(file)), opening_(opening), in_memory_(file_ == ":memory:") {
  if (opening_ == Opening::ToRead && !std::filesystem::exists(file_))
    throw ports::StoreFault(ports::StoreFaultKind::Unavailable, "there is no store in this data directory yet");
  if (opening_ == Opening::ToServe && !in_memory_) lock_ = lock_file(file_);
}

SqliteDialect::~SqliteDialect() {
  if (lock_ >= 0) ::close(lock_);
}

std::unique_ptr<soci::session> SqliteDialect::connect(Access access) const {
  use_one_thread_per_connection();
  auto session = std::make_unique<soci::session>(soci::sqlite3, fmt::format("db=\"{}\"", file_.string()));
  if (access == Access::Write && opening_ == Opening::ToServe)
    set_up_writer(*session);
  else
    set_up_reader(*session);
  return session;
}

Failure SqliteDialect::diagnose(soci::soci_error const& error, soci::session& session) const {
  auto const* own = dynamic_cast<soci::sqlite3_soci_error const*>(&error);
  int code = own != nullptr ? own->result() : SQLITE_ERROR;
  auto const* backend = session.is_connected() ? static_cast<soci::sqlite3_session_backend*>(session.get_backend()) : nullptr;
  // SOCI keeps the primary code only; the connection still knows which kind of it.
  if (backend != nullptr && (raw::sqlite3_errcode(backend->conn_) & 0xFF) == (code & 0xFF)) code = raw::sqlite3_extended_errcode(backend->conn_);
  return {kind_of(code), fmt::format("SQLite {}", code), false};
}

}  // namespace redress::store
