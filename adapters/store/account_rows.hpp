// SPDX-License-Identifier: Apache-2.0
#pragma once

// Users, and what they log in and prove themselves with, as rows (engine/ports/accounts.hpp).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/store/connection.hpp"
#include "engine/ports/accounts.hpp"

namespace redress::store {

[[nodiscard]] bool has_accounts(Connection& connection);
[[nodiscard]] std::optional<ports::User> find_account(Connection& connection, std::string const& name);
[[nodiscard]] std::vector<ports::User> all_accounts(Connection& connection);
/// False when the name is taken.
[[nodiscard]] bool insert_account(Connection& connection, ports::User const& user);
void update_account(Connection& connection, ports::User const& user);

void insert_session(Connection& connection, ports::HeldSession const& session);
[[nodiscard]] std::optional<ports::HeldSession> find_session(Connection& connection, std::string const& digest);
void note_session(Connection& connection, std::string const& digest, Time at);
void delete_session(Connection& connection, std::string const& digest);
void delete_sessions_of(Connection& connection, std::string const& user);
void delete_old_sessions(Connection& connection, Time begun_before, Time used_before);

void insert_token(Connection& connection, ports::HeldToken const& token);
[[nodiscard]] std::optional<ports::HeldToken> find_token(Connection& connection, std::string const& digest);
[[nodiscard]] std::vector<ports::HeldToken> tokens_of(Connection& connection, std::string const& user);
[[nodiscard]] bool delete_token(Connection& connection, std::string const& user, std::string const& id);

[[nodiscard]] bool insert_identity(Connection& connection, ports::Identity const& identity);
[[nodiscard]] std::optional<ports::Identity> find_identity(Connection& connection, std::string const& issuer, std::string const& subject);
[[nodiscard]] std::vector<ports::Identity> identities_of(Connection& connection, std::string const& user);
[[nodiscard]] bool delete_identity(Connection& connection, std::string const& user, std::string const& issuer, std::string const& subject);

void insert_log_in(Connection& connection, ports::LogIn const& log_in);
[[nodiscard]] std::vector<ports::LogIn> newest_log_ins(Connection& connection, std::string const& user, std::int64_t limit);
void delete_old_log_ins(Connection& connection, Time before);

}  // namespace redress::store
