// SPDX-License-Identifier: Apache-2.0
#pragma once

// What proves to a mail server who we are: a password, or an access token; and the words of the log-in that both protocols share (SASL). Private to this
// adapter.

#include <string>
#include <string_view>

#include "adapters/mailboxes/mailbox_settings.hpp"

namespace redress::mailboxes {

struct Credentials {
  std::string user;
  std::string secret;
  enum class Kind { Password, AccessToken } kind = Kind::Password;
};

/// Reads the file of the secret now. Throws MailboxFault.
[[nodiscard]] Credentials read_credentials(MailboxSettings const& settings);

/// The one answer of the mechanisms PLAIN (RFC 4616), OAUTHBEARER (RFC 7628) and XOAUTH2, in base64.
[[nodiscard]] std::string plain_response(Credentials const& credentials);
[[nodiscard]] std::string oauthbearer_response(Credentials const& credentials);
[[nodiscard]] std::string xoauth2_response(Credentials const& credentials);

struct Mechanism {
  std::string_view name;  ///< empty: the server offers none that we know
  std::string response;
};

/// The mechanism to use, of those that the server `offers(name)`.
template <class Offers>
[[nodiscard]] Mechanism mechanism_for(Credentials const& credentials, Offers const& offers) {
  if (credentials.kind == Credentials::Kind::Password) return offers("PLAIN") ? Mechanism{"PLAIN", plain_response(credentials)} : Mechanism{};
  if (offers("XOAUTH2")) return {"XOAUTH2", xoauth2_response(credentials)};
  if (offers("OAUTHBEARER")) return {"OAUTHBEARER", oauthbearer_response(credentials)};
  return {};
}

}  // namespace redress::mailboxes
