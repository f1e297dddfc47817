// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_out/smtp_reply.hpp"

#include <algorithm>
#include <ranges>
#include <vector>

namespace redress::mail_out {

namespace {

constexpr std::size_t longest_kept = 200;
constexpr std::size_t longest_address = 254;  // RFC 5321, 4.5.3.1.3, less the angle brackets
constexpr std::size_t code_and_separator = 4;
constexpr std::string_view struck_out = "<address>";

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_visible(char c) {
  return c > ' ' && c < '\x7f';
}
constexpr char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool is_same(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, {}, upper, upper);
}

std::vector<std::string_view> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find_first_not_of(separators); at != std::string_view::npos;) {
    auto const end = std::min(text.find_first_of(separators, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(separators, end);
  }
  return parts;
}

bool names_someone(std::string_view word, std::string_view recipient) {
  auto const local_part = recipient.substr(0, recipient.find('@'));
  return word.contains('@') || (!local_part.empty() && is_same(word, local_part));
}

std::string printable(std::string_view text) {
  std::string line;
  for (char const c : text) line += is_visible(c) ? c : (c & 0x80) != 0 ? '?' : ' ';
  return line;
}

// Written so that the word may have stood in angle brackets of its own.
void strike_out(std::string& kept, std::string_view& rest) {
  if (kept.ends_with('<')) kept.pop_back();
  if (rest.starts_with('>')) rest.remove_prefix(1);
  kept += struck_out;
}

}  // namespace

bool add_line(SmtpReply& reply, std::string_view line) {
  bool const has_code = line.size() >= 3 && line[0] >= '2' && line[0] <= '5' && is_digit(line[1]) && is_digit(line[2]);
  if (!has_code || (line.size() > 3 && line[3] != ' ' && line[3] != '-')) return false;
  int const code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
  if (reply.code != 0 && reply.code != code) return false;
  reply.code = code;
  if (!reply.text.empty()) reply.text += '\n';
  reply.text += line;
  return true;
}

bool ends_reply(std::string_view line) {
  return line.size() <= 3 || line[3] != '-';
}

bool offers(SmtpReply const& greeting, std::string_view extension, std::string_view parameter) {
  return std::ranges::any_of(parts_of(greeting.text, "\n"), [&](std::string_view line) {
    auto const words = parts_of(line.substr(std::min(code_and_separator, line.size())), " \t=");
    if (words.empty() || !is_same(words.front(), extension)) return false;
    return parameter.empty() || std::ranges::any_of(words | std::views::drop(1), [&](auto word) { return is_same(word, parameter); });
  });
}

std::string fit_to_keep(std::string_view text, std::string_view recipient) {
  constexpr std::string_view separators = " <>()[],;:\"'=";
  std::string const line = printable(text);
  std::string kept;
  for (std::string_view rest = line; !rest.empty();) {
    auto const word = rest.substr(0, rest.find_first_of(separators));
    rest.remove_prefix(word.size());
    if (names_someone(word, recipient)) {
      strike_out(kept, rest);
    } else if (!word.empty()) {
      kept += word;
    } else {
      if (rest.front() != ' ' || !(kept.empty() || kept.ends_with(' '))) kept += rest.front();
      rest.remove_prefix(1);
    }
  }
  kept.resize(std::min(kept.size(), longest_kept));
  return kept;
}

bool is_envelope_address(std::string_view address) {
  auto const at = address.rfind('@');
  bool const has_both_sides = at != std::string_view::npos && at != 0 && at + 1 != address.size();
  return has_both_sides && address.size() <= longest_address && std::ranges::all_of(address, [](char c) { return is_visible(c) && c != '<' && c != '>'; });
}

bool is_safe_to_send(std::string_view bytes) {
  char before = '\0';
  for (char const c : bytes) {
    if (c == '\0' || (c == '\n') != (before == '\r')) return false;
    before = c;
  }
  return !bytes.empty() && before != '\r';
}

std::string dot_stuffed(std::string_view bytes) {
  std::string wire;
  wire.reserve(bytes.size() + bytes.size() / 64 + 2);
  for (std::string_view rest = bytes; !rest.empty();) {
    auto const line = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
    if (line.starts_with('.')) wire += '.';
    wire += line;
    rest.remove_prefix(line.size());
  }
  if (!wire.ends_with('\n')) wire += "\r\n";
  return wire;
}

}  // namespace redress::mail_out
