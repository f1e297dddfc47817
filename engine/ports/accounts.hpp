// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who may log in: users, their sessions and tokens, and who tried to log in. What opens anything is kept as a digest only, so that whoever reads the store can
// use none of it. The rules (how long a session lasts, what a password must be) are in engine/runtime/access_desk.hpp; here things are only kept.
//
// Every function may be called on any thread and throws StoreFault.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/enumeration.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/time.hpp"
#include "engine/ports/store.hpp"

namespace redress::ports {

enum class Standing { Active, Disabled };

constexpr auto names_of(Standing) {
  return std::array<std::string_view, 2>{"active", "disabled"};
}

struct User {
  std::string name;           ///< what they log in with; it never stands in the history
  std::string password_hash;  ///< empty for a program, which cannot log in
  StaffId staff;              ///< whom the history knows them as; empty when they are nobody on the staff
  std::vector<std::string> roles;
  Language language = Language::English;
  Standing standing = Standing::Active;
  Time made_at;

  friend bool operator==(User const&, User const&) = default;
};

struct HeldSession {
  std::string digest;  ///< of what stands in the cookie
  std::string user;
  Time begun_at;
  Time used_at;
};

struct HeldToken {
  std::string id;      ///< names it, opens nothing
  std::string digest;  ///< of what a program bears
  std::string user;
  std::vector<std::string> scopes;  ///< actions, as in a role; the token may do what both they and the user's roles allow
  Time made_at;
};

/// As whom an identity provider knows a user. The two together are for ever one person's; an address of mail is not.
struct Identity {
  std::string issuer;
  std::string subject;
  std::string user;
  Time linked_at;

  friend bool operator==(Identity const&, Identity const&) = default;
};

enum class LogInResult { Refused, Succeeded };

constexpr auto names_of(LogInResult) {
  return std::array<std::string_view, 2>{"refused", "succeeded"};
}

/// Somebody tried to log in. What was typed as a name that nobody has is not kept: it may be a password.
struct LogIn {
  std::string user;  ///< empty when there is none of the name
  Time at;
  std::string address;
  LogInResult result = LogInResult::Refused;
};

enum class Sessions { Keep, End };

class Accounts {
 public:
  virtual ~Accounts() = default;

  [[nodiscard]] virtual bool has_users() = 0;
  [[nodiscard]] virtual std::optional<User> user(std::string const& name) = 0;
  /// Ascending by name.
  [[nodiscard]] virtual std::vector<User> users() = 0;
  /// False, and nothing has changed, when the name is taken.
  [[nodiscard]] virtual bool add_user(User const& user) = 0;
  /// The same, also false when there is any user at all.
  [[nodiscard]] virtual bool add_first_user(User const& user) = 0;
  /// Replaces everything but the name and the moment it was made; with Sessions::End all sessions of the user end with it.
  virtual void change_user(User const& user, Sessions sessions) = 0;

  virtual void begin_session(HeldSession const& session) = 0;
  [[nodiscard]] virtual std::optional<HeldSession> session(std::string const& digest) = 0;
  virtual void use_session(std::string const& digest, Time at) = 0;
  virtual void end_session(std::string const& digest) = 0;
  /// Takes away those that began, or were used last, before these moments.
  virtual void forget_sessions(Time begun_before, Time used_before) = 0;

  virtual void add_token(HeldToken const& token) = 0;
  [[nodiscard]] virtual std::optional<HeldToken> token(std::string const& digest) = 0;
  [[nodiscard]] virtual std::vector<HeldToken> tokens(std::string const& user) = 0;
  /// False when the user has no such token.
  [[nodiscard]] virtual bool remove_token(std::string const& user, std::string const& id) = 0;

  /// False, and nothing has changed, when that identity is linked to somebody already.
  [[nodiscard]] virtual bool link(Identity const& identity) = 0;
  /// Whom an issuer's subject is linked to.
  [[nodiscard]] virtual std::optional<Identity> identity(std::string const& issuer, std::string const& subject) = 0;
  [[nodiscard]] virtual std::vector<Identity> identities(std::string const& user) = 0;
  /// False when the user has no such identity.
  [[nodiscard]] virtual bool unlink(std::string const& user, std::string const& issuer, std::string const& subject) = 0;

  virtual void record(LogIn const& log_in) = 0;
  /// Newest first.
  [[nodiscard]] virtual std::vector<LogIn> log_ins(std::string const& user, std::int64_t limit) = 0;
  virtual void forget_log_ins(Time before) = 0;
};

}  // namespace redress::ports
