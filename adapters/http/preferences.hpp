// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a client would rather have: Accept and Accept-Language, as far as we need them.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/language.hpp"

namespace redress::http {

/// The entries of such a header, in small letters and without parameters, the most wanted first; what is not wanted at all is left out.
[[nodiscard]] std::vector<std::string> preferences(std::string_view header);

/// The first of the wanted media types that is offered; empty when none is. Without a wish it is the first offer. "text/*" and "*/*" match.
[[nodiscard]] std::optional<std::string_view> best_media_type(std::string_view accept, std::span<std::string_view const> offers);

/// The first of the wanted languages that we speak, else the other one.
[[nodiscard]] Language best_language(std::string_view accept_language, Language otherwise = Language::English);

}  // namespace redress::http
