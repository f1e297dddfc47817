// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/pattern.hpp"

#include <algorithm>
#include <bit>

namespace redress::wording {
namespace {

bool fits(Position const& position, SentenceWords const& sentence, std::size_t at) {
  if (position.begins_sentence && at != 0) return false;
  if (position.ends_sentence && at + 1 != sentence.words.size()) return false;
  if (position.follows_comma && !sentence.words[at].is_after_comma) return false;
  if (position.test == Test::Any) return true;
  bool const is_there = std::ranges::binary_search(sentence.atoms[at], position.atom);
  return is_there == (position.test == Test::Is);
}

}  // namespace

std::size_t match_at(Pattern const& pattern, SentenceWords const& sentence, std::size_t at) {
  std::size_t longest = 0;
  auto possible = pattern.first;
  for (auto i = at; i < sentence.words.size() && possible != 0; ++i) {
    Positions next = 0;
    for (auto rest = possible; rest != 0; rest &= rest - 1) {
      auto const index = static_cast<std::size_t>(std::countr_zero(rest));
      if (!fits(pattern.positions[index], sentence, i)) continue;
      next |= pattern.follow[index];
      if ((pattern.last >> index & 1) != 0) longest = i - at + 1;
    }
    possible = next;
  }
  return longest;
}

}  // namespace redress::wording
