// SPDX-License-Identifier: Apache-2.0
#pragma once

// The currencies that are in use, by their codes in ISO 4217, as Unicode's tables know them.

#include <functional>
#include <set>
#include <string>

namespace redress::wording {

[[nodiscard]] std::set<std::string, std::less<>> currency_codes();

}  // namespace redress::wording
