// SPDX-License-Identifier: Apache-2.0
#pragma once

// Log-in by the identity provider of the settings, put together.

#include <map>
#include <memory>
#include <string>

#include "adapters/app/configuration.hpp"
#include "adapters/oidc/openid_provider.hpp"
#include "engine/domain/organisation.hpp"
#include "engine/runtime/provider_desk.hpp"

namespace redress::app {

/// What the node has already; all of it outlives the log-in.
struct ProviderSurroundings {
  runtime::AccessDesk& access_desk;
  ports::Accounts& accounts;
  ports::Secrets& secrets;
  ports::Clock const& clock;
};

struct ProviderLogIn {
  ProviderLogIn(oidc::ProviderSettings settings, ProviderSurroundings const& around, std::vector<std::string> email_domains,
                std::map<std::string, StaffId> addresses);

  oidc::OpenidProvider provider;
  runtime::ProviderDesk desk;
};

/// nullptr when the settings name no provider.
[[nodiscard]] std::unique_ptr<ProviderLogIn> provider_log_in(Configuration const& configuration, ProviderSurroundings const& around,
                                                             Organisation const& organisation);

}  // namespace redress::app
