// SPDX-License-Identifier: Apache-2.0
#pragma once

// `redress review-letter`: the wording review of any text. It opens no store and knows no complaint.

#include <string>

#include "adapters/app/resources.hpp"

namespace redress::app {

enum class ReviewOutput { Text, Json };

struct ReviewQuestion {
  std::string file;      ///< "-" for standard input
  std::string language;  ///< a name, checked by the parser
  ReviewOutput output = ReviewOutput::Text;
};

/// Answers the exit status: 1 when a *must* stands. Throws when the file cannot be read or is not UTF-8.
int print_review(ReviewQuestion const& question, Resources const& resources);

}  // namespace redress::app
