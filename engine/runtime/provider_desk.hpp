// SPDX-License-Identifier: Apache-2.0
#pragma once

// Log-in by an identity provider (docs/decisions/0031): an attempt is bound to the browser that began it, is good once and for minutes, and ends in a session
// like any other. Whom the provider vouches for is let in only when that identity is linked to a user: by an administrator, or, where the settings name the
// provider's domain of mail, because the verified address is that of a member of staff. Nobody is ever made a user by logging in.
//
// Attempts are kept in memory: one that a restart cuts off is begun again. Every function may be called on any thread.

#include <array>
#include <expected>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "engine/domain/organisation.hpp"
#include "engine/ports/identity_provider.hpp"
#include "engine/runtime/access_desk.hpp"
#include "engine/runtime/throttle.hpp"

namespace redress::runtime {

enum class ProviderOutcome {
  Refused,   ///< the provider did not vouch for them, or its word does not hold
  Expired,   ///< no such attempt of this browser: begun elsewhere, long ago, or ended already
  Unlinked,  ///< the provider knows them, we do not
  Unready,   ///< the provider does not answer
  TooOften,  ///< begun again and again from that address
};

constexpr auto names_of(ProviderOutcome) {
  return std::array<std::string_view, 5>{"refused", "expired", "unlinked", "unready", "too-often"};
}

/// What the desk stands on; all outlive it.
struct ProviderParts {
  AccessDesk& access_desk;
  ports::Accounts& accounts;
  ports::Secrets& secrets;
  ports::Clock const& clock;
  ports::IdentityProvider& provider;
  std::vector<std::string> email_domains;    ///< in small letters; empty: nobody is linked by their address
  std::map<std::string, StaffId> addresses;  ///< of the staff, in small letters
};

class ProviderDesk {
 public:
  static constexpr Duration attempt_longest = std::chrono::minutes{10};
  static constexpr std::size_t attempts_most = 10'000;

  explicit ProviderDesk(ProviderParts parts) : parts_(std::move(parts)) {}

  struct Begun {
    std::string address;  ///< where the browser goes
    std::string secret;   ///< what the browser keeps to show that it is the same one
  };

  [[nodiscard]] std::string const& title() const { return parts_.provider.title(); }
  [[nodiscard]] std::string const& issuer() const { return parts_.provider.issuer(); }
  /// `address` is the caller's: whoever begins without end would else keep everybody out.
  [[nodiscard]] std::expected<Begun, ProviderOutcome> begin(std::string const& address);
  /// The browser is back, with the state it went with and the secret it kept; `address` is the caller's, for the user to see.
  [[nodiscard]] std::expected<LoggedIn, ProviderOutcome> end(std::string const& state, std::string const& secret, ports::ProviderReturn const& returned,
                                                             std::string const& address);

 private:
  struct Attempt {
    ports::ProviderAttempt attempt;
    std::string secret_digest;
    Time begun_at;
  };

  void keep(Attempt attempt);
  [[nodiscard]] std::optional<Attempt> take(std::string const& state, std::string const& secret);
  /// The user to whom the identity is linked, or is linked now.
  [[nodiscard]] std::optional<std::string> user_of(ports::ProvenIdentity const& proven);
  [[nodiscard]] std::optional<std::string> user_with_address(ports::ProvenIdentity const& proven);

  ProviderParts parts_;
  std::mutex mutex_;
  std::map<std::string, Attempt> attempts_;  ///< by the state
  Throttle by_address_{30, std::chrono::seconds{10}};
};

/// As addresses and domains are compared.
[[nodiscard]] std::string in_small_letters(std::string text);
/// Who of the staff has which address, in small letters. An address that several share is nobody's: it vouches for none of them.
[[nodiscard]] std::map<std::string, StaffId> addresses_of(Organisation const& organisation);

}  // namespace redress::runtime
