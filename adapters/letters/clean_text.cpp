// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/clean_text.hpp"

#include "adapters/letters/code_points.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace redress::letters {
namespace {

constexpr UChar32 replacement = 0xFFFD;

bool separates(UChar32 c) {
  return u_iscntrl(c) || c == ' ' || c == 0x2028 || c == 0x2029;
}

bool is_unseen(UChar32 c) {
  if (c < 0x061C) return false;
  return u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

void append(std::string& text, UChar32 c) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  text.append(bytes.data(), static_cast<std::size_t>(length));
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return text.ends_with(ending); });
}

bool has_capital(std::string_view word) {
  while (!word.empty())
    if (u_isupper(take_character(word))) return true;
  return false;
}

std::string with_capital(std::string_view line) {
  if (line.empty() || has_capital(line.substr(0, line.find(' ')))) return std::string(line);
  std::string capitalised;
  append(capitalised, u_totitle(take_character(line)));
  return capitalised.append(line);
}

}  // namespace

std::string on_one_line(std::string_view value) {
  std::string line;
  line.reserve(value.size());
  bool space_due = false;
  while (!value.empty()) {
    auto const c = take_character(value);
    if (separates(c)) {
      space_due = !line.empty();
    } else if (!is_unseen(c)) {
      if (space_due) line += ' ';
      space_due = false;
      append(line, c < 0 || U_IS_UNICODE_NONCHAR(c) ? replacement : c);
    }
  }
  return line;
}

std::string as_sentence(std::string_view value) {
  auto line = with_capital(on_one_line(value));
  bool const ended = ends_with_any(line, {".", "!", "?", "…", ".”", ".\"", ".)", "!”", "?”", ".»", "!»", "?»"});
  return line.empty() || ended ? line : line + ".";
}

std::string as_phrase(std::string_view value) {
  auto line = on_one_line(value);
  bool const is_abbreviated = ends_with_any(line, {"...", " г."});
  if (!is_abbreviated && ends_with_any(line, {".", ",", ";"})) line.pop_back();
  return line;
}

}  // namespace redress::letters
