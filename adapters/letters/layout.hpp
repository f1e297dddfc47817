// SPDX-License-Identifier: Apache-2.0
#pragma once

// The block layout: everything flush left, one blank line between parts, three between date and inside address and between close and typed
// name. Parts that are empty are left out with their blank lines.

#include "adapters/letters/template_catalogue.hpp"

#include <string>
#include <vector>

namespace redress::letters {

/// The letter with what its layout adds to the document: dates of the schedule in words, and the copy note, empty when there is none.
struct LaidOut {
  LetterDocument const& document;
  CommonTexts const& common;
  std::string copy_note;
};

/// How many paragraphs of the body stand above the schedule: all up to the last one that introduces it.
[[nodiscard]] std::size_t paragraphs_above_schedule(LetterDocument const& document);

/// UTF-8 with LF line ends, at most 78 columns wide.
[[nodiscard]] std::string as_text(LaidOut const& letter);

/// A complete page: no script, nothing fetched, colours of the reader's choice.
[[nodiscard]] std::string as_html(LaidOut const& letter);

}  // namespace redress::letters
