// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who says whether a letter's words may go out. A pure function of the text, its language and the rules loaded at start: the same letter gets the same
// answer on every node and on every day, offline.

#include <string_view>

#include "engine/domain/language.hpp"
#include "engine/domain/wording.hpp"

namespace redress::ports {

class WordingReviewer {
 public:
  virtual ~WordingReviewer() = default;

  /// The text is UTF-8; a byte that is not is passed over like a blank. What stands in quotation marks or behind ">" is the complainant's own and not judged.
  [[nodiscard]] virtual WordingReview review(std::string_view text, Language language) const = 0;
};

}  // namespace redress::ports
