// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where a letter quotes. The complainant's own words are not ours to judge, however they sound. A mark that is never closed within its paragraph quotes
// nothing, so that one forgotten mark does not hide the rest of a letter.

#include <cstddef>
#include <string_view>
#include <vector>

namespace redress::wording {

struct Quotation {
  std::size_t start;  ///< the opening mark, in bytes
  std::size_t end;    ///< after the closing mark
};

/// In order, without overlaps; of quotations within quotations the outermost. A line that begins with ">" is one too.
[[nodiscard]] std::vector<Quotation> quotations_in(std::string_view text);

}  // namespace redress::wording
