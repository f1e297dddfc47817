// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/code_points.hpp"

#include <unicode/utf8.h>

namespace redress::letters {

std::int32_t take_character(std::string_view& text) {
  std::int32_t at = 0;
  std::int32_t character = 0;
  auto const size = static_cast<std::int32_t>(text.size());
// The macro narrows inside, with care of its own.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
  U8_NEXT(text.data(), at, size, character);
#pragma GCC diagnostic pop
  text.remove_prefix(static_cast<std::size_t>(at));
  return character;
}

}  // namespace redress::letters
