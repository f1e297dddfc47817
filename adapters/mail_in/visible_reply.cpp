// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/visible_reply.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace redress::mail_in {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t longest_introduction = 3;  ///< lines over which programs fold "On Monday, Anna wrote:"

constexpr std::array introducing_verbs{
    std::string_view{"wrote"},    std::string_view{"rakstīja"},   std::string_view{"raksta"},     std::string_view{"пишет"},    std::string_view{"написал"},
    std::string_view{"написала"}, std::string_view{"написал(а)"}, std::string_view{"писал"},      std::string_view{"писал(а)"}, std::string_view{"schrieb"},
    std::string_view{"a écrit"},  std::string_view{"escribió"},   std::string_view{"ha scritto"}, std::string_view{"napisał"},  std::string_view{"skrev"},
    std::string_view{"parašė"},   std::string_view{"kirjutas"},   std::string_view{"написав"}};

constexpr std::array introducing_words{std::string_view{"On "},     std::string_view{"Am "},  std::string_view{"Le "},  std::string_view{"El "},
                                       std::string_view{"Op "},     std::string_view{"Il "},  std::string_view{"Den "}, std::string_view{"Em "},
                                       std::string_view{"W dniu "}, std::string_view{"Dnia "}};

constexpr std::array original_message_marks{std::string_view{"Original Message"},       std::string_view{"Sākotnējais ziņojums"},
                                            std::string_view{"Oriģinālais ziņojums"},   std::string_view{"Исходное сообщение"},
                                            std::string_view{"Оригинальное сообщение"}, std::string_view{"Original message"},
                                            std::string_view{"Reply message"}};

constexpr std::array sender_fields{std::string_view{"From:"},    std::string_view{"No:"},  std::string_view{"От:"},
                                   std::string_view{"От кого:"}, std::string_view{"Von:"}, std::string_view{"De:"}};
constexpr std::array other_fields{std::string_view{"Sent:"},     std::string_view{"Date:"},       std::string_view{"To:"},     std::string_view{"Subject:"},
                                  std::string_view{"Nosūtīts:"}, std::string_view{"Datums:"},     std::string_view{"Kam:"},    std::string_view{"Tēma:"},
                                  std::string_view{"Temats:"},   std::string_view{"Отправлено:"}, std::string_view{"Дата:"},   std::string_view{"Кому:"},
                                  std::string_view{"Тема:"},     std::string_view{"Gesendet:"},   std::string_view{"Envoyé:"}, std::string_view{"Reply-To:"}};

constexpr std::array device_signatures{std::string_view{"Sent from "},       std::string_view{"Sent via "},     std::string_view{"Sent with "},
                                       std::string_view{"Get Outlook for "}, std::string_view{"Отправлено с "}, std::string_view{"Отправлено из "},
                                       std::string_view{"Nosūtīts no "},     std::string_view{"Sūtīts no "}};

std::string_view trimmed(std::string_view line) {
  auto const first = line.find_first_not_of(" \t\r*_");
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t\r*_") - first + 1);
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}
bool is_quoted(std::string_view line) {
  auto const first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line[first] == '>';
}

template <std::size_t N>
bool begins_with_one_of(std::array<std::string_view, N> const& beginnings, std::string_view line) {
  std::string_view const text = trimmed(line);
  return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return text.starts_with(beginning); });
}

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string joined(Lines const& lines) {
  auto const written = [](std::string_view line) { return !is_blank(line); };
  auto const first = std::ranges::find_if(lines, written);
  auto const last = std::find_if(lines.rbegin(), lines.rend(), written).base();
  std::string text;
  for (auto line = first; line < last; ++line) {
    if (line != first) text += '\n';
    text += line->substr(0, line->find_last_not_of(" \t\r") + 1);
  }
  return text;
}

/// "-- " on a line of its own; many programs lose the space.
bool begins_signature(std::string_view line) {
  return line == "-- " || line == "--";
}

bool is_rule(std::string_view line) {
  std::string_view const text = trimmed(line);
  return is_blank(line) || text.empty() || (text.size() >= 2 && text.find_first_not_of("-=#~+*_") == std::string_view::npos);
}

