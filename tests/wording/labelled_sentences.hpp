// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sentences that people labelled: tests/wording/labelled, by which the rules were made; tests/wording/held_out and its further sets,
// which were written without them; tests/wording/neutral, plain prose in which there is no fault.

#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/language.hpp"
#include "engine/domain/wording.hpp"
#include "engine/ports/wording_reviewer.hpp"

namespace redress::wording {

struct LabelledSentence {
  std::string label;  ///< a class of fault, "look-alike" or "plain"
  std::string text;

  [[nodiscard]] bool is_fault() const { return label != "look-alike" && label != "plain"; }
};

/// `set` is the folder: "labelled", "held_out_2".
[[nodiscard]] std::vector<LabelledSentence> labelled_sentences(std::string_view set, Language language);

/// What the rules made of a set; a sentence is marked when it has any finding at all.
struct Score {
  struct OfClass {
    std::size_t labelled = 0;
    std::size_t marked = 0;          ///< of those labelled, with any finding
    std::size_t marked_as_such = 0;  ///< of those labelled, with a finding of this class
    std::size_t marked_in_vain = 0;  ///< innocent sentences with a finding of this class
  };

  std::size_t faults = 0;
  std::size_t innocents = 0;
  std::size_t faults_marked = 0;
  std::size_t innocents_marked = 0;
  std::vector<OfClass> of_class;
  std::vector<std::string> mistakes;            ///< a line each
  std::vector<std::string> musts_on_innocents;  ///< a line each

  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  /// A table for people.
  [[nodiscard]] std::string text(std::string_view title) const;
};

[[nodiscard]] Score score_of(std::vector<LabelledSentence> const& sentences, ports::WordingReviewer const& reviewer, Language language);

}  // namespace redress::wording
