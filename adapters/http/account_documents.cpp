// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/account_documents.hpp"

#include <boost/json/array.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/http/problem.hpp"

namespace redress::http {

namespace {

using boost::json::object;
using boost::json::value;
using codec::to_json;
using runtime::AccountFault;

/// As the organisation writes the person's name; whoever is nobody on the staff is called what they log in with.
std::string display_name(Api const& api, ports::User const& user) {
  auto const* member = user.staff.empty() ? nullptr : api.engine.workflow().rulebook().organisation.find(user.staff);
  return member == nullptr ? user.name : member->name.at(user.language);
}

std::string_view sentence(AccountFault fault) {
  switch (fault) {
    case AccountFault::NameMalformed:
      return "The name has 1 to 64 small letters, digits, dots, hyphens and underscores.";
    case AccountFault::NameTaken:
      return "There is a user of that name already.";
    case AccountFault::UnknownUser:
      return "There is no such user.";
    case AccountFault::UnknownRole:
      return "One of the roles is not known; the roles are in workflows/access/roles.toml.";
    case AccountFault::UnknownStaff:
      return "staff_id names nobody on the staff.";
    case AccountFault::UnknownAction:
      return "One of the scopes means no action; a scope is a command or a privilege of a role, or the beginning of some and *.";
    case AccountFault::PasswordTooShort:
      return "The password needs at least 12 characters; several words are easy to remember.";
    case AccountFault::PasswordTooLong:
      return "The password has more than 256 bytes.";
    case AccountFault::PasswordCommon:
      return "The password is among those that are guessed first.";
    case AccountFault::PasswordHoldsName:
      return "The password holds the name of the user.";
    case AccountFault::WrongPassword:
      return "The old password is wrong, or was tried too often in the last minutes.";
    case AccountFault::WrongCode:
      return "The code is not the one that stands in keys/first-administrator-code of the data directory, or there is a user already.";
    case AccountFault::IdentityMalformed:
      return "An identity is an issuer, letter for letter as the provider says it, and the subject it gives to the person; at most 255 bytes each.";
    case AccountFault::IdentityTaken:
      return "This identity is linked to a user already; take it from them first.";
  }
  return {};
}

unsigned status_of(AccountFault fault) {
  switch (fault) {
    case AccountFault::UnknownUser:
      return 404;
    case AccountFault::NameTaken:
    case AccountFault::IdentityTaken:
      return 409;
    case AccountFault::WrongPassword:
    case AccountFault::WrongCode:
      return 403;
    default:
      return 422;
  }
}

}  // namespace

object user_document(Api const& api, ports::User const& user) {
  return {{"name", user.name},
          {"display_name", display_name(api, user)},
          {"staff_id", user.staff.empty() ? value() : to_json(user.staff)},
          {"roles", to_json(user.roles)},
          {"language", to_json(user.language)},
          {"disabled", user.standing == ports::Standing::Disabled},
          {"logs_in", !user.password_hash.empty()},
          {"made_at", to_json(user.made_at)}};
}

object session_document(Api const& api, runtime::Caller const& caller) {
  auto const user = api.access_desk.user(caller.user);
  auto const organisation_language = api.engine.workflow().rulebook().organisation.language;
  return {{"name", user ? value(user->name) : value("operator")},
          {"display_name", user ? value(display_name(api, *user)) : value("operator")},
          {"staff_id", caller.staff.empty() ? value() : to_json(caller.staff)},
          {"roles", to_json(caller.roles)},
          {"language", to_json(user ? user->language : organisation_language)},
          {"may", to_json(api.access_desk.permitted_actions(caller))}};
}

Response account_problem(AccountFault fault) {
  return problem(status_of(fault), sentence(fault), {{"type", problem_type(name_of(fault))}});
}

}  // namespace redress::http
