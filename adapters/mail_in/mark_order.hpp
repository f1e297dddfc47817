// SPDX-License-Identifier: Apache-2.0
#pragma once

// Combining marks in the order of their classes (Unicode 3.11, D109), as every normal form has them. ICU puts each mark into its place by moving back over all
// that stand behind it, so that some hundred thousand of them in the wrong order take it minutes. Here each is looked at once; afterwards ICU has nothing to
// move.

#include <unicode/unistr.h>

#include <cstddef>

namespace redress::mail_in {

struct OrderedMarks {
  icu::UnicodeString text;  ///< canonically the same as before
  std::size_t steps = 0;    ///< how many characters were looked at or moved: no more than three for each of the text
};

[[nodiscard]] OrderedMarks with_marks_in_order(icu::UnicodeString const& text);

}  // namespace redress::mail_in
