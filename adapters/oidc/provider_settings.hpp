// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which OpenID provider people may log in with, and as whom the node asks there.

#include <filesystem>
#include <string>

namespace redress::oidc {

struct ProviderSettings {
  std::string title;                         ///< how people call it: "Example Ltd"
  std::string issuer;                        ///< "https://id.example.org", letter for letter as the provider says it; http only on this machine
  std::string client_id;                     ///< as the provider knows this node
  std::filesystem::path client_secret_file;  ///< empty: the node has none, and proves nothing but that it has the code's verifier
  std::string return_address;                ///< where the provider sends browsers back: the public address, and the path of our route
  std::filesystem::path ca_file;             ///< whom to trust beside nobody else; empty: the authorities of the system
};

}  // namespace redress::oidc
