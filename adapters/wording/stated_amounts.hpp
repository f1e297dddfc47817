// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sums of money and percentages in a text that was cut into pieces.

#include <cstddef>
#include <vector>

#include "adapters/wording/written_pieces.hpp"
#include "engine/domain/statement.hpp"

namespace redress::wording {

/// Appends the amounts that begin with this piece: one; two of a range or of a number that is written twice, in figures and in words, and not alike.
/// Answers the piece behind them, or `at` when there are none.
[[nodiscard]] std::size_t append_amounts_at(Pieces const& pieces, std::size_t at, std::vector<StatedAmount>& into);

}  // namespace redress::wording
