// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/readable_reference.hpp"

#include <string_view>

namespace redress::system {

Reference readable_reference(std::uint64_t bits) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string text = "R-";
  for (int shift = 35; shift >= 0; shift -= 5) {
    text += alphabet[bits >> shift & 31];
    if (shift == 20) text += '-';
  }
  return Reference(text);
}

}  // namespace redress::system
