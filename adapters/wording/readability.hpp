// SPDX-License-Identifier: Apache-2.0
#pragma once

// How hard a text is to read, by a published formula for its language (engine/domain/wording.hpp names them).

#include <cstddef>
#include <string_view>

#include "adapters/wording/reviewed_text.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/wording.hpp"

namespace redress::wording {

/// Of whole sentences; of everything when nothing ends in a full stop. Quotations are not counted.
[[nodiscard]] Readability readability_of(ReviewedText const& read, Language language);

/// In a folded word; at least one.
[[nodiscard]] std::size_t syllables_in(std::string_view word, Language language);

}  // namespace redress::wording
