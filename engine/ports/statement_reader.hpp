// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who reads what a letter states, so that it can be held against what is on record. A pure function of the text, its language and the tables loaded at start:
// the same letter is read alike on every node and on every day, offline.

#include <string_view>
#include <vector>

#include "engine/domain/language.hpp"
#include "engine/domain/statement.hpp"

namespace redress::ports {

/// Texts are UTF-8; a byte that is not is passed over like a blank.
class StatementReader {
 public:
  virtual ~StatementReader() = default;

  /// The dates, sums of money and percentages that the text states, in digits or in words.
  [[nodiscard]] virtual Statements statements_in(std::string_view text, Language language) const = 0;

  /// The sentences that speak of what will be done: "We will refund …", "Jūs saņemsiet …", "Мы вернём …". Whole sentences, in the order of the text.
  [[nodiscard]] virtual std::vector<TextRange> promises_in(std::string_view text, Language language) const = 0;

  /// Where something still waits to be filled in: "{name}", "[date]", "___", "XX.XX.XXXX", "tbc", "<…>". A remark in square brackets that is a whole
  /// sentence is none.
  [[nodiscard]] virtual std::vector<TextRange> placeholders_in(std::string_view text) const = 0;
};

}  // namespace redress::ports
