// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers in words: "one hundred and twenty", "divdesmit septītajā", "две тысячи двадцать шестого", "полторы тысячи". Put together from the values of single
// words by the one rule that the three languages share: each next word is smaller than the one before, or multiplies what stands before it.

#include <cstddef>
#include <cstdint>
#include <optional>

#include "adapters/wording/written_pieces.hpp"

namespace redress::wording {

enum class NumberForm : std::uint8_t { Cardinal, Ordinal };

struct SpokenNumber {
  std::int64_t hundredths;
  std::size_t end;  ///< the piece behind it
  NumberForm form;
};

/// The longest number in words that begins with this piece.
[[nodiscard]] std::optional<SpokenNumber> spoken_number_at(Pieces const& pieces, std::size_t at);

/// Whether the number multiplies what stands before it: 1000, 1000000, and so on. In hundredths.
[[nodiscard]] bool is_multiplier(std::int64_t hundredths);

/// Where the phrase ends if it stands here, else nothing.
[[nodiscard]] std::optional<std::size_t> end_of_phrase(Pieces const& pieces, std::size_t at, Phrase const& phrase);

/// Behind a "and a half" that stands here.
[[nodiscard]] std::optional<std::size_t> end_of_half(Pieces const& pieces, std::size_t at);

}  // namespace redress::wording