/// "-----Original Message-----", in whatever language.
bool marks_original_message(std::string_view line) {
  std::string_view const text = trimmed(line);
  if (!text.starts_with("--")) return false;
  if (text.starts_with("----") && text.ends_with("----") && !is_rule(line)) return true;
  return std::ranges::any_of(original_message_marks, [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

bool names_time_or_address(std::string_view words) {
  return words.find_first_of("0123456789@") != std::string_view::npos;
}

/// "In May I wrote:" is a person's own sentence; a program gives the hour or the address.
bool names_clock_time_or_address(std::string_view words) {
  if (words.find('@') != std::string_view::npos) return true;
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (words[i] == ':' && digit(words[i - 1]) && digit(words[i + 1])) return true;
  return false;
}

bool ends_in_an_introducing_verb(std::string_view words) {
  if (!words.ends_with(':')) return false;
  words = trimmed(words.substr(0, words.size() - 1));
  return std::ranges::any_of(introducing_verbs, [&](std::string_view verb) { return words.ends_with(verb); });
}

bool is_followed_by_quotation(Lines const& lines, std::size_t next) {
  while (next < lines.size() && is_blank(lines[next])) ++next;
  return next < lines.size() && is_quoted(lines[next]);
}

bool begins_like_an_introduction(std::string_view line) {
  std::string_view const text = trimmed(line);
  return !text.empty() && ((text[0] >= '0' && text[0] <= '9') || begins_with_one_of(introducing_words, text));
}

bool introduces_quotation(std::string_view words, Lines const& lines, std::size_t next) {
  if (words.size() > 400 || !words.ends_with(':') || !names_time_or_address(words)) return false;
  return is_followed_by_quotation(lines, next) || (ends_in_an_introducing_verb(words) && names_clock_time_or_address(words));
}

/// The number of lines that introduce a quotation from `first` on; 0 when they do not. In a language whose verb we do not know, a colon, a
/// date and the quotation itself tell. A line that stands before a line which is an introduction by itself is the person's own.
std::size_t introduction_at(Lines const& lines, std::size_t first) {
  std::string words;
  for (std::size_t count = 1; count <= longest_introduction && first + count <= lines.size(); ++count) {
    std::string_view const line = lines[first + count - 1];
    if (is_blank(line) || is_quoted(line)) return 0;
    if (count > 1 && begins_like_an_introduction(line)) return 0;
    words.append(trimmed(line)).append(" ");
    if (introduces_quotation(trimmed(words), lines, first + count)) return count;
  }
  return 0;
}

/// The header that Outlook puts above what it quotes. Under "Forwarded message" it is what the person wants us to read.
bool is_quoted_header(Lines const& lines, std::size_t first) {
  if (!begins_with_one_of(sender_fields, lines[first])) return false;
  std::size_t const last = std::min(first + 6, lines.size());
  auto const others = std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(first) + 1, lines.begin() + static_cast<std::ptrdiff_t>(last),
                                    [](std::string_view line) { return begins_with_one_of(other_fields, line); });
  return others >= 2;
}

bool is_forwarding(std::string_view line) {
  return line.find("orwarded message") != std::string_view::npos || line.find("Пересыла") != std::string_view::npos ||
         line.find("Пересланн") != std::string_view::npos || line.find("ārsūtīt") != std::string_view::npos;
}

bool is_written_text(std::string_view line) {
  return !is_rule(line) && !is_quoted(line);
}

/// Someone who answers beneath or between the quoted lines wrote the unquoted ones.
bool answers_follow_quotation(Lines const& lines, std::size_t from) {
  if (!is_followed_by_quotation(lines, from)) return false;
  auto const rest = lines.begin() + static_cast<std::ptrdiff_t>(from);
  auto const end = std::find_if(rest, lines.end(), begins_signature);
  return std::any_of(rest, end, is_written_text);
}

void keep_unquoted(Lines const& lines, std::size_t from, Lines& kept) {
  for (std::size_t i = from; i < lines.size() && !begins_signature(lines[i]); ++i)
    if (!is_quoted(lines[i])) kept.push_back(lines[i]);
}

Lines without_quotation(Lines const& lines) {
  Lines kept;
  bool something_before = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_forwarding(lines[i])) return lines;
    if (something_before && (begins_signature(lines[i]) || marks_original_message(lines[i]) || is_quoted_header(lines, i))) return kept;
    if (std::size_t const introduction = introduction_at(lines, i)) {
      i += introduction;
      if (answers_follow_quotation(lines, i)) keep_unquoted(lines, i, kept);
      if (!something_before && kept.empty() && !is_followed_by_quotation(lines, i)) kept.assign(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end());
      return kept;
    }
    something_before = something_before || is_written_text(lines[i]);
    kept.push_back(lines[i]);
  }
  return kept;
}

bool is_device_signature(std::string_view line) {
  return begins_with_one_of(device_signatures, line) && line.size() < 120;
}

void drop_tail(Lines& lines) {
  while (!lines.empty() && (is_rule(lines.back()) || is_quoted(lines.back()) || is_device_signature(lines.back()))) lines.pop_back();
}

}  // namespace

std::string visible_reply(std::string_view text) {
  Lines const lines = lines_of(text);
  Lines kept = without_quotation(lines);
  drop_tail(kept);
  std::string reply = joined(kept);
  return reply.empty() ? joined(lines) : reply;
}

}  // namespace redress::mail_in
