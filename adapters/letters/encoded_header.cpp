// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/encoded_header.hpp"

#include "adapters/letters/code_points.hpp"
#include "engine/ports/letter_writer.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace redress::letters {
namespace {

constexpr std::size_t plain_word_length_max = 66;
constexpr std::size_t line_length_wanted = 78;
constexpr std::size_t encoded_bytes_max = 42;  // 56 characters of base64, 12 of "=?UTF-8?B?" and "?=", and room for "Subject: "

bool is_ascii_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_atom_character(char c) {
  return is_ascii_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_host_character(char c) {
  return is_ascii_letter_or_digit(c) || c == '-';
}

/// Whether the text is made of labels between dots, none of them empty or longer than `longest`.
bool is_dotted(std::string_view text, bool (*allowed)(char), std::size_t longest) {
  while (true) {
    auto const label = text.substr(0, text.find('.'));
    if (label.empty() || label.size() > longest || !std::ranges::all_of(label, allowed)) return false;
    if (label.size() == text.size()) return true;
    text.remove_prefix(label.size() + 1);
  }
}

bool has_label_at_hyphen(std::string_view host) {
  return host.starts_with('-') || host.ends_with('-') || host.find("-.") != std::string_view::npos || host.find(".-") != std::string_view::npos;
}

bool is_address(std::string_view value) {
  auto const at = value.rfind('@');
  if (at == std::string_view::npos || value.size() > 254) return false;
  auto const host = value.substr(at + 1);
  return at <= 64 && is_dotted(value.substr(0, at), is_atom_character, 64) && is_dotted(host, is_host_character, 63) && !has_label_at_hyphen(host);
}

bool is_plain(std::string_view value) {
  if (value.find("=?") != std::string_view::npos) return false;
  std::size_t word = 0;
  for (char const c : value) {
    word = c == ' ' ? 0 : word + 1;
    if (static_cast<unsigned char>(c) > 0x7E || word > plain_word_length_max) return false;
  }
  return true;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    auto const taken = std::min<std::size_t>(3, bytes.size() - i);
    for (std::size_t k = 0; k < 3; ++k) group = group << 8 | (k < taken ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) text += k <= taken ? digits[group >> (18 - 6 * k) & 63U] : '=';
  }
  return text;
}

bool ends_between_characters(std::string_view value, std::size_t length) {
  return !U8_IS_TRAIL(value[length]);
}

/// The longest piece from the front that fits one encoded word and ends between characters, where it can be in whole groups of base64: some
/// readers, GMime 3.2.13 among them, lose what follows a padded word.
std::string_view front_piece(std::string_view value) {
  if (value.size() <= encoded_bytes_max) return value;
  for (auto length = encoded_bytes_max; length > 0; length -= 3)
    if (ends_between_characters(value, length)) return value.substr(0, length);
  auto length = encoded_bytes_max;
  while (!ends_between_characters(value, length)) --length;
  return value.substr(0, length);
}

}  // namespace

void require_header_text(std::string_view value, std::string_view name) {
  while (!value.empty()) {
    auto const c = take_character(value);
    if (c < 0 || u_iscntrl(c) || c == 0x2028 || c == 0x2029) throw ports::LetterFault(fmt::format("{}: holds what no header line may hold", name));
  }
}

void require_address(std::string_view value, std::string_view name) {
  if (!is_address(value)) throw ports::LetterFault(fmt::format("{}: is no mail address", name));
}

void require_boundary(std::string_view value) {
  auto const allowed = [](char c) { return is_ascii_letter_or_digit(c) || std::string_view("'()+_,-./:=?").find(c) != std::string_view::npos; };
  if (value.empty() || value.size() > 70 || !std::ranges::all_of(value, allowed)) throw ports::LetterFault("boundary: cannot separate the parts of a mail");
}

std::string encoded_text(std::string_view value) {
  if (is_plain(value)) return std::string(value);
  std::string text;
  while (!value.empty()) {
    auto const piece = front_piece(value);
    text += fmt::format("{}=?UTF-8?B?{}?=", text.empty() ? "" : " ", base64(piece));
    value.remove_prefix(piece.size());
  }
  return text;
}

std::string mailbox(std::string_view name, std::string_view address) {
  if (name.empty()) return std::string(address);
  bool const is_atoms = std::ranges::all_of(name, [](char c) { return c == ' ' || is_atom_character(c); });
  if (!is_plain(name) || is_atoms) return fmt::format("{} <{}>", encoded_text(name), address);
  std::string quoted;
  for (char const c : name) quoted.append(c == '"' || c == '\\' ? "\\" : "").push_back(c);
  return fmt::format("\"{}\" <{}>", quoted, address);
}

std::string header_line(std::string_view name, std::string_view value) {
  auto header = fmt::format("{}:", name);
  auto length = header.size();
  while (!value.empty()) {
    auto const word = value.substr(0, value.find(' '));
    bool const fits = length + 1 + word.size() <= line_length_wanted || length == name.size() + 1;
    header.append(fits ? " " : "\r\n ").append(word);
    length = (fits ? length : 0) + 1 + word.size();
    value.remove_prefix(std::min(word.size() + 1, value.size()));
  }
  return header + "\r\n";
}

}  // namespace redress::letters
