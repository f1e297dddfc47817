// SPDX-License-Identifier: Apache-2.0
#pragma once

// What log-in needs of cryptography: chance, digests and the slow hash of a password.

#include <string>
#include <string_view>

namespace redress::ports {

class Secrets {
 public:
  virtual ~Secrets() = default;

  /// 256 random bits in base64url.
  [[nodiscard]] virtual std::string random() = 0;
  /// Of something random: quick, and the same every time.
  [[nodiscard]] virtual std::string digest(std::string_view secret) const = 0;
  /// Takes the same time wherever the two differ.
  [[nodiscard]] virtual bool are_same(std::string_view one, std::string_view other) const = 0;

  /// Of a password: slow and with a salt of its own. Only a few run at once; more wait for their turn.
  [[nodiscard]] virtual std::string hash(std::string_view password) = 0;
  /// As slow as hash(), also when it does not match.
  [[nodiscard]] virtual bool matches(std::string_view password, std::string const& hash) = 0;
  /// Whether it is among those that are guessed first.
  [[nodiscard]] virtual bool is_common(std::string_view password) const = 0;
};

}  // namespace redress::ports
