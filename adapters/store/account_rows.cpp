// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/account_rows.hpp"

#include "adapters/store/columns.hpp"
#include "adapters/store/joined_names.hpp"

namespace redress::store {
namespace {

using Text = std::string;
using Columns = std::tuple<Text, Text, Text, Text, Text, Text, Integer>;

constexpr Statement<std::tuple<>, std::tuple<Text>> select_any{"select any account", "SELECT name FROM account LIMIT 1"};

constexpr Statement<std::tuple<Text>, Columns> select_one{
    "select account", "SELECT name, password_hash, staff, roles, language, standing, made_at FROM account WHERE name = :name"};

constexpr Statement<std::tuple<>, Columns> select_all{"select accounts",
                                                      "SELECT name, password_hash, staff, roles, language, standing, made_at FROM account ORDER BY name"};

constexpr Statement<Columns> insert{"insert account",
                                    "INSERT INTO account (name, password_hash, staff, roles, language, standing, made_at)"
                                    " VALUES (:name, :password_hash, :staff, :roles, :language, :standing, :made_at) ON CONFLICT (name) DO NOTHING"};

constexpr Statement<std::tuple<Text, Text, Text, Text, Text, Text>> update{
    "update account",
    "UPDATE account SET password_hash = :password_hash, staff = :staff, roles = :roles, language = :language, standing = :standing WHERE name = :name"};

constexpr Statement<std::tuple<Text, Integer, Text, Text>> insert_attempt{
    "insert log-in", "INSERT INTO log_in (account, at, address, result) VALUES (:account, :at, :address, :result)"};

constexpr Statement<std::tuple<Text, Integer>, std::tuple<Text, Integer, Text, Text>> select_attempts{
    "select log-ins", "SELECT account, at, address, result FROM log_in WHERE account = :account ORDER BY place DESC LIMIT :most"};

constexpr Statement<std::tuple<Integer>> delete_attempts{"delete log-ins", "DELETE FROM log_in WHERE at < :before"};

ports::User to_user(Columns const& columns) {
  auto const& [name, password_hash, staff, roles, language, standing, made_at] = columns;
  return {name, password_hash, StaffId(staff), split_names(roles), to_name<Language>(language), to_name<ports::Standing>(standing), to_time(made_at)};
}

}  // namespace

bool has_accounts(Connection& connection) {
  return connection.first(select_any).has_value();
}

std::optional<ports::User> find_account(Connection& connection, std::string const& name) {
  auto const found = connection.first(select_one, name);
  return found ? std::optional(to_user(*found)) : std::nullopt;
}

std::vector<ports::User> all_accounts(Connection& connection) {
  std::vector<ports::User> users;
  for (auto const& columns : connection.rows(select_all)) users.push_back(to_user(columns));
  return users;
}

bool insert_account(Connection& connection, ports::User const& user) {
  return connection.run(insert, user.name, user.password_hash, user.staff.value, joined_names(user.roles), Text(name_of(user.language)),
                        Text(name_of(user.standing)), to_column(user.made_at)) == 1;
}

void update_account(Connection& connection, ports::User const& user) {
  connection.run(update, user.password_hash, user.staff.value, joined_names(user.roles), Text(name_of(user.language)), Text(name_of(user.standing)), user.name);
}

void insert_log_in(Connection& connection, ports::LogIn const& log_in) {
  connection.run(insert_attempt, log_in.user, to_column(log_in.at), log_in.address, Text(name_of(log_in.result)));
}

std::vector<ports::LogIn> newest_log_ins(Connection& connection, std::string const& user, std::int64_t limit) {
  std::vector<ports::LogIn> attempts;
  for (auto const& [account, at, address, result] : connection.rows(select_attempts, user, limit))
    attempts.push_back({account, to_time(at), address, to_name<ports::LogInResult>(result)});
  return attempts;
}

void delete_old_log_ins(Connection& connection, Time before) {
  connection.run(delete_attempts, to_column(before));
}

}  // namespace redress::store
