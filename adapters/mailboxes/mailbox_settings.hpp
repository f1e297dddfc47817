// SPDX-License-Identifier: Apache-2.0
#pragma once

// How to reach one mailbox on somebody's server. Plain data; the configuration fills it.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace redress::mailboxes {

/// With an s TLS begins with the connection; without it, by STARTTLS.
enum class Protocol { Imaps, Imap, Pop3s, Pop3 };

constexpr auto names_of(Protocol) {
  return std::array<std::string_view, 4>{"imaps", "imap", "pop3s", "pop3"};
}

constexpr bool is_imap(Protocol protocol) {
  return protocol == Protocol::Imaps || protocol == Protocol::Imap;
}
constexpr bool begins_with_tls(Protocol protocol) {
  return protocol == Protocol::Imaps || protocol == Protocol::Pop3s;
}
constexpr std::uint16_t usual_port(Protocol protocol) {
  constexpr std::array<std::uint16_t, 4> ports{993, 143, 995, 110};
  return ports[static_cast<std::size_t>(protocol)];
}

enum class TlsPolicy {
  RequiredVerified,    ///< the certificate is the host's own, from an authority we trust
  RequiredUnverified,  ///< TLS with whoever answers: safe from listeners, not from impostors
  Opportunistic,       ///< TLS unverified when it is offered, else in the clear: for a server on this machine
  None,                ///< in the clear: for a server on this machine
};

constexpr auto names_of(TlsPolicy) {
  return std::array<std::string_view, 4>{"required-verified", "required-unverified", "opportunistic", "none"};
}

struct MailboxSettings {
  std::string name;  ///< letters, digits and hyphens: the inlet that the journal, the log and the figures name
  Protocol protocol = Protocol::Imaps;
  std::string host;
  std::uint16_t port = 993;
  TlsPolicy tls = TlsPolicy::RequiredVerified;
  std::filesystem::path ca_file;  ///< authorities to trust, in PEM; empty for those of the system
  std::string user;
  std::filesystem::path password_file;     ///< this or the next; read at every log-in, so that a new secret needs no restart
  std::filesystem::path oauth_token_file;  ///< an access token for XOAUTH2, which some program of the operator's keeps fresh
  std::string folder = "INBOX";            ///< UTF-8; IMAP only
  std::string done_folder;                 ///< where mails go that were taken; empty for nowhere: they are deleted. IMAP only

  std::chrono::milliseconds every = std::chrono::seconds(60);  ///< between two looks, and the longest IDLE
  std::size_t message_limit_bytes = 0;                         ///< a larger mail is left where it is
  std::chrono::milliseconds connect_timeout = std::chrono::seconds(30);
  std::chrono::milliseconds silence_timeout = std::chrono::seconds(60);  ///< how long a server may say nothing while it owes an answer
  std::chrono::milliseconds answer_timeout = std::chrono::minutes(10);   ///< for a whole answer, however slowly it comes
};

}  // namespace redress::mailboxes
