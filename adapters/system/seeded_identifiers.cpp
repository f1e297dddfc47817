// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/seeded_identifiers.hpp"

#include "adapters/system/readable_reference.hpp"

namespace redress::system {

std::string SeededIdentifiers::uuid(Time now) {
  std::scoped_lock const alone(one_at_a_time_);
  return sequence_.next(now, draw());
}

Reference SeededIdentifiers::reference() {
  std::scoped_lock const alone(one_at_a_time_);
  return readable_reference(draw());
}

ports::Salt SeededIdentifiers::salt() {
  std::scoped_lock const alone(one_at_a_time_);
  ports::Salt salt;
  for (std::size_t i = 0; i < salt.size(); i += 8) {
    auto const bits = draw();
    for (std::size_t byte = 0; byte < 8; ++byte) salt[i + byte] = static_cast<unsigned char>(bits >> (8 * byte));
  }
  return salt;
}

// SplitMix64 (Steele, Lea and Flood, 2014).
std::uint64_t SeededIdentifiers::draw() {
  std::uint64_t mixed = state_ += 0x9e37'79b9'7f4a'7c15;
  mixed = (mixed ^ mixed >> 30) * 0xbf58'476d'1ce4'e5b9;
  mixed = (mixed ^ mixed >> 27) * 0x94d0'49bb'1331'11eb;
  return mixed ^ mixed >> 31;
}

}  // namespace redress::system
