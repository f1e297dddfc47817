// SPDX-License-Identifier: Apache-2.0
#pragma once

// `redress user …`: who may log in, and the tokens of programs. Each goes through the API as the operator, and answers the exit status.

#include <string>
#include <vector>

#include "adapters/app/session.hpp"

namespace redress::app {

struct UserOrder {
  std::string name;
  std::vector<std::string> roles;
  std::string staff;     ///< empty: nobody on the staff
  std::string language;  ///< empty: the organisation's
  std::vector<std::string> scopes;
};

int list_users(Session const& session, UserOrder const& order);
/// Reads the password from standard input, never from the command line, which everybody on the machine can see.
int add_user(Session const& session, UserOrder const& order);
int disable_user(Session const& session, UserOrder const& order);
int set_password(Session const& session, UserOrder const& order);
int set_roles(Session const& session, UserOrder const& order);
/// Prints the token and nothing else. A name that no user has is made a program: it cannot log in, and has the role "program".
int make_token(Session const& session, UserOrder const& order);

}  // namespace redress::app
