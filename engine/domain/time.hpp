// SPDX-License-Identifier: Apache-2.0
#pragma once

// Moments and dates. A `Time` is a moment in UTC to the microsecond; a `Date` is a day of the civil calendar with no zone. Nothing here reads a clock.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace redress {

using Duration = std::chrono::microseconds;
using Time = std::chrono::sys_time<Duration>;
using Date = std::chrono::year_month_day;

/// RFC 3339 in UTC, microseconds only when there are any: "2026-11-21T10:15:30Z".
[[nodiscard]] std::string to_text(Time time);
/// ISO 8601: "2026-11-21".
[[nodiscard]] std::string to_text(Date date);

/// RFC 3339 with any offset; empty when the text is not a real moment. A missing offset is refused: nobody can know which moment was meant.
[[nodiscard]] std::optional<Time> parse_time(std::string_view text);
/// ISO 8601; empty when the text is not a real day ("2026-02-30").
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

}  // namespace redress
