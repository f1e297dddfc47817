// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/random_identifiers.hpp"

#include <sodium.h>

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "adapters/system/readable_reference.hpp"

namespace redress::system {

RandomIdentifiers::RandomIdentifiers() {
  if (sodium_init() < 0) throw std::runtime_error("this system gives no random numbers");
}

std::string RandomIdentifiers::uuid(Time now) {
  std::scoped_lock const alone(one_at_a_time_);
  return sequence_.next(now, bits());
}

Reference RandomIdentifiers::reference() {
  std::scoped_lock const alone(one_at_a_time_);
  return readable_reference(bits());
}

ports::Salt RandomIdentifiers::salt() {
  std::scoped_lock const alone(one_at_a_time_);
  ports::Salt salt;
  fill(salt);
  return salt;
}

void RandomIdentifiers::fill(std::span<unsigned char> bytes) {
  if (left_ < bytes.size()) {
    randombytes_buf(drawn_.data(), drawn_.size());
    left_ = drawn_.size();
  }
  auto const from = std::span(drawn_).subspan(left_ - bytes.size(), bytes.size());
  std::ranges::copy(from, bytes.begin());
  sodium_memzero(from.data(), from.size());
  left_ -= bytes.size();
}

std::uint64_t RandomIdentifiers::bits() {
  std::array<unsigned char, sizeof(std::uint64_t)> bytes{};
  fill(bytes);
  return std::bit_cast<std::uint64_t>(bytes);
}

}  // namespace redress::system
