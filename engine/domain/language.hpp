// SPDX-License-Identifier: Apache-2.0
#pragma once

// The languages Redress speaks. A text that is missing in one of them is an error when texts are loaded; it is never replaced by another language.

#include <array>
#include <string_view>

namespace redress {

enum class Language { English, Latvian, Russian };

constexpr auto names_of(Language) {
  return std::array<std::string_view, 3>{"en", "lv", "ru"};
}

inline constexpr std::array all_languages{Language::English, Language::Latvian, Language::Russian};

}  // namespace redress
