// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers by which an organisation knows its own affairs, found in what somebody wrote: of orders, invoices, accounts, contracts. Which there are
// and how they look is the organisation's data. A number in a text proves nothing about who wrote it; it is one reason among others to look somewhere.

#include <string>
#include <string_view>
#include <vector>

namespace redress {

/// "ORD-######": "#" is a digit, "@" a letter from A to Z, a blank or hyphen may be written or not, and everything else stands for itself, small
/// or capital.
struct NumberPattern {
  std::string kind;  ///< "order"
  std::string pattern;
};

struct FoundNumber {
  std::string kind;
  std::string number;  ///< as the pattern spells it, in capitals

  friend bool operator==(FoundNumber const&, FoundNumber const&) = default;
};

/// Why nothing sensible could be found by a pattern, as a sentence that follows its key; empty when it may be used.
[[nodiscard]] std::string why_unusable(std::string_view pattern);

/// Each number once for its kind, in the order of the patterns and then of the text. A number within a longer row of letters or digits is none.
[[nodiscard]] std::vector<FoundNumber> numbers_in(std::string_view text, std::vector<NumberPattern> const& patterns);

/// Telephone numbers as "+37120000000": those written with a "+" or "00" in front. Others cannot be told from any number.
[[nodiscard]] std::vector<std::string> telephone_numbers_in(std::string_view text);

}  // namespace redress
