// SPDX-License-Identifier: Apache-2.0
#pragma once

// What changed between two versions of a letter, part by part and word by word, for whoever approves the second having seen the first.

#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/field.hpp"
#include "engine/domain/letter_document.hpp"

namespace redress {

enum class ChangeKind { Kept, Removed, Added };

constexpr auto names_of(ChangeKind) {
  return std::array<std::string_view, 3>{"kept", "removed", "added"};
}

/// Words in a row that met with the same fate, with the blanks after them.
struct WordRun {
  ChangeKind kind = ChangeKind::Kept;
  std::string text;

  static constexpr auto fields = std::tuple{
      open("kind", &WordRun::kind, "kept, removed or added"),
      open("text", &WordRun::text, "the words, with the blanks after them"),
  };
  friend bool operator==(WordRun const&, WordRun const&) = default;
};

/// One part of the letter: a line of its head, its subject, a paragraph, a row of its schedule.
struct PartChange {
  std::string part;                    ///< "subject", "body", "schedule", ...
  ChangeKind kind = ChangeKind::Kept;  ///< of the part as a whole; a part that was reworded is kept, with runs that were not
  std::vector<WordRun> runs;

  static constexpr auto fields = std::tuple{
      open("part", &PartChange::part, "which part of the letter"),
      open("kind", &PartChange::kind, "whether the part as a whole was kept, removed or added"),
      open("runs", &PartChange::runs, "its words, in order"),
  };
  friend bool operator==(PartChange const&, PartChange const&) = default;
};

/// Every part of both versions, in the order of the letter. Removing what was added, and the other way round, gives either version again.
[[nodiscard]] std::vector<PartChange> changes_between(LetterDocument const& before, LetterDocument const& after);

}  // namespace redress
