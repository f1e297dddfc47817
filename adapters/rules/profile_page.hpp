// SPDX-License-Identifier: Apache-2.0
#pragma once

// The reference page of a profile, in Markdown: every deadline of the regime, how it counts, who may extend it, what silence means, and where each number
// comes from. docs/reference/profiles is made of it.

#include <string>

#include "engine/domain/profile.hpp"

namespace redress::rules {

[[nodiscard]] std::string profile_page(Profile const& profile);

}  // namespace redress::rules
