// SPDX-License-Identifier: Apache-2.0
#pragma once

// Asks the provider over https, within seconds and for answers of a bounded size; no redirect is followed, no proxy of the environment is used. Plain http is
// for a provider on this machine, as in tests. Private to this adapter.

#include <string>
#include <string_view>

namespace redress::oidc {

/// Whether the address is https, or http to this machine, with nothing before the host.
[[nodiscard]] bool is_trustworthy(std::string_view address);
/// As a part of a form or of a query.
[[nodiscard]] std::string escaped(std::string_view text);

struct Form {
  std::string body;           ///< application/x-www-form-urlencoded
  std::string authorization;  ///< of the header; empty for none
};

class WebClient {
 public:
  explicit WebClient(std::string ca_file) : ca_file_(std::move(ca_file)) {}

  /// The body of an answer with status 200. Throws ProviderFault.
  [[nodiscard]] std::string get(std::string const& address) const;
  [[nodiscard]] std::string post(std::string const& address, Form const& form) const;

 private:
  [[nodiscard]] std::string ask(std::string const& address, Form const* form) const;

  std::string ca_file_;
};

}  // namespace redress::oidc
