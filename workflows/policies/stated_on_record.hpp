// SPDX-License-Identifier: Apache-2.0
#pragma once

// The dates and amounts a letter may state. What speaks of what will be done may state what was promised and nothing else; what tells of what happened may
// state what is on record.

#include <string>
#include <vector>

#include "engine/domain/letter.hpp"
#include "workflows/turn.hpp"

namespace redress::workflows::policies {

class StatedOnRecord {
 public:
  StatedOnRecord(Consideration const& at, LetterDocument const& document);

  /// What the paragraph states although nobody promised it, or nothing on record says it. Places are those of its text.
  void check(std::int64_t number, std::string const& text, MissingList& missing) const;

 private:
  void read_promises();
  void read_days();
  void read_texts();
  void note(std::string const& text, std::vector<StatedAmount>& amounts);
  [[nodiscard]] bool may_stand(StatedDate const& date, bool is_promise) const;
  [[nodiscard]] bool may_stand(StatedAmount const& amount, bool is_promise) const;
  [[nodiscard]] std::vector<TextRange> own_words_in(std::string const& text) const;

  Consideration const& at_;
  LetterDocument const& document_;
  Date dated_;
  std::vector<Date> promised_days_;
  std::vector<Date> days_;             ///< other days on record: received, talked, due
  std::vector<StatedDate> told_days_;  ///< days that texts on record tell of
  std::vector<StatedAmount> promised_;
  std::vector<StatedAmount> told_;
};

}  // namespace redress::workflows::policies
