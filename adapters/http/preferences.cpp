// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/preferences.hpp"

#include <algorithm>
#include <charconv>
#include <ranges>

#include "engine/domain/enumeration.hpp"

namespace redress::http {

namespace {

struct Wish {
  std::string name;
  int weight = 1000;  ///< in thousandths
};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string plain(std::string_view text) {
  std::string result;
  for (char const c : text)
    if (c != ' ' && c != '\t') result += lower(c);
  return result;
}

/// "0.8" as 800. What is no weight counts as none given.
int weight(std::string_view text) {
  constexpr int whole = 1000;
  if (!text.starts_with("0")) return whole;
  auto thousandths = std::string(text.starts_with("0.") ? text.substr(2, 3) : "");
  thousandths.resize(3, '0');
  int value = whole;
  std::from_chars(thousandths.data(), thousandths.data() + thousandths.size(), value);
  return value;
}

Wish read_wish(std::string_view entry) {
  Wish wish;
  for (auto const part : std::views::split(entry, ';')) {
    auto const text = plain({part.begin(), part.end()});
    if (wish.name.empty())
      wish.name = text;
    else if (text.starts_with("q="))
      wish.weight = weight(std::string_view(text).substr(2));
  }
  return wish;
}

bool matches(std::string_view wish, std::string_view offer) {
  if (wish == "*/*" || wish == offer) return true;
  return wish.ends_with("/*") && offer.starts_with(wish.substr(0, wish.size() - 1));
}

}  // namespace

std::vector<std::string> preferences(std::string_view header) {
  std::vector<Wish> wishes;
  for (auto const entry : std::views::split(header, ',')) {
    auto wish = read_wish({entry.begin(), entry.end()});
    if (!wish.name.empty() && wish.weight > 0) wishes.push_back(std::move(wish));
  }
  std::ranges::stable_sort(wishes, std::greater{}, &Wish::weight);
  std::vector<std::string> names;
  for (auto& wish : wishes) names.push_back(std::move(wish.name));
  return names;
}

std::optional<std::string_view> best_media_type(std::string_view accept, std::span<std::string_view const> offers) {
  if (accept.empty()) return offers.front();
  for (auto const& wish : preferences(accept))
    for (auto const offer : offers)
      if (matches(wish, offer)) return offer;
  return std::nullopt;
}

Language best_language(std::string_view accept_language, Language otherwise) {
  for (auto const& wish : preferences(accept_language))
    if (auto const language = enumerator_named<Language>(wish.substr(0, wish.find('-')))) return *language;
  return otherwise;
}

}  // namespace redress::http
