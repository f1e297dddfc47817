// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/postgresql_dialect.hpp"

#include <array>

#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>

namespace redress::store {
namespace {

/// Settings under which an acknowledged commit can be lost, or a failed sync be taken for a success.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> forbidden{{
    {"fsync", "off"},
    {"synchronous_commit", "off"},
    {"full_page_writes", "off"},
    {"data_sync_retry", "on"},
}};

void refuse_what_loses_commits(soci::session& session) {
  for (auto const& [setting, value] : forbidden) {
    std::string current;
    session << fmt::format("SHOW {}", setting), soci::into(current);
    if (current == value)
      throw ports::StoreFault(ports::StoreFaultKind::Corrupt, fmt::format("PostgreSQL runs with {} = {}: it can lose what it acknowledged", setting, value));
  }
}

ports::StoreFaultKind kind_of(std::string_view state) {
  if (state.starts_with("23")) return ports::StoreFaultKind::Conflict;
  if (state == "53100") return ports::StoreFaultKind::Full;
  if (state.starts_with("XX") || state == "58030") return ports::StoreFaultKind::Corrupt;
  return ports::StoreFaultKind::Unavailable;
}

}  // namespace

std::unique_ptr<soci::session> PostgresqlDialect::connect(Access access) const {
  auto session = std::make_unique<soci::session>(soci::postgresql, connection_string_);
  *session << "SET client_min_messages = warning";
  *session << "SET client_encoding = 'UTF8'";
  if (access == Access::Write) refuse_what_loses_commits(*session);
  return session;
}

Failure PostgresqlDialect::diagnose(soci::soci_error const& error, soci::session& session) const {
  auto const* own = dynamic_cast<soci::postgresql_soci_error const*>(&error);
  std::string const state = own != nullptr ? own->sqlstate() : "";
  auto const* backend = static_cast<soci::postgresql_session_backend*>(session.get_backend());
  bool const gone = backend == nullptr || backend->conn_ == nullptr || PQstatus(backend->conn_) != CONNECTION_OK;
  // The first call after the server went away fails without a state, on a connection that still calls itself good.
  bool const nameless = state.find_first_not_of(' ') == std::string::npos;
  bool const lost = gone || nameless || state.starts_with("08") || state.starts_with("57P");
  return {lost ? ports::StoreFaultKind::Unavailable : kind_of(state), fmt::format("PostgreSQL {}", nameless ? "?" : state), lost};
}

}  // namespace redress::store
