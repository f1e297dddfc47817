// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the shipped tables read in a text, written short: "2026-12-12", "*-12-12" without a year, "45.00 EUR", "10.00 %".

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "adapters/wording/statement_reader.hpp"

namespace redress::wording {

inline RuleStatementReader const& shipped_reader() {
  static RuleStatementReader const reader(REDRESS_SOURCE_DIR "/templates");
  return reader;
}

inline std::string written(StatedDate const& date) {
  return fmt::format("{}-{:02}-{:02}", date.year ? std::to_string(*date.year) : "*", date.month, date.day);
}

inline std::string written(StatedAmount const& amount) {
  return fmt::format("{}.{:02} {}", amount.hundredths / 100, amount.hundredths % 100, amount.unit);
}

using Stated = std::vector<std::string>;

/// The dates, then the amounts.
inline Stated stated_in(std::string_view text, Language language) {
  auto const found = shipped_reader().statements_in(text, language);
  Stated all;
  for (auto const& date : found.dates) all.push_back(written(date));
  for (auto const& amount : found.amounts) all.push_back(written(amount));
  return all;
}

inline std::string piece_of(std::string_view text, std::int64_t start, std::int64_t end) {
  return std::string(text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start)));
}

}  // namespace redress::wording
