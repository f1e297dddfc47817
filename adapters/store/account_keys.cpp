// SPDX-License-Identifier: Apache-2.0
// The half of store/account_rows.hpp that opens something: sessions and tokens.
#include "adapters/store/account_rows.hpp"
#include "adapters/store/columns.hpp"
#include "adapters/store/joined_names.hpp"

namespace redress::store {
namespace {

using Text = std::string;

constexpr Statement<std::tuple<Text, Text, Integer, Integer>> insert_one_session{
    "insert session", "INSERT INTO account_session (digest, account, begun_at, used_at) VALUES (:digest, :account, :begun_at, :used_at)"};

constexpr Statement<std::tuple<Text>, std::tuple<Text, Text, Integer, Integer>> select_session{
    "select session", "SELECT digest, account, begun_at, used_at FROM account_session WHERE digest = :digest"};

constexpr Statement<std::tuple<Integer, Text>> update_session{"update session", "UPDATE account_session SET used_at = :at WHERE digest = :digest"};
constexpr Statement<std::tuple<Text>> delete_one_session{"delete session", "DELETE FROM account_session WHERE digest = :digest"};
constexpr Statement<std::tuple<Text>> delete_sessions{"delete sessions", "DELETE FROM account_session WHERE account = :account"};
constexpr Statement<std::tuple<Integer, Integer>> delete_old{"delete old sessions",
                                                             "DELETE FROM account_session WHERE begun_at < :begun_before OR used_at < :used_before"};

using TokenColumns = std::tuple<Text, Text, Text, Text, Integer>;

constexpr Statement<TokenColumns> insert_one_token{
    "insert token", "INSERT INTO account_token (id, digest, account, scopes, made_at) VALUES (:id, :digest, :account, :scopes, :made_at)"};

constexpr Statement<std::tuple<Text>, TokenColumns> select_token{"select token",
                                                                 "SELECT id, digest, account, scopes, made_at FROM account_token WHERE digest = :digest"};

constexpr Statement<std::tuple<Text>, TokenColumns> select_tokens{
    "select tokens", "SELECT id, digest, account, scopes, made_at FROM account_token WHERE account = :account ORDER BY made_at, id"};

constexpr Statement<std::tuple<Text, Text>> delete_one_token{"delete token", "DELETE FROM account_token WHERE account = :account AND id = :id"};

ports::HeldToken to_token(TokenColumns const& columns) {
  auto const& [id, digest, account, scopes, made_at] = columns;
  return {id, digest, account, split_names(scopes), to_time(made_at)};
}

}  // namespace

void insert_session(Connection& connection, ports::HeldSession const& session) {
  connection.run(insert_one_session, session.digest, session.user, to_column(session.begun_at), to_column(session.used_at));
}

std::optional<ports::HeldSession> find_session(Connection& connection, std::string const& digest) {
  auto const found = connection.first(select_session, digest);
  if (!found) return std::nullopt;
  auto const& [held, account, begun_at, used_at] = *found;
  return ports::HeldSession{held, account, to_time(begun_at), to_time(used_at)};
}

void note_session(Connection& connection, std::string const& digest, Time at) {
  connection.run(update_session, to_column(at), digest);
}

void delete_session(Connection& connection, std::string const& digest) {
  connection.run(delete_one_session, digest);
}

void delete_sessions_of(Connection& connection, std::string const& user) {
  connection.run(delete_sessions, user);
}

void delete_old_sessions(Connection& connection, Time begun_before, Time used_before) {
  connection.run(delete_old, to_column(begun_before), to_column(used_before));
}

void insert_token(Connection& connection, ports::HeldToken const& token) {
  connection.run(insert_one_token, token.id, token.digest, token.user, joined_names(token.scopes), to_column(token.made_at));
}

std::optional<ports::HeldToken> find_token(Connection& connection, std::string const& digest) {
  auto const found = connection.first(select_token, digest);
  return found ? std::optional(to_token(*found)) : std::nullopt;
}

std::vector<ports::HeldToken> tokens_of(Connection& connection, std::string const& user) {
  std::vector<ports::HeldToken> tokens;
  for (auto const& columns : connection.rows(select_tokens, user)) tokens.push_back(to_token(columns));
  return tokens;
}

bool delete_token(Connection& connection, std::string const& user, std::string const& id) {
  return connection.run(delete_one_token, user, id) > 0;
}

}  // namespace redress::store
