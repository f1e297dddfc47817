// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/provider_log_in.hpp"

#include <utility>

namespace redress::app {

ProviderLogIn::ProviderLogIn(oidc::ProviderSettings settings, ProviderSurroundings const& around, std::vector<std::string> email_domains,
                             std::map<std::string, StaffId> addresses)
    : provider(std::move(settings)),
      desk({around.access_desk, around.accounts, around.secrets, around.clock, provider, std::move(email_domains), std::move(addresses)}) {}

std::unique_ptr<ProviderLogIn> provider_log_in(Configuration const& configuration, ProviderSurroundings const& around, Organisation const& organisation) {
  if (!configuration.provider) return nullptr;
  auto settings = configuration.provider->settings;
  auto const origin = configuration.public_address.empty() ? "http://" + configuration.listen : configuration.public_address;
  settings.return_address = origin + "/api/v1/session/provider/return";
  return std::make_unique<ProviderLogIn>(std::move(settings), around, configuration.provider->email_domains, runtime::addresses_of(organisation));
}

}  // namespace redress::app
