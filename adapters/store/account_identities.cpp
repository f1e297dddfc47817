// SPDX-License-Identifier: Apache-2.0
// The part of store/account_rows.hpp that keeps as whom identity providers know users.
#include "adapters/store/account_rows.hpp"
#include "adapters/store/columns.hpp"

namespace redress::store {
namespace {

using Text = std::string;
using Columns = std::tuple<Text, Text, Text, Integer>;

constexpr Statement<Columns> insert{"insert identity",
                                    "INSERT INTO account_identity (issuer, subject, account, linked_at) VALUES (:issuer, :subject, :account, :linked_at)"
                                    " ON CONFLICT (issuer, subject) DO NOTHING"};

constexpr Statement<std::tuple<Text, Text>, Columns> select_one{
    "select identity", "SELECT issuer, subject, account, linked_at FROM account_identity WHERE issuer = :issuer AND subject = :subject"};

constexpr Statement<std::tuple<Text>, Columns> select_all{
    "select identities", "SELECT issuer, subject, account, linked_at FROM account_identity WHERE account = :account ORDER BY issuer, subject"};

constexpr Statement<std::tuple<Text, Text, Text>> delete_one{
    "delete identity", "DELETE FROM account_identity WHERE account = :account AND issuer = :issuer AND subject = :subject"};

ports::Identity to_identity(Columns const& columns) {
  auto const& [issuer, subject, account, linked_at] = columns;
  return {issuer, subject, account, to_time(linked_at)};
}

}  // namespace

bool insert_identity(Connection& connection, ports::Identity const& identity) {
  return connection.run(insert, identity.issuer, identity.subject, identity.user, to_column(identity.linked_at)) == 1;
}

std::optional<ports::Identity> find_identity(Connection& connection, std::string const& issuer, std::string const& subject) {
  auto const found = connection.first(select_one, issuer, subject);
  return found ? std::optional(to_identity(*found)) : std::nullopt;
}

std::vector<ports::Identity> identities_of(Connection& connection, std::string const& user) {
  std::vector<ports::Identity> identities;
  for (auto const& columns : connection.rows(select_all, user)) identities.push_back(to_identity(columns));
  return identities;
}

bool delete_identity(Connection& connection, std::string const& user, std::string const& issuer, std::string const& subject) {
  return connection.run(delete_one, user, issuer, subject) == 1;
}

}  // namespace redress::store
