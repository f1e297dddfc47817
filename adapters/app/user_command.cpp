// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/user_command.hpp"

#include <termios.h>
#include <unistd.h>

#include <iostream>

#include <fmt/format.h>
#include <boost/json.hpp>

#include "adapters/app/reply.hpp"

namespace redress::app {
namespace {

constexpr std::string_view users = "/api/v1/users";

/// What is typed is not shown, for as long as this lives.
class Unseen {
 public:
  Unseen() : is_terminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_terminal_) return;
    auto silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    std::cerr << "Password: " << std::flush;
  }
  Unseen(Unseen const&) = delete;
  Unseen& operator=(Unseen const&) = delete;
  ~Unseen() {
    if (!is_terminal_) return;
    ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
    std::cerr << "\n";
  }

 private:
  termios before_{};
  bool is_terminal_;
};

std::string read_password() {
  Unseen const unseen;
  std::string password;
  std::getline(std::cin, password);
  return password;
}

boost::json::array list_of(std::vector<std::string> const& texts) {
  boost::json::array list;
  for (auto const& text : texts) list.push_back(boost::json::string(text));
  return list;
}

std::string target_of(UserOrder const& order, std::string_view rest = {}) {
  return fmt::format("{}/{}{}", users, in_path(order.name), rest);
}

http::Reply send(Session const& session, std::string_view method, std::string const& target, boost::json::object const& body) {
  return session.request(method, target, boost::json::serialize(body), {{"Content-Type", "application/json"}});
}

int change(Session const& session, UserOrder const& order, boost::json::object const& body) {
  return print(send(session, "PATCH", target_of(order), body));
}

}  // namespace

int list_users(Session const& session, UserOrder const&) {
  return print(session.request("GET", users));
}

int add_user(Session const& session, UserOrder const& order) {
  boost::json::object body{{"name", order.name}, {"roles", list_of(order.roles)}, {"password", read_password()}};
  if (!order.staff.empty()) body["staff_id"] = order.staff;
  if (!order.language.empty()) body["language"] = order.language;
  return print(send(session, "POST", std::string(users), body));
}

int disable_user(Session const& session, UserOrder const& order) {
  return change(session, order, {{"disabled", true}});
}

int set_password(Session const& session, UserOrder const& order) {
  return change(session, order, {{"password", read_password()}});
}

int set_roles(Session const& session, UserOrder const& order) {
  return change(session, order, {{"roles", list_of(order.roles)}});
}

int make_token(Session const& session, UserOrder const& order) {
  boost::json::object const wanted{{"scopes", list_of(order.scopes)}};
  auto reply = send(session, "POST", target_of(order, "/tokens"), wanted);
  if (reply.status == 404) {
    auto const made = send(session, "POST", std::string(users), {{"name", order.name}, {"roles", boost::json::array{"program"}}});
    if (made.status != 201) return print(made);
    std::cerr << "redress: there was no user " << order.name << "; it is a program now, which cannot log in (docs/how-to/users-and-roles.md)\n";
    reply = send(session, "POST", target_of(order, "/tokens"), wanted);
  }
  if (reply.status != 201) return print(reply);
  std::cout << std::string_view(boost::json::parse(reply.body).at("token").as_string()) << "\n";
  return 0;
}

}  // namespace redress::app
