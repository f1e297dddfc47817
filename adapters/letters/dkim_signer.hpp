// SPDX-License-Identifier: Apache-2.0
#pragma once

// Signs mails by DKIM (RFC 6376): rsa-sha256 over the relaxed header and body. It does so when a mail is made and before its bytes are frozen, so that every
// attempt sends the same signature. For organisations whose mail server does not sign for them; where it does, there is no signer.

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/domain/time.hpp"

namespace redress::letters {

struct DkimSettings {
  std::string domain;              ///< d=, as in "example.org"
  std::string selector;            ///< s=: the public key stands in DNS at SELECTOR._domainkey.DOMAIN
  std::filesystem::path key_file;  ///< an RSA key of at least 2048 bits, PEM
};

/// The settings are of no use. The text says which, and what to do.
class DkimFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Any number of threads may sign at once.
class DkimSigner {
 public:
  /// Reads the key. Throws DkimFault.
  explicit DkimSigner(DkimSettings settings);
  ~DkimSigner();

  /// Whether receivers count the signature for mail from this address: its domain is ours, or below ours (RFC 7489, 3.1.1).
  [[nodiscard]] bool covers(std::string_view address) const;

  /// The same mail with the signature above it. `at` is the moment that stands in it: the same mail at the same moment gives the same bytes.
  [[nodiscard]] std::string signed_mail(std::string mail, Time at) const;

 private:
  [[nodiscard]] std::string signature_of(std::string_view covered) const;

  struct Key;
  DkimSettings settings_;
  std::unique_ptr<Key const> key_;
};

}  // namespace redress::letters
