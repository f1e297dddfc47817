// SPDX-License-Identifier: Apache-2.0
#pragma once

// How an organisation's letters look: on whose letterhead, in which of the three layouts of a business letter, on which paper. It changes no word of a
// letter, only where the words stand.

#include <array>
#include <string>
#include <string_view>

namespace redress {

/// Block: everything flush left. Modified block: the return address, date, close and signature start at the centre. Semi-block: as modified block, with
/// the first line of each paragraph indented. Sources differ on the last two; ours is this (docs/reference/letterheads.md).
enum class LetterLayout { Block, ModifiedBlock, SemiBlock };

constexpr auto names_of(LetterLayout) {
  return std::array<std::string_view, 3>{"block", "modified-block", "semi-block"};
}

enum class Paper { A4, UsLetter };

constexpr auto names_of(Paper) {
  return std::array<std::string_view, 2>{"a4", "us-letter"};
}

/// How long the letter will be kept on paper: what is bound for the archive needs a wider margin where it is bound.
enum class Keeping { UpToTenYears, OverTenYears };

constexpr auto names_of(Keeping) {
  return std::array<std::string_view, 2>{"up-to-ten-years", "over-ten-years"};
}

struct LetterStyle {
  std::string letterhead = "international";  ///< by name: a file of templates/letterheads
  LetterLayout layout = LetterLayout::Block;
  Paper paper = Paper::A4;
  Keeping kept = Keeping::UpToTenYears;
};

}  // namespace redress
