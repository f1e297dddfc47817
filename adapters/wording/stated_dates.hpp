// SPDX-License-Identifier: Apache-2.0
#pragma once

// Dates in a text that was cut into pieces: in figures, with the month in words, and all in words. Whether there is such a day is not asked.

#include <cstddef>
#include <vector>

#include "adapters/wording/written_pieces.hpp"
#include "engine/domain/statement.hpp"

namespace redress::wording {

/// Appends the dates that begin with this piece: one, or all that share a month ("from 3 to 5 March"). Answers the piece behind them, or `at` when there are
/// none.
[[nodiscard]] std::size_t append_dates_at(Pieces const& pieces, std::size_t at, std::vector<StatedDate>& into);

[[nodiscard]] bool begins_a_date(Pieces const& pieces, std::size_t at);

}  // namespace redress::wording
