// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/numbers_in_text.hpp"

#include <algorithm>
#include <optional>

namespace redress {
namespace {

constexpr std::size_t fewest_digits = 3;
constexpr std::size_t longest_pattern = 40;
constexpr std::size_t most_numbers = 100;
constexpr std::size_t fewest_telephone_digits = 8, most_telephone_digits = 15;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}
bool is_joint(char c) {
  return c == ' ' || c == '-';
}

/// Letters of other alphabets too: every byte beyond ASCII is part of one.
bool belongs_to_a_word(char c) {
  return is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

struct Match {
  std::string number;
  std::size_t length = 0;
};

std::optional<Match> match_at(std::string_view text, std::string_view pattern) {
  Match match;
  for (char const wanted : pattern) {
    char const c = match.length < text.size() ? text[match.length] : '\0';
    if (is_joint(wanted)) {
      match.number += wanted;
      if (is_joint(c)) ++match.length;
      continue;
    }
    bool const fits = wanted == '#' ? is_digit(c) : wanted == '@' ? is_letter(c) : capital(c) == capital(wanted);
    if (!fits) return std::nullopt;
    match.number += capital(c);
    ++match.length;
  }
  return match;
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
  bool const joined_before = begin > 0 && belongs_to_a_word(text[begin - 1]) && belongs_to_a_word(text[begin]);
  bool const joined_behind = end < text.size() && belongs_to_a_word(text[end]) && belongs_to_a_word(text[end - 1]);
  return !joined_before && !joined_behind;
}

void find(std::string_view text, NumberPattern const& wanted, std::vector<FoundNumber>& found) {
  for (std::size_t at = 0; at < text.size() && found.size() < most_numbers; ++at) {
    auto const match = match_at(text.substr(at), wanted.pattern);
    if (!match || !stands_alone(text, at, at + match->length)) continue;
    FoundNumber number{wanted.kind, match->number};
    if (std::ranges::find(found, number) == found.end()) found.push_back(std::move(number));
    at += match->length - 1;
  }
}

}  // namespace

std::string why_unusable(std::string_view pattern) {
  auto const digits = static_cast<std::size_t>(std::ranges::count(pattern, '#'));
  if (digits < fewest_digits) return "it needs three \"#\" or more, or it finds what is no number";
  if (pattern.size() > longest_pattern) return "it is longer than 40 characters";
  if (is_joint(pattern.front()) || is_joint(pattern.back())) return "it begins or ends with a blank or hyphen; take it out";
  return {};
}

std::vector<FoundNumber> numbers_in(std::string_view text, std::vector<NumberPattern> const& patterns) {
  std::vector<FoundNumber> found;
  for (NumberPattern const& pattern : patterns) find(text, pattern, found);
  return found;
}

std::vector<std::string> telephone_numbers_in(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size() && found.size() < most_numbers; ++at) {
    bool const plus = text[at] == '+';
    bool const zeros = text.substr(at).starts_with("00") && (at == 0 || !belongs_to_a_word(text[at - 1]));
    if (!plus && !zeros) continue;
    std::string number = "+";
    std::size_t end = at + (plus ? 1 : 2);
    std::size_t behind_last_digit = end;
    for (; end < text.size() && number.size() <= most_telephone_digits + 1; ++end) {
      if (is_digit(text[end])) {
        number += text[end];
        behind_last_digit = end + 1;
      } else if (!is_joint(text[end]) && text[end] != '(' && text[end] != ')' && text[end] != '.') {
        break;
      }
    }
    bool const whole = number.size() > fewest_telephone_digits && number.size() <= most_telephone_digits + 1;
    bool const is_joined = behind_last_digit < text.size() && belongs_to_a_word(text[behind_last_digit]);
    if (whole && !is_joined && std::ranges::find(found, number) == found.end()) found.push_back(number);
    at = std::max(at, end - 1);
  }
  return found;
}

}  // namespace redress
