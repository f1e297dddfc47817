// SPDX-License-Identifier: Apache-2.0
#pragma once

// UTF-8 read a letter at a time, forwards and backwards. Bytes that are no UTF-8 are a negative letter, of which the smallest wrong piece is taken.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace redress::wording {

struct CodePoint {
  std::int32_t value;
  std::size_t end;  ///< where the next one begins
};

/// At the end of the text a negative one that ends there.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at);
/// The last one of the text that ends before `end`, which is not 0; its `end` is where it begins.
[[nodiscard]] CodePoint code_point_before(std::string_view text, std::size_t end);

}  // namespace redress::wording
