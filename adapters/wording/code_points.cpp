// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/code_points.hpp"

#include <unicode/utf8.h>

// ICU's macros narrow on purpose.
#pragma GCC diagnostic ignored "-Wconversion"

namespace redress::wording {

CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {-1, text.size()};
  if (static_cast<unsigned char>(text[at]) < 0x80) return {text[at], at + 1};
  auto index = static_cast<std::int32_t>(at);
  UChar32 value = 0;
  U8_NEXT(text.data(), index, static_cast<std::int32_t>(text.size()), value);
  return {value, static_cast<std::size_t>(index)};
}

CodePoint code_point_before(std::string_view text, std::size_t end) {
  auto index = static_cast<std::int32_t>(end);
  UChar32 value = 0;
  U8_PREV(text.data(), 0, index, value);
  return {value, static_cast<std::size_t>(index)};
}

}  // namespace redress::wording
