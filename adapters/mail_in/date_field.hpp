// SPDX-License-Identifier: Apache-2.0
#pragma once

// The Date field (RFC 5322 §3.3 with its obsolete forms), and what programs write instead: ISO 8601, the order of C's asctime, two-digit
// years, zones by name.

#include <optional>
#include <string_view>

#include "engine/domain/time.hpp"

namespace redress::mail_in {

/// Empty when it is not a real moment. An unknown zone is taken for UTC, as RFC 5322 §4.3 says.
[[nodiscard]] std::optional<Time> read_date_field(std::string_view raw);

}  // namespace redress::mail_in
