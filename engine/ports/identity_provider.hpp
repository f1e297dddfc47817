// SPDX-License-Identifier: Apache-2.0
#pragma once

// Somebody else who knows who people are: an OpenID provider. Its tokens stay behind this port; what comes out is who they say it is, once everything about
// their word has been checked.
//
// Every function may be called on any thread. Both may wait for the provider, for seconds.

#include <expected>
#include <string>

#include "engine/domain/time.hpp"

namespace redress::ports {

/// What a log-in at a provider is bound to, from the browser that began it to the token that ends it. All three are random.
struct ProviderAttempt {
  std::string state;     ///< comes back with the browser
  std::string nonce;     ///< comes back in the token
  std::string verifier;  ///< known to us alone; only its digest goes out with the browser (RFC 7636)
};

/// What the provider sent the browser back with.
struct ProviderReturn {
  std::string code;
  std::string issuer;  ///< RFC 9207; empty when it said none
  std::string error;   ///< the provider's word for why it let nobody in; empty when it did
};

/// Whom the provider vouches for.
struct ProvenIdentity {
  std::string issuer;
  std::string subject;
  std::string verified_email;  ///< empty when it has none, or has not verified it
};

/// Why nobody was proven. The text is for whoever runs the node: it names a check, never a token, nor anything personal.
struct IdentityRefused {
  std::string why;
};

class IdentityProvider {
 public:
  virtual ~IdentityProvider() = default;

  /// How people call it: "Example Ltd".
  [[nodiscard]] virtual std::string const& title() const = 0;
  [[nodiscard]] virtual std::string const& issuer() const = 0;
  /// Where the browser goes to log in.
  [[nodiscard]] virtual std::expected<std::string, IdentityRefused> address_for(ProviderAttempt const& attempt) = 0;
  /// Exchanges the code, and checks everything that comes of it.
  [[nodiscard]] virtual std::expected<ProvenIdentity, IdentityRefused> prove(ProviderAttempt const& attempt, ProviderReturn const& returned, Time now) = 0;
};

}  // namespace redress::ports
