// SPDX-License-Identifier: Apache-2.0
#pragma once

// The desk where people prove who they are: log-in, sessions, tokens, and the users themselves (docs/decisions/0024). A password is checked by a slow hash,
// seldom enough that guessing is hopeless; whoever guesses learns nothing of who has an account, neither by the answer nor by the time it takes. What a caller
// may do with a complaint is not decided here, see runtime/caller.hpp and ports/conflicts.hpp.
//
// Every function may be called on any thread and throws ports::StoreFault. Those that hash a password take a tenth of a second or more.

#include <array>
#include <expected>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/role.hpp"
#include "engine/ports/accounts.hpp"
#include "engine/ports/clock.hpp"
#include "engine/ports/conflicts.hpp"
#include "engine/ports/secrets.hpp"
#include "engine/runtime/caller.hpp"
#include "engine/runtime/throttle.hpp"

namespace redress::runtime {

enum class AccountFault {
  NameMalformed,
  NameTaken,
  UnknownUser,
  UnknownRole,
  UnknownStaff,
  UnknownAction,
  PasswordTooShort,
  PasswordTooLong,
  PasswordCommon,
  PasswordHoldsName,
  WrongPassword,
  WrongCode,
  IdentityMalformed,
  IdentityTaken,
};

constexpr auto names_of(AccountFault) {
  return std::array<std::string_view, 14>{"NameMalformed", "NameTaken",        "UnknownUser",       "UnknownRole",    "UnknownStaff",
                                          "UnknownAction", "PasswordTooShort", "PasswordTooLong",   "PasswordCommon", "PasswordHoldsName",
                                          "WrongPassword", "WrongCode",        "IdentityMalformed", "IdentityTaken"};
}

/// Not let in. Nothing says whether there is such a user.
struct TurnedAway {
  Duration try_again_after{0};  ///< zero: the name or the password is wrong
};

struct LoggedIn {
  std::string secret;  ///< opens the session; for the cookie, and for nothing else
  ports::User user;
};

/// What the desk stands on; all outlive it.
struct AccessParts {
  ports::Accounts& accounts;
  ports::Conflicts& conflicts;
  ports::Secrets& secrets;
  ports::Clock const& clock;
  Roles const& roles;
  std::vector<std::string> actions;  ///< everything that a scope may mean
  std::vector<StaffId> staff;        ///< everybody there is
  std::string operator_token;        ///< never empty
};

class AccessDesk {
 public:
  static constexpr Duration session_idle = std::chrono::minutes{30};
  static constexpr Duration session_longest = std::chrono::hours{12};
  static constexpr Duration log_ins_kept = std::chrono::days{90};
  static constexpr std::size_t password_shortest = 12;  ///< characters
  static constexpr std::size_t password_longest = 256;  ///< bytes

  explicit AccessDesk(AccessParts parts);

  // ---- who asks

  [[nodiscard]] Caller caller_with_token(std::string_view token);
  /// Nobody when the session is over, or its user is disabled.
  [[nodiscard]] Caller caller_with_session(std::string_view secret);
  /// Whether it is time to write down that the session is in use.
  [[nodiscard]] bool is_use_worth_noting(Caller const& caller) const;
  void note_use(Caller const& caller);

  [[nodiscard]] bool may(Caller const& caller, std::string_view action) const { return runtime::may(parts_.roles, caller, action); }
  /// The same for somebody who proved who they are a while ago: whether they could still, and still may.
  [[nodiscard]] bool still_may(Caller const& caller, std::string_view action);
  [[nodiscard]] bool is_action(std::string_view name) const;
  [[nodiscard]] std::optional<Money> remedy_most(Caller const& caller) const { return runtime::remedy_most(parts_.roles, caller); }
  [[nodiscard]] std::vector<std::string> permitted_actions(Caller const& caller) const;
  [[nodiscard]] Roles const& roles() const { return parts_.roles; }
  /// Everything that a role may allow: commands, then privileges.
  [[nodiscard]] std::vector<std::string> const& actions() const { return parts_.actions; }

  /// The same for the same text, and nothing anybody could make without the node's own token.
  [[nodiscard]] std::string keyed_digest(std::string_view text) const { return parts_.secrets.digest(parts_.operator_token + '\n' + std::string(text)); }

  // ---- what does not exist for whom

