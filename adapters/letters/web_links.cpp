// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/web_links.hpp"

#include <algorithm>
#include <array>

namespace redress::letters {
namespace {

constexpr std::array<std::string_view, 10> openings{"(", "[", "<", "\"", "'", "«", "„", "“", "‘", "‹"};
constexpr std::array<std::string_view, 17> endings{".", ",", ";", ":", "!", "?", ")", "]", ">", "\"", "'", "»", "”", "“", "’", "›", "…"};

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_of_name(char c) {
  return is_lower(c) || (c >= '0' && c <= '9') || c == '-';
}

/// Neither what ends an attribute nor what is not of a web address as programs write it.
bool is_of_address(char c) {
  return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\' && c != '`';
}

/// "ptac.gov.lv": two parts would be found in "yesterday.he" too.
bool is_host(std::string_view name) {
  constexpr std::size_t shortest = 2;
  constexpr std::size_t least_dots = 2;
  std::size_t dots = 0;
  for (auto dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
    if (dot < shortest || !std::ranges::all_of(name.substr(0, dot), is_of_name)) return false;
    name.remove_prefix(dot + 1);
    ++dots;
  }
  return dots >= least_dots && name.size() >= shortest && std::ranges::all_of(name, is_lower);
}

std::string address_of(std::string_view word) {
  if (!std::ranges::all_of(word, is_of_address)) return {};
  for (std::string_view const scheme : {"https://", "http://"})
    if (word.starts_with(scheme)) return word.size() > scheme.size() ? std::string(word) : std::string{};
  auto const host = word.substr(0, word.find('/'));
  return is_host(host) ? "https://" + std::string(word) : std::string{};
}

void drop_openings(std::string_view& word) {
  auto const stands_first = [&](std::string_view mark) { return word.starts_with(mark); };
  for (auto const* mark = std::ranges::find_if(openings, stands_first); mark != openings.end(); mark = std::ranges::find_if(openings, stands_first))
    word.remove_prefix(mark->size());
}

/// A bracket that was opened inside the address belongs to it.
void drop_endings(std::string_view& word) {
  auto const stands_last = [&](std::string_view mark) { return word.ends_with(mark) && !(mark == ")" && word.find('(') != std::string_view::npos); };
  for (auto const* mark = std::ranges::find_if(endings, stands_last); mark != endings.end(); mark = std::ranges::find_if(endings, stands_last))
    word.remove_suffix(mark->size());
}

}  // namespace

WebPiece take_web_piece(std::string_view& text) {
  auto const all = text;
  std::size_t begin = 0;
  while (begin < all.size()) {
    auto const end = std::min(all.find(' ', begin), all.size());
    auto word = all.substr(begin, end - begin);
    drop_openings(word);
    drop_endings(word);
    if (auto address = address_of(word); !address.empty()) {
      auto const at = static_cast<std::size_t>(word.data() - all.data());
      text = all.substr(at == 0 ? word.size() : at);
      return at == 0 ? WebPiece{word, std::move(address)} : WebPiece{all.substr(0, at), {}};
    }
    begin = std::min(end + 1, all.size());
  }
  text = {};
  return {all, {}};
}

}  // namespace redress::letters
