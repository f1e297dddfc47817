// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an operator may set. Every key is documented in docs/reference/configuration.md; without a file everything has a default that works on one machine.

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "adapters/http/limits.hpp"
#include "adapters/letters/dkim_signer.hpp"
#include "adapters/mail_out/smtp_settings.hpp"
#include "adapters/mailboxes/mailbox_settings.hpp"
#include "adapters/oidc/provider_settings.hpp"
#include "engine/domain/time.hpp"
#include "engine/runtime/retry_policy.hpp"
#include "engine/runtime/sending_limits.hpp"

namespace redress::app {

/// The text is "file:line: reason" and says what to do.
class ConfigurationFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct ProviderConfiguration {
  oidc::ProviderSettings settings;         ///< without the return address, which follows from ours
  std::vector<std::string> email_domains;  ///< in small letters
};

struct Configuration {
  std::string listen = "127.0.0.1:8080";
  std::string public_address;  ///< what browsers call us, as in "https://complaints.example.org"; empty: they are on this machine
  http::Limits http;
  std::filesystem::path organisation;          ///< empty: organisation.toml of the data directory, or else the demonstration one
  std::string postgresql;                      ///< connection string; empty: SQLite in the data directory
  std::optional<mail_out::SmtpSettings> smtp;  ///< empty: outgoing mail goes to the Maildir mail/out of the data directory
  runtime::RetryPolicy retry;
  runtime::SendingLimits sending;
  std::optional<letters::DkimSettings> dkim;          ///< empty: the mail server signs, or nobody does
  std::optional<ProviderConfiguration> provider;      ///< empty: people log in by name and password alone
  Duration readings_kept = std::chrono::days{400};    ///< how long it is known who read what
  std::vector<mailboxes::MailboxSettings> mailboxes;  ///< each name once
};

/// Relative paths in the file are meant from the file's folder. Throws ConfigurationFault.
[[nodiscard]] Configuration load_configuration(std::filesystem::path const& file);

}  // namespace redress::app
