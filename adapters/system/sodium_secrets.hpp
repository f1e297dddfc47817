// SPDX-License-Identifier: Apache-2.0
#pragma once

// Secrets by libsodium: argon2id for passwords, BLAKE2b for what is random anyway. The passwords that are guessed first come from a file.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <semaphore>
#include <set>
#include <string>
#include <string_view>

#include "engine/ports/secrets.hpp"

namespace redress::system {

/// What a hash costs whoever makes one. 64 MiB and three passes are more than RFC 9106 and OWASP ask for at least.
struct HashCost {
  std::uint64_t passes = 3;
  std::size_t memory = std::size_t{64} * 1024 * 1024;  ///< bytes
};

class SodiumSecrets final : public ports::Secrets {
 public:
  static constexpr std::ptrdiff_t hashes_at_once = 4;

  /// A line of the file is a password in small letters; lines are sorted by their bytes. Throws DataDirectoryFault when it cannot be read.
  explicit SodiumSecrets(std::filesystem::path const& common_passwords, HashCost cost = {});

  [[nodiscard]] std::string random() override;
  [[nodiscard]] std::string digest(std::string_view secret) const override;
  [[nodiscard]] bool are_same(std::string_view one, std::string_view other) const override;
  [[nodiscard]] std::string hash(std::string_view password) override;
  [[nodiscard]] bool matches(std::string_view password, std::string const& hash) override;
  [[nodiscard]] bool is_common(std::string_view password) const override;

 private:
  HashCost cost_;
  std::set<std::string, std::less<>> common_;
  std::counting_semaphore<hashes_at_once> turns_{hashes_at_once};
};

}  // namespace redress::system
