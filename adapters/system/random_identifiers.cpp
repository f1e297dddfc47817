// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/random_identifiers.hpp"

#include <sodium.h>

#include <stdexcept>

#include "adapters/system/readable_reference.hpp"

namespace redress::system {

namespace {

std::uint64_t random_bits() {
  std::uint64_t bits = 0;
  randombytes_buf(&bits, sizeof bits);
  return bits;
}

}  // namespace

RandomIdentifiers::RandomIdentifiers() {
  if (sodium_init() < 0) throw std::runtime_error("this system gives no random numbers");
}

std::string RandomIdentifiers::uuid(Time now) {
  std::scoped_lock const alone(one_at_a_time_);
  return sequence_.next(now, random_bits());
}

Reference RandomIdentifiers::reference() {
  return readable_reference(random_bits());
}

ports::Salt RandomIdentifiers::salt() {
  ports::Salt salt;
  randombytes_buf(salt.data(), salt.size());
  return salt;
}

}  // namespace redress::system
