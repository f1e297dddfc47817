// SPDX-License-Identifier: Apache-2.0
// The part of the API's description that is about log-in and users.
#include <utility>

#include "adapters/codec/schema.hpp"
#include "adapters/http/openapi_parts.hpp"
#include "adapters/http/openapi_schemas.hpp"
#include "engine/domain/language.hpp"

namespace redress::http {

using boost::json::array;
using boost::json::object;

namespace {

object no_content(std::string_view description) {
  return {{"description", description}};
}

array user_parameters() {
  return {parameter("path", "name", "what the user logs in with")};
}

/// Whoever logged in by a browser says so with each request that changes anything.
object changing(object described) {
  described["parameters"].as_array().push_back(parameter("header", "X-Redress-CSRF", "1, when the request comes with the cookie of a session"));
  return described;
}

object log_in() {
  auto described = open_operation("log-in", "Log in",
                                  {{"200", answered("Logged in; the session stands in a cookie.", "Session")},
                                   {"401", refused_with("The name or the password is wrong.")},
                                   {"429", refused_with("Too many attempts; Retry-After says when.")}});
  return with_body(std::move(described), "application/json", reference_to_schema("LogIn"));
}

object session_path() {
  return {{"post", log_in()},
          {"get", operation("read-session", "Ask who one is and what one may do", {}, {{"200", answered("Whoever asks.", "Session")}})},
          {"delete", changing(operation("log-out", "Log out", {}, {{"204", no_content("The session is over.")}}))}};
}

object change_password() {
  return changing(with_body(operation("change-password", "Change one's password", {},
                                      {{"200", answered("Changed; all other sessions are over.", "Session")},
                                       {"403", refused_with("The old password is wrong.")},
                                       {"422", refused_with("The new password will not do.")}}),
                            "application/json", reference_to_schema("PasswordChange")));
}

object first_administrator() {
  return with_body(open_operation("make-first-administrator", "Make the first administrator of a node that has no users",
                                  {{"201", answered("Made.", "User")},
                                   {"403", refused_with("The code is wrong, or there are users already.")},
                                   {"422", refused_with("The name or the password will not do.")}}),
                   "application/json", reference_to_schema("FirstAdministrator"));
}

object users_path() {
  return {{"get", operation("list-users", "List the users", {}, {{"200", answered("All of them.", "UserList")}})},
          {"post",
           changing(with_body(
               operation("add-user", "Add a user, or without a password a program", {},
                         {{"201", answered("Added.", "User")}, {"409", refused_with("The name is taken.")}, {"422", refused_with("The user will not do.")}}),
               "application/json", reference_to_schema("NewUser")))}};
}

object change_user() {
  return changing(with_body(
      operation("change-user", "Change a user", user_parameters(),
                {{"200", answered("Changed.", "User")}, {"404", refused_with("There is no such user.")}, {"422", refused_with("The change will not do.")}}),
      "application/json", reference_to_schema("UserChange")));
}

object tokens_path() {
  return {{"get", operation("list-tokens", "List a user's tokens", user_parameters(), {{"200", answered("Without what opens anything.", "TokenList")}})},
          {"post", changing(with_body(operation("add-token", "Make a token for a program", user_parameters(),
                                                {{"201", answered("The one time that it is shown.", "NewToken")},
                                                 {"404", refused_with("There is no such user.")},
                                                 {"422", refused_with("A scope means nothing.")}}),
                                      "application/json", reference_to_schema("TokenWanted")))}};
}

object remove_token() {
  auto parameters = user_parameters();
  parameters.push_back(parameter("path", "id", "the token: token-…"));
  return changing(operation("remove-token", "Take a token back", std::move(parameters),
                            {{"204", no_content("It opens nothing any more.")}, {"404", refused_with("The user has no such token.")}}));
}

object user() {
  return closed_record({{"name", text()},
                        {"display_name", text()},
                        {"staff_id", or_null(text())},
                        {"roles", texts()},
                        {"language", one_of<Language>()},
                        {"disabled", flag()},
                        {"logs_in", flag()},
                        {"made_at", moment()}});
}

object session() {
  return closed_record(
      {{"name", text()}, {"display_name", text()}, {"staff_id", or_null(text())}, {"roles", texts()}, {"language", one_of<Language>()}, {"may", texts()}});
}

object user_change() {
  return {{"staff_id", or_null(text())}, {"roles", texts()}, {"language", or_null(one_of<Language>())}, {"password", or_null(text())}};
}

object new_user() {
  auto properties = user_change();
  properties["name"] = text();
  return form(std::move(properties), {"name"});
}

object changed_user() {
  auto properties = user_change();
  properties["disabled"] = flag();
  return form(std::move(properties), {});
}

object log_ins() {
  return closed_record({{"log_ins", codec::list_schema(closed_record({{"at", moment()}, {"address", text()}, {"succeeded", flag()}}))}});
}

object tokens() {
  return closed_record({{"tokens", codec::list_schema(closed_record({{"id", text()}, {"scopes", texts()}, {"made_at", moment()}}))}});
}

}  // namespace

object account_paths() {
  object paths;
  paths["/api/v1/session"] = session_path();
  paths["/api/v1/session/password"] = object{{"post", change_password()}};
  paths["/api/v1/first-administrator"] = object{{"post", first_administrator()}};
  paths["/api/v1/users"] = users_path();
  paths["/api/v1/users/{name}"] = object{{"patch", change_user()}};
  paths["/api/v1/users/{name}/log-ins"] =
      object{{"get", operation("read-log-ins", "Read when a user logged in, or tried to", user_parameters(), {{"200", answered("Newest first.", "LogIns")}})}};
  paths["/api/v1/users/{name}/tokens"] = tokens_path();
  paths["/api/v1/users/{name}/tokens/{id}"] = object{{"delete", remove_token()}};
  return paths;
}

object account_schemas() {
  return {{"LogIn", form({{"name", text()}, {"password", text()}}, {"name", "password"})},
          {"PasswordChange", form({{"old", text()}, {"new", text()}}, {"old", "new"})},
          {"FirstAdministrator", form({{"code", text()}, {"name", text()}, {"password", text()}}, {"code", "name", "password"})},
          {"Session", session()},
          {"User", user()},
          {"UserList", closed_record({{"users", codec::list_schema(reference_to_schema("User"))}})},
          {"NewUser", new_user()},
          {"UserChange", changed_user()},
          {"LogIns", log_ins()},
          {"TokenWanted", form({{"scopes", texts()}}, {})},
          {"NewToken", closed_record({{"id", text()}, {"token", text()}})},
          {"TokenList", tokens()}};
}

object security_schemes() {
  return {{"token", object{{"type", "http"}, {"scheme", "bearer"}}},
          {"session", object{{"type", "apiKey"},
                             {"in", "cookie"},
                             {"name", "redress"},
                             {"description", "__Host-redress behind https; requests that change anything also need X-Redress-CSRF: 1"}}}};
}

}  // namespace redress::http
