// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/connection.hpp"

#include <fmt/format.h>

namespace redress::store {
namespace {

std::unique_ptr<soci::session> connected(Dialect const& dialect, Access access) {
  try {
    return dialect.connect(access);
  } catch (soci::soci_error const&) {
    throw ports::StoreFault(ports::StoreFaultKind::Unavailable, fmt::format("cannot connect to the {} store", dialect.name()));
  }
}

}  // namespace

Connection::Connection(Dialect const& dialect, Access access) : dialect_(dialect), session_(connected(dialect, access)) {}

void Connection::execute(std::string_view name, std::string_view text) {
  guarded(name, [&] { *session_ << std::string(text); });
}

void Connection::try_execute(std::string_view text) noexcept {
  try {
    *session_ << std::string(text);
  } catch (...) {
    // There is nothing left to undo: the driver has done so, or the connection is gone.
  }
}

Integer Connection::last_row() {
  Integer row = 0;
  session_->get_last_insert_id({}, row);
  return row;
}

void Connection::fail(soci::soci_error const& error, std::string_view name) {
  auto const failure = dialect_.diagnose(error, *session_);
  lost_ = lost_ || failure.connection_lost;
  throw ports::StoreFault(failure.kind, fmt::format("{} at {}", failure.code, name));
}

}  // namespace redress::store
