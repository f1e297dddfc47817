// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which of our languages a text is in, by its script, its letters and its commonest words. Deterministic, and silent rather than wrong: the
// answer to a complaint goes out in this language.

#include <optional>
#include <string_view>

#include "engine/domain/language.hpp"

namespace redress::mail_in {

/// Takes UTF-8; empty when the text is in none of our languages or too short to tell.
[[nodiscard]] std::optional<Language> guess_language(std::string_view text);

}  // namespace redress::mail_in
