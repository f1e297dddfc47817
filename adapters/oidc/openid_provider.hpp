// SPDX-License-Identifier: Apache-2.0
#pragma once

// An OpenID provider: discovery, the authorization code flow with PKCE, and its keys, which are fetched anew when a token names one we do not have. Tokens end
// here: what comes out is an identity.

#include <chrono>
#include <memory>
#include <mutex>
#include <string>

#include "adapters/oidc/provider_settings.hpp"
#include "engine/ports/identity_provider.hpp"

namespace redress::oidc {

class OpenidProvider final : public ports::IdentityProvider {
 public:
  /// Asks nothing yet: a provider that does not answer must not keep the node from starting.
  explicit OpenidProvider(ProviderSettings settings);
  ~OpenidProvider() override;

  [[nodiscard]] std::string const& title() const override { return settings_.title; }
  [[nodiscard]] std::string const& issuer() const override { return settings_.issuer; }
  [[nodiscard]] std::expected<std::string, ports::IdentityRefused> address_for(ports::ProviderAttempt const& attempt) override;
  [[nodiscard]] std::expected<ports::ProvenIdentity, ports::IdentityRefused> prove(ports::ProviderAttempt const& attempt, ports::ProviderReturn const& returned,
                                                                                   Time now) override;

 private:
  struct Known;

  /// As it is known, or as it says now. Whoever asks while it does not answer is told so at once.
  [[nodiscard]] std::shared_ptr<Known const> discovered();
  [[nodiscard]] std::shared_ptr<Known const> discover();
  [[nodiscard]] std::string exchange(Known const& known, ports::ProviderAttempt const& attempt, std::string const& code) const;
  [[nodiscard]] std::string keys_for(Known const& known, std::string const& token);

  ProviderSettings settings_;
  std::mutex mutex_;
  std::shared_ptr<Known const> known_;
  std::string keys_;
  std::chrono::steady_clock::time_point not_asked_before_{};
  std::string why_not_asked_;
};

}  // namespace redress::oidc
