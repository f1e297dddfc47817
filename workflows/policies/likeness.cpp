// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/likeness.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace redress::workflows {
namespace {

constexpr std::size_t shortest_word = 4;

bool is_of_a_word(char byte) {
  auto const value = static_cast<unsigned char>(byte);
  return value >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

std::string in_small_letters(std::string_view word) {
  std::string small(word);
  std::ranges::transform(small, small.begin(), [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; });
  return small;
}

std::vector<std::string> long_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start < text.size();) {
    auto end = start;
    while (end < text.size() && is_of_a_word(text[end])) ++end;
    if (end - start >= shortest_word) words.push_back(in_small_letters(text.substr(start, end - start)));
    start = std::max(end, start + 1);
  }
  return words;
}

}  // namespace

double share_found(std::string_view looked_for, std::string_view text) {
  auto const wanted = long_words(looked_for);
  if (wanted.empty()) return text.find(looked_for) == std::string_view::npos ? 0.0 : 1.0;
  auto const words = long_words(text);
  std::set<std::string> const there(words.begin(), words.end());
  auto const found = std::ranges::count_if(wanted, [&](std::string const& word) { return there.contains(word); });
  return static_cast<double>(found) / static_cast<double>(wanted.size());
}

std::size_t words_in(std::string_view text) {
  return long_words(text).size();
}

}  // namespace redress::workflows
