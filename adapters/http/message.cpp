// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/message.hpp"

#include <algorithm>
#include <ranges>

namespace redress::http {

namespace {

enum class Plus { IsPlus, IsSpace };

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  char const small = lower(c);
  if (small >= 'a' && small <= 'f') return small - 'a' + 10;
  return std::nullopt;
}

std::optional<char> escaped_byte(std::string_view digits) {
  if (digits.size() < 2) return std::nullopt;
  auto const high = hex_digit(digits[0]);
  auto const low = hex_digit(digits[1]);
  if (!high || !low || (*high == 0 && *low == 0)) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

std::optional<std::string> decoded(std::string_view text, Plus plus) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      result += text[i] == '+' && plus == Plus::IsSpace ? ' ' : text[i];
      continue;
    }
    auto const byte = escaped_byte(text.substr(i + 1));
    if (!byte) return std::nullopt;
    result += *byte;
    i += 2;
  }
  return result;
}

std::optional<std::map<std::string, std::string>> parse_query(std::string_view text) {
  std::map<std::string, std::string> query;
  for (auto const part : std::views::split(text, '&')) {
    std::string_view const pair{part.begin(), part.end()};
    if (pair.empty()) continue;
    auto const equals = std::min(pair.find('='), pair.size());
    auto const name = decoded(pair.substr(0, equals), Plus::IsSpace);
    auto const value = decoded(pair.substr(std::min(equals + 1, pair.size())), Plus::IsSpace);
    if (!name || !value) return std::nullopt;
    query[*name] = *value;
  }
  return query;
}

std::string value_or_empty(std::map<std::string, std::string> const& values, std::string const& name) {
  auto const found = values.find(name);
  return found == values.end() ? std::string{} : found->second;
}

}  // namespace

bool same_header_name(std::string_view one, std::string_view other) {
  return std::ranges::equal(one, other, {}, lower, lower);
}

std::string Request::header(std::string_view name) const {
  std::string joined;
  for (auto const& header : headers)
    if (same_header_name(header.name, name)) joined += (joined.empty() ? "" : ", ") + header.value;
  return joined;
}

std::string Request::query_value(std::string const& name) const {
  return value_or_empty(query, name);
}

std::string Request::captured_value(std::string const& name) const {
  return value_or_empty(captured, name);
}

std::optional<Target> parse_target(std::string_view target) {
  if (!target.starts_with('/')) return std::nullopt;
  auto const mark = std::min(target.find('?'), target.size());
  auto path = decoded(target.substr(0, mark), Plus::IsPlus);
  auto query = parse_query(target.substr(std::min(mark + 1, target.size())));
  if (!path || !query) return std::nullopt;
  return Target{std::move(*path), std::move(*query)};
}

}  // namespace redress::http
