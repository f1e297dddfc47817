// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/mail_digest.hpp"

#include <sodium.h>

#include <array>

namespace redress::mail_in {

std::string sha256_hex(std::string_view raw) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<unsigned char const*>(raw.data()), raw.size());
  std::string hex(2 * digest.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  hex.pop_back();
  return hex;
}

}  // namespace redress::mail_in
