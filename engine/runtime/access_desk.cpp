// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/access_desk.hpp"

#include <algorithm>
#include <utility>

#include "engine/domain/ensure.hpp"

namespace redress::runtime {

namespace {

/// Writing it down at each request would make every reader a writer; a session may so end a minute early.
constexpr Duration use_noted_every = std::chrono::minutes{1};
/// Tells our tokens from others when one is found where it should not be.
constexpr std::string_view token_prefix = "redress_";

bool is_well_formed(std::string_view name) {
  constexpr std::size_t longest = 64;
  auto const plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_'; };
  return !name.empty() && name.size() <= longest && std::ranges::all_of(name, plain);
}

/// Of UTF-8.
std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Caller caller_of(ports::User const& user) {
  Caller caller;
  if (user.standing == ports::Standing::Disabled) return caller;
  caller.kind = user.password_hash.empty() ? CallerKind::Program : CallerKind::Person;
  caller.user = user.name;
  caller.staff = user.staff;
  caller.roles = user.roles;
  return caller;
}

}  // namespace

std::string user_name(std::string_view typed) {
  std::string name(typed);
  for (auto& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

AccessDesk::AccessDesk(AccessParts parts) : parts_(std::move(parts)) {
  ensure(!parts_.operator_token.empty(), "the node has a token");
}

Caller AccessDesk::caller_with_token(std::string_view token) {
  if (parts_.secrets.are_same(token, parts_.operator_token)) {
    Caller caller;
    caller.kind = CallerKind::Operator;
    return caller;
  }
  if (!token.starts_with(token_prefix)) return {};
  auto const held = parts_.accounts.token(parts_.secrets.digest(token));
  auto const user = held ? parts_.accounts.user(held->user) : std::nullopt;
  if (!user) return {};
  auto caller = caller_of(*user);
  caller.scopes = held->scopes;
  return caller;
}

Caller AccessDesk::caller_with_session(std::string_view secret) {
  if (secret.empty()) return {};
  return caller_with(parts_.accounts.session(parts_.secrets.digest(secret)));
}

Caller AccessDesk::caller_with(std::optional<ports::HeldSession> const& held) {
  if (!held) return {};
  auto const now = parts_.clock.now();
  if (now - held->begun_at >= session_longest || now - held->used_at >= session_idle) return {};
  auto const user = parts_.accounts.user(held->user);
  if (!user) return {};
  auto caller = caller_of(*user);
  caller.session = held->digest;
  caller.session_used_at = held->used_at;
  return caller;
}

bool AccessDesk::is_use_worth_noting(Caller const& caller) const {
  return !caller.session.empty() && parts_.clock.now() - caller.session_used_at >= use_noted_every;
}

void AccessDesk::note_use(Caller const& caller) {
  parts_.accounts.use_session(caller.session, parts_.clock.now());
}

bool AccessDesk::still_may(Caller const& caller, std::string_view action) {
  if (caller.kind == CallerKind::Operator) return true;
  if (!caller.session.empty()) return may(caller_with(parts_.accounts.session(caller.session)), action);
  auto const user = parts_.accounts.user(caller.user);
  if (!user) return false;
  auto now = caller_of(*user);
  now.scopes = caller.scopes;
  return may(now, action);
}

bool AccessDesk::is_action(std::string_view name) const {
  return std::ranges::find(parts_.actions, name) != parts_.actions.end();
}

std::vector<std::string> AccessDesk::permitted_actions(Caller const& caller) const {
  std::vector<std::string> permitted;
  for (auto const& action : parts_.actions)
    if (may(caller, action)) permitted.push_back(action);
  return permitted;
}

std::expected<LoggedIn, TurnedAway> AccessDesk::log_in(std::string_view name, std::string const& password, std::string const& address) {
  auto const now = parts_.clock.now();
  auto const wanted = user_name(name);
  // A try that an address has not left is not taken from the account: else anybody could keep anybody out.
  if (auto const wait = by_address_.take(address, now); wait > Duration{0}) return std::unexpected(TurnedAway{wait});
  if (auto const wait = by_account_.take(wanted, now); wait > Duration{0}) return std::unexpected(TurnedAway{wait});
  auto const user = is_well_formed(wanted) ? parts_.accounts.user(wanted) : std::nullopt;
  bool const right = is_right(user, password);
  parts_.accounts.record({user ? user->name : std::string{}, now, address, right ? ports::LogInResult::Succeeded : ports::LogInResult::Refused});
  if (!right) return std::unexpected(TurnedAway{});
  by_address_.give_back(address);
  by_account_.give_back(wanted);
  forget_what_is_old(now);
  return begin_session(*user, now);
}

/// Made when it is needed first, for most nodes that a command line begins let nobody in; and before anybody is looked up, so that it tells nothing.
std::string const& AccessDesk::nobodys_hash() {
  std::call_once(hashed_for_nobody_, [this] { nobodys_hash_ = parts_.secrets.hash(parts_.secrets.random()); });
  return nobodys_hash_;
}

/// Does the same work whether there is such a user or not, and whether they may log in or not.
bool AccessDesk::is_right(std::optional<ports::User> const& user, std::string const& password) {
  auto const& nobodys = nobodys_hash();
  bool const has_password = user && !user->password_hash.empty();
  bool const fits = password.size() <= password_longest;
  bool const matches = parts_.secrets.matches(fits ? password : std::string{}, has_password ? user->password_hash : nobodys);
  return matches && fits && has_password && user->standing == ports::Standing::Active;
}

LoggedIn AccessDesk::begin_session(ports::User user, Time now) {
  auto secret = parts_.secrets.random();
  parts_.accounts.begin_session({parts_.secrets.digest(secret), user.name, now, now});
  return {std::move(secret), std::move(user)};
}

std::optional<LoggedIn> AccessDesk::let_in(std::string const& name, std::string const& address) {
  auto const now = parts_.clock.now();
  auto user = parts_.accounts.user(name);
  bool const may = user && user->standing == ports::Standing::Active && !user->password_hash.empty();
  if (user) parts_.accounts.record({user->name, now, address, may ? ports::LogInResult::Succeeded : ports::LogInResult::Refused});
  if (!may) return std::nullopt;
  forget_what_is_old(now);
  return begin_session(std::move(*user), now);
}

void AccessDesk::forget_what_is_old(Time now) {
  parts_.accounts.forget_sessions(now - session_longest, now - session_idle);
  parts_.accounts.forget_log_ins(now - log_ins_kept);
}

void AccessDesk::log_out(Caller const& caller) {
  if (!caller.session.empty()) parts_.accounts.end_session(caller.session);
}

std::expected<LoggedIn, AccountFault> AccessDesk::change_password(Caller const& caller, std::string const& old, std::string const& password) {
  auto const now = parts_.clock.now();
  auto user = parts_.accounts.user(caller.user);
  if (!user) return std::unexpected(AccountFault::UnknownUser);
  if (by_account_.take(user->name, now) > Duration{0} || !is_right(user, old)) return std::unexpected(AccountFault::WrongPassword);
  by_account_.give_back(user->name);
  auto changed = set_password(user->name, password);
  if (!changed) return std::unexpected(changed.error());
  return begin_session(std::move(*changed), now);
}

void AccessDesk::await_first_administrator(std::string code) {
  first_administrator_code_ = std::move(code);
}

std::expected<ports::User, AccountFault> AccessDesk::add_first_administrator(std::string_view code, ports::User user, std::string const& password) {
  auto const& expected = first_administrator_code_;
  if (expected.empty() || !parts_.secrets.are_same(code, expected) || parts_.accounts.has_users()) return std::unexpected(AccountFault::WrongCode);
  user.name = user_name(user.name);
  if (auto const fault = fault_of(user)) return std::unexpected(*fault);
  if (auto const fault = fault_of(password, user.name)) return std::unexpected(*fault);
  user.password_hash = parts_.secrets.hash(password);
  user.made_at = parts_.clock.now();
  if (!parts_.accounts.add_first_user(user)) return std::unexpected(AccountFault::WrongCode);
  return user;
}

std::expected<ports::User, AccountFault> AccessDesk::add_user(ports::User user, std::optional<std::string> const& password) {
  user.name = user_name(user.name);
  if (auto const fault = fault_of(user)) return std::unexpected(*fault);
  if (password) {
    if (auto const fault = fault_of(*password, user.name)) return std::unexpected(*fault);
    user.password_hash = parts_.secrets.hash(*password);
  }
  user.made_at = parts_.clock.now();
  if (!parts_.accounts.add_user(user)) return std::unexpected(AccountFault::NameTaken);
  return user;
}

std::expected<ports::User, AccountFault> AccessDesk::change_user(ports::User const& user) {
  auto const before = parts_.accounts.user(user.name);
  if (!before) return std::unexpected(AccountFault::UnknownUser);
  if (auto const fault = fault_of(user)) return std::unexpected(*fault);
  bool const same_rights = before->roles == user.roles && before->standing == user.standing && before->staff == user.staff;
  parts_.accounts.change_user(user, same_rights ? ports::Sessions::Keep : ports::Sessions::End);
  return user;
}

std::expected<ports::User, AccountFault> AccessDesk::set_password(std::string const& name, std::string const& password) {
  auto user = parts_.accounts.user(name);
  if (!user) return std::unexpected(AccountFault::UnknownUser);
  if (auto const fault = fault_of(password, name)) return std::unexpected(*fault);
  user->password_hash = parts_.secrets.hash(password);
  parts_.accounts.change_user(*user, ports::Sessions::End);
  return *user;
}

std::expected<ports::Identity, AccountFault> AccessDesk::link(std::string const& user, std::string const& issuer, std::string const& subject) {
  constexpr std::size_t longest = 255;  // OpenID Connect Core 2; what is longer is nobody's
  if (!parts_.accounts.user(user)) return std::unexpected(AccountFault::UnknownUser);
  if (issuer.empty() || subject.empty() || issuer.size() > longest || subject.size() > longest) return std::unexpected(AccountFault::IdentityMalformed);
  ports::Identity const identity{issuer, subject, user, parts_.clock.now()};
  if (!parts_.accounts.link(identity)) return std::unexpected(AccountFault::IdentityTaken);
  return identity;
}

bool AccessDesk::unlink(std::string const& user, std::string const& id) {
  for (auto const& identity : parts_.accounts.identities(user)) {
    if (id_of(identity) != id || !parts_.accounts.unlink(user, identity.issuer, identity.subject)) continue;
    if (auto const held = parts_.accounts.user(user)) parts_.accounts.change_user(*held, ports::Sessions::End);
    return true;
  }
  return false;
}

std::string AccessDesk::id_of(ports::Identity const& identity) const {
  return "identity-" + parts_.secrets.digest(identity.issuer + "\n" + identity.subject).substr(0, 12);
}

std::expected<AccessDesk::NewToken, AccountFault> AccessDesk::add_token(std::string const& user, std::vector<std::string> scopes) {
  if (!parts_.accounts.user(user)) return std::unexpected(AccountFault::UnknownUser);
  if (scopes.empty()) scopes.emplace_back("*");
  for (auto const& scope : scopes)
    if (std::ranges::none_of(parts_.actions, [&](auto const& action) { return means(scope, action); })) return std::unexpected(AccountFault::UnknownAction);
  auto const secret = std::string(token_prefix) + parts_.secrets.random();
  auto const digest = parts_.secrets.digest(secret);
  auto const id = "token-" + digest.substr(0, 12);
  parts_.accounts.add_token({id, digest, user, std::move(scopes), parts_.clock.now()});
  return NewToken{id, secret};
}

std::optional<AccountFault> AccessDesk::fault_of(ports::User const& user) const {
  if (!is_well_formed(user.name)) return AccountFault::NameMalformed;
  for (auto const& role : user.roles)
    if (!parts_.roles.contains(role)) return AccountFault::UnknownRole;
  if (!user.staff.empty() && std::ranges::find(parts_.staff, user.staff) == parts_.staff.end()) return AccountFault::UnknownStaff;
  return std::nullopt;
}

std::optional<AccountFault> AccessDesk::fault_of(std::string const& password, std::string const& name) const {
  if (count_characters(password) < password_shortest) return AccountFault::PasswordTooShort;
  if (password.size() > password_longest) return AccountFault::PasswordTooLong;
  if (parts_.secrets.is_common(password)) return AccountFault::PasswordCommon;
  if (name.size() > 3 && user_name(password).find(name) != std::string::npos) return AccountFault::PasswordHoldsName;
  return std::nullopt;
}

}  // namespace redress::runtime
