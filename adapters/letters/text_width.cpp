// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/text_width.hpp"

#include "adapters/letters/code_points.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>

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

}  // namespace

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) columns += columns_of_character(take_character(text));
  return columns;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t line_columns = 0;
  while (!text.empty()) {
    auto const space = std::min(text.find(' '), text.size());
    auto const word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    if (word.empty()) continue;
    auto const word_columns = columns_of(word);
    if (!line.empty() && line_columns + 1 + word_columns > columns) {
      lines.push_back(std::move(line));
      line.clear();
      line_columns = 0;
    }
    line_columns += word_columns + (line.empty() ? 0 : 1);
    line.append(line.empty() ? "" : " ").append(word);
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace redress::letters
