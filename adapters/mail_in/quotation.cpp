// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/quotation.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "adapters/mail_in/field_scanner.hpp"

namespace redress::mail_in {
namespace {

using Words = std::string_view;

constexpr auto npos = std::string_view::npos;
constexpr std::size_t longest_introduction = 6;  ///< lines over which programs fold "On Monday, Anna wrote:", blank ones included
constexpr std::size_t longest_introduction_bytes = 400;

constexpr std::array introducing_verbs{Words{"wrote"},      Words{"writes"},     Words{"rakstīja"},   Words{"raksta"},  Words{"пишет"},    Words{"написал"},
                                       Words{"написала"},   Words{"написал(а)"}, Words{"писал"},      Words{"писала"},  Words{"писал(а)"}, Words{"пише"},
                                       Words{"написав"},    Words{"написала:"},  Words{"schrieb"},    Words{"a écrit"}, Words{"escribió"}, Words{"escreveu"},
                                       Words{"ha scritto"}, Words{"napisał"},    Words{"napisał(a)"}, Words{"skrev"},   Words{"schreef"},  Words{"parašė"},
                                       Words{"rašė"},       Words{"kirjutas"},   Words{"kirjoitti"}};

constexpr std::array introducing_words{Words{"On "}, Words{"Am "}, Words{"Le "},     Words{"El "},   Words{"Op "},      Words{"Il "},     Words{"Den "},
                                       Words{"Em "}, Words{"At "}, Words{"W dniu "}, Words{"Dnia "}, Words{"Citējot "}, Words{"Quoting "}};

constexpr std::array original_message_marks{Words{"Original Message"},       Words{"Original message"},        Words{"Reply message"},
                                            Words{"Sākotnējais ziņojums"},   Words{"Oriģinālais ziņojums"},    Words{"Исходное сообщение"},
                                            Words{"Оригинальное сообщение"}, Words{"Первоначальное сообщение"}};

constexpr std::array sender_fields{Words{"From:"}, Words{"No:"},  Words{"Sūtītājs:"}, Words{"От:"},       Words{"От кого:"}, Words{"Від:"},
                                   Words{"Von:"},  Words{"De:"},  Words{"Da:"},       Words{"Od:"},       Words{"Van:"},     Words{"Från:"},
                                   Words{"Fra:"},  Words{"Nuo:"}, Words{"Saatja:"},   Words{"Lähettäjä:"}};
constexpr std::array other_fields{Words{"Sent:"},      Words{"Date:"},       Words{"To:"},        Words{"Cc:"},      Words{"Subject:"},   Words{"Reply-To:"},
                                  Words{"Nosūtīts:"},  Words{"Sūtīts:"},     Words{"Datums:"},    Words{"Kam:"},     Words{"Saņēmējs:"},  Words{"Tēma:"},
                                  Words{"Temats:"},    Words{"Отправлено:"}, Words{"Дата:"},      Words{"Кому:"},    Words{"Копия:"},     Words{"Тема:"},
                                  Words{"Надіслано:"}, Words{"Gesendet:"},   Words{"An:"},        Words{"Betreff:"}, Words{"Envoyé:"},    Words{"À:"},
                                  Words{"Objet:"},     Words{"Enviado:"},    Words{"Para:"},      Words{"Asunto:"},  Words{"Inviato:"},   Words{"Data:"},
                                  Words{"A:"},         Words{"Oggetto:"},    Words{"Verzonden:"}, Words{"Aan:"},     Words{"Onderwerp:"}, Words{"Wysłano:"},
                                  Words{"Do:"},        Words{"Temat:"},      Words{"Skickat:"},   Words{"Till:"},    Words{"Ämne:"},      Words{"Sendt:"},
                                  Words{"Til:"},       Words{"Emne:"},       Words{"Išsiųsta:"},  Words{"Tema:"},    Words{"Saadetud:"},  Words{"Teema:"}};

constexpr std::array sent_words{
    Words{"sent from "},        Words{"sent via "},      Words{"sent with "},  Words{"sent by "},      Words{"get outlook for "},
    Words{"get [outlook for "}, Words{"from my "},       Words{"envoyé "},     Words{"von meinem "},   Words{"diese nachricht wurde "},
    Words{"gesendet von "},     Words{"verzonden "},     Words{"sendt fra "},  Words{"skickat från "}, Words{"inviato da"},
    Words{"enviado "},          Words{"wysłane z "},     Words{"отправлено "}, Words{"Отправлено "},   Words{"надіслано "},
    Words{"Надіслано "},        Words{"nosūtīts no "},   Words{"sūtīts no "},  Words{"Sūtīts no "},    Words{"nosūtīts izmantojot "},
    Words{"išsiųsta iš "},      Words{"saadetud minu "}, Words{"從我的 "},     Words{"发自我的"}};
constexpr std::array devices{Words{"iphone"},  Words{"ipad"},      Words{"ipod"},    Words{"android"},  Words{"blackberry"}, Words{"galaxy"},
                             Words{"outlook"}, Words{"mobil"},     Words{"phone"},   Words{"samsung"},  Words{"huawei"},     Words{"xiaomi"},
                             Words{"redmi"},   Words{"mail"},      Words{"tālru"},   Words{"viedtālr"}, Words{"телефон"},    Words{"смартфон"},
                             Words{"почт"},    Words{"устройств"}, Words{"планшет"}, Words{"windows"},  Words{"yahoo"}};
constexpr std::array device_sentences{Words{"sent from "}, Words{"sent via "}, Words{"sent with "}, Words{"get outlook for "}, Words{"get [outlook for "}};

std::string_view trimmed(std::string_view line) {
  auto const first = line.find_first_not_of(" \t\r*_");
  if (first == npos) return {};
  return line.substr(first, line.find_last_not_of(" \t\r*_") - first + 1);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

template <std::size_t N>
bool begins_with_one_of(std::array<Words, N> const& beginnings, std::string_view text) {
  return std::ranges::any_of(beginnings, [&](Words beginning) { return text.starts_with(beginning); });
}

template <std::size_t N>
bool holds_one_of(std::array<Words, N> const& pieces, std::string_view text) {
  return std::ranges::any_of(pieces, [&](Words piece) { return text.find(piece) != npos; });
}

bool names_time_or_address(std::string_view words) {
  return words.find_first_of("0123456789@") != npos;
}

/// "In May I wrote:" is a person's own sentence; a program gives the hour or the address.
bool names_clock_time_or_address(std::string_view words) {
  if (words.find('@') != npos) return true;
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (words[i] == ':' && is_digit(words[i - 1]) && is_digit(words[i + 1])) return true;
  return false;
}

bool ends_in_an_introducing_verb(std::string_view words) {
  words = trimmed(words.substr(0, words.size() - 1));
  return std::ranges::any_of(introducing_verbs, [&](Words verb) { return words.ends_with(verb); });
}

/// "Den 2. mars kl. 11.00 skrev Anna <anna@example.org>:".
bool names_the_writer_after_the_verb(std::string_view words) {
  if (!words.ends_with(">:") || words.find('@') == npos) return false;
  return std::ranges::any_of(introducing_verbs, [&](Words verb) { return words.find(" " + std::string(verb) + " ") != npos; });
}

/// "2016-03-03 17:21 GMT+01:00 Anna", as one program writes and ends it without a colon.
bool is_stamp_of_a_program(std::string_view words) {
  if (words.size() < 20 || words[4] != '-' || words[7] != '-' || words[13] != ':') return false;
  return is_digit(words[0]) && is_digit(words[12]) && words.substr(16).starts_with(" GMT");
}

/// "2013/7/20 Anna <anna@example.org>" above quoted lines.
bool is_date_and_writer(std::string_view words) {
  return words.size() > 12 && is_digit(words[0]) && words.ends_with('>') && words.find('@') != npos && words.substr(0, 10).find('/') != npos;
}

bool begins_like_an_introduction(std::string_view line) {
  std::string_view const text = trimmed(line);
  return !text.empty() && (is_digit(text[0]) || begins_with_one_of(introducing_words, text));
}

bool is_quoted_in_any_way(std::string_view line) {
  auto const first = line.find_first_not_of(" \t");
  return first != npos && (line[first] == '>' || line[first] == '|');
}

/// The last line of an introduction that was folded before "> wrote:" only looks like a quotation.
bool is_folded_end(std::string_view line) {
  std::string_view const text = trimmed(line);
  return text.starts_with('>') && text.ends_with(':') && text.size() < 30 && text.find('@') == npos;
}

bool introduces_quotation(std::string_view words, Lines const& lines, std::size_t next) {
  bool const quotation_follows = is_followed_by_quotation(lines, next);
  if (is_stamp_of_a_program(words) || (is_date_and_writer(words) && quotation_follows)) return true;
  // One webmail sets its introduction between rows of hyphens.
  if (words.starts_with("----") && words.ends_with("----") && words.find(" wrote ") != npos && names_clock_time_or_address(words)) return true;
  if (!words.ends_with(':') || !names_time_or_address(words)) return false;
  if (quotation_follows || names_the_writer_after_the_verb(words)) return true;
  return ends_in_an_introducing_verb(words) && names_clock_time_or_address(words);
}

}  // namespace

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == npos;
}

bool is_quoted(std::string_view line) {
  auto const first = line.find_first_not_of(" \t");
  return first != npos && line[first] == '>';
}

bool is_rule(std::string_view line) {
  std::string_view const text = trimmed(line);
  return text.empty() || text == "ᐧ" || (text.size() >= 2 && text.find_first_not_of("-=#~+*_") == npos);
}

bool begins_signature(std::string_view line) {
  return line == "-- " || line == "--";
}

bool is_device_signature(std::string_view line) {
  auto const first = line.find_first_not_of(" \t*_<([");
  if (first == npos || line.size() > 160) return false;
  std::string const text = in_small_letters(line.substr(first));
  if (begins_with_one_of(device_sentences, text) || text.ends_with(" from mobile")) return true;
  return begins_with_one_of(sent_words, text) && holds_one_of(devices, text);
}

bool marks_original_message(std::string_view line) {
  std::string_view const text = trimmed(line);
  if (!text.starts_with("--")) return false;
  if (text.starts_with("----") && text.ends_with("----") && !is_rule(line)) return true;
  return holds_one_of(original_message_marks, text);
}

bool marks_forwarding(std::string_view line) {
  constexpr std::array marks{Words{"orwarded message"}, Words{"Пересыла"}, Words{"Пересланн"}, Words{"ārsūtīt"}};
  return holds_one_of(marks, line);
}

bool is_followed_by_quotation(Lines const& lines, std::size_t next) {
  while (next < lines.size() && is_blank(lines[next])) ++next;
  return next < lines.size() && is_quoted_in_any_way(lines[next]);
}

/// In a language whose verb we do not know, a colon, a date and the quotation itself tell. A line that stands before a line which is an
/// introduction by itself is the person's own.
std::size_t introduction_at(Lines const& lines, std::size_t first) {
  std::string words;
  bool const may_have_blanks = begins_like_an_introduction(lines[first]) && names_clock_time_or_address(lines[first]);
  for (std::size_t count = 1; count <= longest_introduction && first + count <= lines.size(); ++count) {
    std::string_view const line = lines[first + count - 1];
    if (is_blank(line) && !(may_have_blanks && count > 1)) return 0;
    if (is_quoted(line) && !(count > 1 && is_folded_end(line))) return 0;
    if (count > 1 && begins_like_an_introduction(line)) return 0;
    if (count > 3 && !may_have_blanks) return 0;
    words.append(trimmed(line)).append(" ");
    if (words.size() > longest_introduction_bytes) return 0;
    if (introduces_quotation(trimmed(words), lines, first + count)) return count;
  }
  return 0;
}

bool is_quoted_header(Lines const& lines, std::size_t first) {
  if (!begins_with_one_of(sender_fields, trimmed(lines[first]))) return false;
  std::size_t const last = std::min(first + 7, lines.size());
  auto const others = std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(first) + 1, lines.begin() + static_cast<std::ptrdiff_t>(last),
                                    [](std::string_view line) { return begins_with_one_of(other_fields, trimmed(line)); });
  return others >= 2;
}

}  // namespace redress::mail_in
