// SPDX-License-Identifier: Apache-2.0
#pragma once

// Dates in figures: "12.12.2026", "12/12/2026", "2026-12-12", "12.12.26", and "12.12." with its last full stop.

#include <cstddef>
#include <optional>

#include "adapters/wording/written_pieces.hpp"

namespace redress::wording {

inline constexpr int first_year = 1900, last_year = 2199;

struct NumericDate {
  std::optional<int> year;
  unsigned month;
  unsigned day;
  std::size_t end;  ///< the piece behind it
};

/// The piece must stand free. The day stands first; in "12/25/2026" the month does, for there is no 25th month.
[[nodiscard]] std::optional<NumericDate> numeric_date_at(Pieces const& pieces, std::size_t at);

}  // namespace redress::wording
