// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/dkim_canonical.hpp"

#include <algorithm>

namespace redress::letters {
namespace {

constexpr std::string_view line_end = "\r\n";

bool is_blank(char letter) {
  return letter == ' ' || letter == '\t';
}

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// With every run of blanks as one, and none at the end. Line ends are left out, as unfolding does.
std::string relaxed(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (char const letter : text) {
    if (letter == '\r' || letter == '\n') continue;
    bool const is_more = is_blank(letter) && plain.ends_with(' ');
    if (!is_more) plain += is_blank(letter) ? ' ' : letter;
  }
  if (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

bool is_named(std::string_view field, std::string_view name) {
  auto const colon = field.find(':');
  return colon != std::string_view::npos && relaxed_field(field.substr(0, colon + 1)).starts_with(std::string(name) + ":");
}

}  // namespace

std::string relaxed_field(std::string_view field) {
  auto const colon = std::min(field.find(':'), field.size());
  auto name = relaxed(field.substr(0, colon));
  std::ranges::transform(name, name.begin(), lower);
  auto const value = relaxed(field.substr(std::min(colon + 1, field.size())));
  auto const begin = std::min(value.find_first_not_of(' '), value.size());
  return name + ':' + value.substr(begin) + std::string(line_end);
}

std::string relaxed_body(std::string_view body) {
  std::string plain;
  plain.reserve(body.size());
  std::size_t end_of_text = 0;
  while (!body.empty()) {
    auto const end = body.find(line_end);
    plain += relaxed(body.substr(0, end));
    if (!plain.empty() && !plain.ends_with('\n')) end_of_text = plain.size() + line_end.size();
    plain += line_end;
    body.remove_prefix(end == std::string_view::npos ? body.size() : end + line_end.size());
  }
  plain.resize(end_of_text);
  return plain;
}

std::optional<std::string_view> field_of(std::string_view message, std::string_view name) {
  std::optional<std::string_view> found;
  while (!message.empty() && !message.starts_with(line_end)) {
    auto end = message.find(line_end);
    while (end != std::string_view::npos && end + line_end.size() < message.size() && is_blank(message[end + line_end.size()]))
      end = message.find(line_end, end + line_end.size());
    auto const field = message.substr(0, end);
    if (is_named(field, name)) found = field;
    if (end == std::string_view::npos) break;
    message.remove_prefix(end + line_end.size());
  }
  return found;
}

std::string_view body_of(std::string_view message) {
  if (message.starts_with(line_end)) return message.substr(line_end.size());
  auto const end = message.find("\r\n\r\n");
  return end == std::string_view::npos ? std::string_view{} : message.substr(end + 4);
}

}  // namespace redress::letters
