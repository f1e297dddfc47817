// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a text states: dates and amounts, written in digits or in words, each with its place in the bytes of the text. A statement is what was written and
// nothing more: it may be impossible (31 June), and whether it agrees with what is on record is for others to judge.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace redress {

/// A date that a text states. Whether there is such a day is not asked: 31 June is given as it stands.
struct StatedDate {
  std::int64_t start = 0;   ///< in bytes of the text as UTF-8, inclusive
  std::int64_t end = 0;     ///< exclusive
  std::optional<int> year;  ///< empty when the text leaves it out: "on 12 December"
  unsigned month = 1;
  unsigned day = 1;

  friend bool operator==(StatedDate const&, StatedDate const&) = default;
};

/// A sum of money or a percentage.
struct StatedAmount {
  std::int64_t start = 0;       ///< in bytes of the text as UTF-8, inclusive
  std::int64_t end = 0;         ///< exclusive
  std::int64_t hundredths = 0;  ///< of the unit: cents, kopecks, hundredths of a per cent
  std::string unit;             ///< ISO 4217 ("EUR") or "%"

  friend bool operator==(StatedAmount const&, StatedAmount const&) = default;
};

/// Each list in the order of the text.
struct Statements {
  std::vector<StatedDate> dates;
  std::vector<StatedAmount> amounts;

  friend bool operator==(Statements const&, Statements const&) = default;
};

/// A piece of a text.
struct TextRange {
  std::int64_t start = 0;  ///< in bytes of the text as UTF-8, inclusive
  std::int64_t end = 0;    ///< exclusive

  friend bool operator==(TextRange const&, TextRange const&) = default;
};

}  // namespace redress
