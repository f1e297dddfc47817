// SPDX-License-Identifier: Apache-2.0
#pragma once

// How to reach the mail server that takes our letters. Plain data; the configuration fills it.

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace redress::mail_out {

enum class TlsPolicy {
  RequiredVerified,    ///< STARTTLS, and the certificate is the host's own, from an authority we trust
  RequiredUnverified,  ///< STARTTLS with whoever answers: safe from listeners, not from impostors
  Opportunistic,       ///< STARTTLS unverified when it is offered, else in the clear
  None,                ///< in the clear: for a server on this machine
};

constexpr auto names_of(TlsPolicy) {
  return std::array<std::string_view, 4>{"required-verified", "required-unverified", "opportunistic", "none"};
}

struct SmtpSettings {
  std::string host = "localhost";
  std::uint16_t port = 25;
  TlsPolicy tls = TlsPolicy::RequiredVerified;
  std::filesystem::path ca_file;        ///< authorities to trust, in PEM; empty for those of the system
  std::string user;                     ///< empty for no log-in; we log in under TLS only
  std::filesystem::path password_file;  ///< read at every log-in, so that a new password needs no restart; its last line end is not part of it
  std::string helo_name;                ///< how we greet; empty for our address in brackets

  int connections_most = 8;          ///< open at once
  int letters_per_connection = 100;  ///< then it is closed, and another opened
  std::chrono::milliseconds idle_timeout = std::chrono::seconds(30);

  std::chrono::milliseconds connect_timeout = std::chrono::seconds(10);
  std::chrono::milliseconds send_timeout = std::chrono::seconds(60);
  std::chrono::milliseconds receive_timeout = std::chrono::seconds(60);    ///< for a whole reply, however slowly it comes
  std::chrono::milliseconds final_dot_timeout = std::chrono::minutes(10);  ///< RFC 5321, 4.5.3.2.6
};

}  // namespace redress::mail_out
