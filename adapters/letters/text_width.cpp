// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/text_width.hpp"

#include "adapters/letters/code_points.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace redress::letters {
namespace {

std::size_t columns_of_character(UChar32 c) {
  if (c < 0x0300) return 1;
  auto const category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  if (c < 0x1100) return 1;
  auto const width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Longer links are not written by people who want to be understood.
constexpr std::size_t longest_link = 400;

bool stands_whole(std::string_view word, std::size_t columns) {
  bool const is_link = word.find("://") != std::string_view::npos || word.starts_with("www.");
  return columns_of(word) <= columns || (is_link && word.size() <= longest_link);
}

/// Takes as much off the word as fits into so many columns; an accent stays with its letter, and something is always taken.
std::string_view take_piece(std::string_view& word, std::size_t columns) {
  auto rest = word;
  std::size_t used = 0;
  while (!rest.empty()) {
    auto after = rest;
    used += columns_of_character(take_character(after));
    if (used > columns && rest.size() != word.size()) break;
    rest = after;
  }
  auto const piece = word.substr(0, word.size() - rest.size());
  word = rest;
  return piece;
}

/// Lines that fill up word by word.
class Lines {
 public:
  Lines(std::size_t columns, std::size_t first_line_indent) : columns_(columns), used_(first_line_indent) {}

  void add(std::string_view word) {
    auto const width = columns_of(word);
    if (!line_.empty() && used_ + 1 + width > columns_) end_line();
    used_ += width + (line_.empty() ? 0 : 1);
    line_.append(line_.empty() ? "" : " ").append(word);
  }

  void add_in_pieces(std::string_view word) {
    if (!line_.empty()) end_line();
    while (!word.empty()) add(take_piece(word, columns_ - used_));
  }

  [[nodiscard]] std::vector<std::string> take() {
    if (!line_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  void end_line() {
    lines_.push_back(std::exchange(line_, {}));
    used_ = 0;
  }

  std::size_t columns_;
  std::size_t used_;
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) columns += columns_of_character(take_character(text));
  return columns;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns, std::size_t first_line_indent) {
  Lines lines(columns, first_line_indent);
  while (!text.empty()) {
    auto const space = std::min(text.find(' '), text.size());
    auto const word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    if (word.empty()) continue;
    if (stands_whole(word, columns))
      lines.add(word);
    else
      lines.add_in_pieces(word);
  }
  return lines.take();
}

}  // namespace redress::letters
