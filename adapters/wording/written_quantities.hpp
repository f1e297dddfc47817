// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much of something: a number in figures, grouped or not ("1 200,50"), in words, or in both ("1,5 тысячи"); and the units that stand beside it.

#include <cstddef>
#include <cstdint>
#include <optional>

#include "adapters/wording/written_pieces.hpp"

namespace redress::wording {

struct Quantity {
  std::int64_t hundredths;
  std::size_t end;  ///< the piece behind it
  /// What it is when the one separator in it is that of the decimals: of per cents "33.122" is thirty-three, of euros thirty-three thousand.
  std::optional<std::int64_t> of_decimals = std::nullopt;
};

/// A number in figures. Parts of a hundredth are left away. What has more separators than one number can have ("1.2.3", "12:30", "1/2") is none.
[[nodiscard]] std::optional<Quantity> figure_at(Pieces const& pieces, std::size_t at);

/// A number in figures or in words; "several thousand" is none.
[[nodiscard]] std::optional<Quantity> quantity_at(Pieces const& pieces, std::size_t at);

struct UnitFound {
  std::string_view code;  ///< "EUR", "%"
  PhraseKind kind;        ///< Sign, Name or Hundredth
  std::size_t end;
};

/// The unit that is written here, in whatever form.
[[nodiscard]] std::optional<UnitFound> unit_at(Pieces const& pieces, std::size_t at);

/// The unit of the number that ends before `at`, a hyphen between them or not; hundredths are none.
[[nodiscard]] std::optional<UnitFound> unit_behind(Pieces const& pieces, std::size_t at);

/// Behind a suffix that is written to a figure: "th", "-го". Where it was asked for when there is none.
[[nodiscard]] std::size_t behind_suffix(Pieces const& pieces, std::size_t at);

}  // namespace redress::wording
