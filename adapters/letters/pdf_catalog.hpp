// SPDX-License-Identifier: Apache-2.0
#pragma once

// What cairo 1.16 cannot say in a PDF: the language of the text, and that readers show the title and not the name of the file. Both belong into the
// document's catalog, which is written anew in an incremental update at the end of the file, as ISO 32000-1, 7.5.6 has it.

#include "engine/domain/language.hpp"

#include <string>

namespace redress::letters {

/// Throws ports::LetterFault when the file is not built as cairo builds it.
[[nodiscard]] std::string with_language(std::string pdf, Language language);

}  // namespace redress::letters