  [[nodiscard]] bool is_hidden(Reference const& reference, StaffId const& from) const { return parts_.conflicts.concerns(reference, from, parts_.clock.now()); }
  [[nodiscard]] bool is_hidden(ports::MailEntry const& mail, StaffId const& from) const { return ports::names_one_of(hidden_from(from), mail); }
  [[nodiscard]] std::set<Reference> hidden_from(StaffId const& reader) const { return parts_.conflicts.concerning(reader, parts_.clock.now()); }
  [[nodiscard]] std::vector<ComplaintRow> list_for(StaffId const& reader, ports::ListFilter const& filter) const {
    return parts_.conflicts.list_for(reader, parts_.clock.now(), filter);
  }
  [[nodiscard]] ports::MailCounts mails_hidden_from(StaffId const& reader) const { return parts_.conflicts.mails_concerning(reader, parts_.clock.now()); }
  [[nodiscard]] std::int64_t outbox_hidden_from(StaffId const& reader) const { return parts_.conflicts.outbox_concerning(reader, parts_.clock.now()); }

  // ---- sessions

  /// `address` is the caller's, for the throttle and for the user to see.
  [[nodiscard]] std::expected<LoggedIn, TurnedAway> log_in(std::string_view name, std::string const& password, std::string const& address);
  /// For somebody whom an identity provider vouches for. Nobody else may be let in so; empty when they are disabled, or a program.
  [[nodiscard]] std::optional<LoggedIn> let_in(std::string const& user, std::string const& address);
  void log_out(Caller const& caller);
  /// Ends all the user's sessions and begins a new one. A wrong old password counts as an attempt to log in.
  [[nodiscard]] std::expected<LoggedIn, AccountFault> change_password(Caller const& caller, std::string const& old, std::string const& password);

  // ---- users

  /// From now on whoever knows the code can make the first administrator.
  void await_first_administrator(std::string code);
  /// Only while there is no user at all.
  [[nodiscard]] std::expected<ports::User, AccountFault> add_first_administrator(std::string_view code, ports::User user, std::string const& password);
  /// Without a password the user is a program, and cannot log in.
  [[nodiscard]] std::expected<ports::User, AccountFault> add_user(ports::User user, std::optional<std::string> const& password);
  /// Whoever is disabled, or has other roles or another place on the staff than before, must log in anew.
  [[nodiscard]] std::expected<ports::User, AccountFault> change_user(ports::User const& user);
  [[nodiscard]] std::expected<ports::User, AccountFault> set_password(std::string const& name, std::string const& password);
  [[nodiscard]] std::optional<ports::User> user(std::string const& name) { return parts_.accounts.user(name); }
  [[nodiscard]] std::vector<ports::User> users() { return parts_.accounts.users(); }
  [[nodiscard]] std::vector<ports::LogIn> log_ins(std::string const& name) { return parts_.accounts.log_ins(name, log_ins_shown); }

  // ---- as whom identity providers know them

  [[nodiscard]] std::vector<ports::Identity> identities(std::string const& user) { return parts_.accounts.identities(user); }
  [[nodiscard]] std::expected<ports::Identity, AccountFault> link(std::string const& user, std::string const& issuer, std::string const& subject);
  /// Ends the user's sessions: one of them may have begun by it. False when the user has no such identity.
  [[nodiscard]] bool unlink(std::string const& user, std::string const& id);
  /// Names an identity, tells nothing of it.
  [[nodiscard]] std::string id_of(ports::Identity const& identity) const;

  // ---- tokens

  struct NewToken {
    std::string id;
    std::string secret;
  };
  [[nodiscard]] std::expected<NewToken, AccountFault> add_token(std::string const& user, std::vector<std::string> scopes);
  [[nodiscard]] std::vector<ports::HeldToken> tokens(std::string const& user) { return parts_.accounts.tokens(user); }
  [[nodiscard]] bool remove_token(std::string const& user, std::string const& id) { return parts_.accounts.remove_token(user, id); }

 private:
  static constexpr std::int64_t log_ins_shown = 50;

  /// What a password is compared with when nobody has the name.
  [[nodiscard]] std::string const& nobodys_hash();
  [[nodiscard]] bool is_right(std::optional<ports::User> const& user, std::string const& password);
  [[nodiscard]] Caller caller_with(std::optional<ports::HeldSession> const& held);
  [[nodiscard]] LoggedIn begin_session(ports::User user, Time now);
  void forget_what_is_old(Time now);
  [[nodiscard]] std::optional<AccountFault> fault_of(ports::User const& user) const;
  [[nodiscard]] std::optional<AccountFault> fault_of(std::string const& password, std::string const& name) const;

  AccessParts parts_;
  std::string first_administrator_code_;  ///< empty when none can be made so
  std::once_flag hashed_for_nobody_;
  std::string nobodys_hash_;
  Throttle by_account_{5, std::chrono::minutes{1}};
  Throttle by_address_{15, std::chrono::seconds{20}};
};

/// The name as it is kept: people type capitals where there are none.
[[nodiscard]] std::string user_name(std::string_view typed);

}  // namespace redress::runtime
