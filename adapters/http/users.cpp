// SPDX-License-Identifier: Apache-2.0
// Users, for whoever manages them; and for each user what is their own: the recent log-ins, and the tokens of their programs.
#include <boost/json/array.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/http/account_documents.hpp"
#include "adapters/http/json_fields.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

using boost::json::array;
using boost::json::object;
using codec::to_json;

Language language_of(std::string const& text) {
  auto const language = enumerator_named<Language>(text);
  if (!language) throw RequestFault(400, "language is en, lv or ru.");
  return *language;
}

template <class Made>
Response user_or_problem(Api const& api, Made const& made, unsigned status) {
  return made ? json_answer(status, user_document(api, *made)) : account_problem(made.error());
}

Response list(Api const& api) {
  array users;
  for (auto const& user : api.access_desk.users()) users.push_back(user_document(api, user));
  return json_answer(200, {{"users", std::move(users)}});
}

/// Without a password it is a program.
Response add(Api const& api, Request const& request) {
  JsonFields body(request);
  ports::User user;
  user.name = body.text("name");
  user.staff = StaffId(body.optional_text("staff_id").value_or(""));
  user.roles = body.optional_texts("roles").value_or(std::vector<std::string>{});
  auto const language = body.optional_text("language");
  user.language = language ? language_of(*language) : api.engine.workflow().rulebook().organisation.language;
  auto const password = body.optional_text("password");
  body.end();
  return user_or_problem(api, api.access_desk.add_user(std::move(user), password), 201);
}

void apply(JsonFields& body, ports::User& user) {
  if (auto roles = body.optional_texts("roles")) user.roles = std::move(*roles);
  if (auto const language = body.optional_text("language")) user.language = language_of(*language);
  if (auto const disabled = body.optional_flag("disabled")) user.standing = *disabled ? ports::Standing::Disabled : ports::Standing::Active;
  if (body.has("staff_id")) user.staff = StaffId(body.optional_text("staff_id").value_or(""));
}

Response change(Api const& api, Request const& request) {
  JsonFields body(request);
  auto const name = request.captured_value("name");
  auto user = api.access_desk.user(name);
  if (!user) return account_problem(runtime::AccountFault::UnknownUser);
  apply(body, *user);
  auto const password = body.optional_text("password");
  body.end();
  // Else whoever manages users could see what is about themselves, by being somebody else for a moment.
  bool const touches_rights = body.has("roles") || body.has("staff_id") || body.has("disabled");
  if (touches_rights && name == request.caller.user)
    throw RequestFault(403, "Another administrator changes your roles, your place on the staff and your standing.");
  if (password)
    if (auto const set = api.access_desk.set_password(name, *password); !set) return account_problem(set.error());
  auto current = api.access_desk.user(name);
  if (!current) return account_problem(runtime::AccountFault::UnknownUser);
  user->password_hash = current->password_hash;
  return user_or_problem(api, api.access_desk.change_user(*user), 200);
}

Response log_ins(Api const& api, Request const& request) {
  auto const name = request.captured_value("name");
  if (!api.access_desk.user(name)) return account_problem(runtime::AccountFault::UnknownUser);
  array shown;
  for (auto const& one : api.access_desk.log_ins(name))
    shown.push_back(object{{"at", to_json(one.at)}, {"address", one.address}, {"succeeded", one.result == ports::LogInResult::Succeeded}});
  return json_answer(200, {{"log_ins", std::move(shown)}});
}

object identity_document(Api const& api, ports::Identity const& identity) {
  return {{"id", api.access_desk.id_of(identity)}, {"issuer", identity.issuer}, {"subject", identity.subject}, {"linked_at", to_json(identity.linked_at)}};
}

Response identities(Api const& api, Request const& request) {
  auto const name = request.captured_value("name");
  if (!api.access_desk.user(name)) return account_problem(runtime::AccountFault::UnknownUser);
  array shown;
  for (auto const& one : api.access_desk.identities(name)) shown.push_back(identity_document(api, one));
  return json_answer(200, {{"identities", std::move(shown)}});
}

/// Of the provider that is set up, unless another is named.
Response link(Api const& api, Request const& request) {
  JsonFields body(request);
  auto const subject = body.text("subject");
  auto const issuer = body.optional_text("issuer").value_or(api.provider_desk == nullptr ? std::string{} : api.provider_desk->issuer());
  body.end();
  auto const linked = api.access_desk.link(request.captured_value("name"), issuer, subject);
  return linked ? json_answer(201, identity_document(api, *linked)) : account_problem(linked.error());
}

Response unlink(Api const& api, Request const& request) {
  if (!api.access_desk.unlink(request.captured_value("name"), request.captured_value("id"))) return problem(404, "The user has no such identity.");
  return {204, {}, {}, nullptr};
}

Response tokens(Api const& api, Request const& request) {
  auto const name = request.captured_value("name");
  if (!api.access_desk.user(name)) return account_problem(runtime::AccountFault::UnknownUser);
  array shown;
  for (auto const& one : api.access_desk.tokens(name))
    shown.push_back(object{{"id", one.id}, {"scopes", to_json(one.scopes)}, {"made_at", to_json(one.made_at)}});
  return json_answer(200, {{"tokens", std::move(shown)}});
}

/// A token cannot make another that may more than itself.
Response add_token(Api const& api, Request const& request) {
  JsonFields body(request);
  auto scopes = body.optional_texts("scopes").value_or(std::vector<std::string>{});
  body.end();
  if (request.caller.scopes) throw RequestFault(403, "A token is made by whoever logged in, or by the operator.");
  auto const made = api.access_desk.add_token(request.captured_value("name"), std::move(scopes));
  if (!made) return account_problem(made.error());
  return json_answer(201, {{"id", made->id}, {"token", made->secret}});
}

Response remove_token(Api const& api, Request const& request) {
  if (!api.access_desk.remove_token(request.captured_value("name"), request.captured_value("id"))) return problem(404, "The user has no such token.");
  return {204, {}, {}, nullptr};
}

}  // namespace

void add_users(Router& router, SharedApi const& api, SharedThreads const& threads) {
  auto const route = [&](std::string method, std::string pattern, Need need, auto answer) {
    router.add({std::move(method), "/api/v1/users" + pattern, std::move(need),
                on_threads(threads, [api, answer](Request const& request) { return answer(*api, request); }), largest_form});
  };
  route("GET", "", Need::to(Privilege::ReadUsers), [](Api const& all, Request const&) { return list(all); });
  route("POST", "", Need::to(Privilege::ManageUsers), add);
  route("PATCH", "/{name}", Need::to(Privilege::ManageUsers), change);
  route("GET", "/{name}/log-ins", Need::own_or(Privilege::ReadUsers), log_ins);
  route("GET", "/{name}/identities", Need::own_or(Privilege::ManageUsers), identities);
  route("POST", "/{name}/identities", Need::to(Privilege::ManageUsers), link);
  route("DELETE", "/{name}/identities/{id}", Need::to(Privilege::ManageUsers), unlink);
  route("GET", "/{name}/tokens", Need::own_or(Privilege::ManageUsers), tokens);
  route("POST", "/{name}/tokens", Need::own_or(Privilege::ManageUsers), add_token);
  route("DELETE", "/{name}/tokens/{id}", Need::own_or(Privilege::ManageUsers), remove_token);
}

}  // namespace redress::http
