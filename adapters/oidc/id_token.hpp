// SPDX-License-Identifier: Apache-2.0
#pragma once

// An ID token (OpenID Connect Core 1.0, 2 and 3.1.3.7), checked: who signed it, for whom, when, and in answer to which log-in. Its signature is verified by
// cjose; which signature may count is decided here, from the key and not from what the token says of itself. Private to this adapter.

#include <string>
#include <string_view>

#include "engine/domain/time.hpp"
#include "engine/ports/identity_provider.hpp"

namespace redress::oidc {

/// What the token must be for.
struct Expected {
  std::string issuer;
  std::string client_id;
  std::string nonce;
  Time now;
};

/// No key of the set has the token's name: the provider may have changed its keys.
enum class KeyFound { Yes, No };

/// Whether `keys`, a JWK set (RFC 7517), has a key that may have signed the token. Throws ProviderFault when either cannot be read.
[[nodiscard]] KeyFound find_key(std::string_view token, std::string_view keys);

/// Whom the token vouches for. Throws ProviderFault with the first check that fails.
[[nodiscard]] ports::ProvenIdentity check_id_token(std::string_view token, std::string_view keys, Expected const& expected);

}  // namespace redress::oidc
