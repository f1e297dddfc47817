// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/date_field.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "adapters/mail_in/field_scanner.hpp"

namespace redress::mail_in {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> months{"january", "february", "march",     "april",   "may",      "june",
                                                  "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

struct Zone {
  std::string_view name;
  int minutes;
};
constexpr std::array zones{Zone{"est", -300}, Zone{"edt", -240}, Zone{"cst", -360}, Zone{"cdt", -300}, Zone{"mst", -420}, Zone{"mdt", -360}, Zone{"pst", -480},
                           Zone{"pdt", -420}, Zone{"cet", 60},   Zone{"cest", 120}, Zone{"eet", 120},  Zone{"eest", 180}, Zone{"msk", 180},  Zone{"bst", 60},
                           Zone{"jst", 540},  Zone{"wet", 0},    Zone{"west", 60},  Zone{"met", 60},   Zone{"mest", 120}};

constexpr int earliest_year = 1900;
constexpr int latest_year = 9998;

struct Stated {
  std::optional<int> day, month, year;
  std::optional<seconds> time_of_day;
  std::optional<minutes> zone;
  bool nonsense = false;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// "jan", "janu", "january", not "janx".
template <std::size_t N>
std::optional<int> place_among(std::array<std::string_view, N> const& names, std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word == "sept") word = "sep";
  if (word == "tues" || word == "thurs" || word == "thur") word = word.substr(0, 3);
  if (word.size() < 3) return std::nullopt;
  auto const found = std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(word); });
  return found == names.end() ? std::nullopt : std::optional(static_cast<int>(found - names.begin()));
}

/// "10:52:37", "10:52", "10:52:37.123".
std::optional<seconds> time_of_day(std::string_view text) {
  text = text.substr(0, text.find_first_of(".,"));
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < parts.size() && !text.empty(); ++i) {
    auto const end = std::min(text.find(':'), text.size());
    auto const part = number(text.substr(0, end));
    if (!part || end > 2) return std::nullopt;
    parts[i] = *part;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (!text.empty() || parts[0] > 23 || parts[1] > 59 || parts[2] > 60) return std::nullopt;
  return hours(parts[0]) + minutes(parts[1]) + seconds(std::min(parts[2], 59));
}

/// "+0200", "-03:30", "+02".
std::optional<minutes> offset(std::string_view text) {
  if (!text.starts_with('+') && !text.starts_with('-')) return std::nullopt;
  std::string digits(text.substr(1));
  std::erase(digits, ':');
  if (digits.size() == 2) digits += "00";
  auto const value = number(digits);
  if (!value || digits.size() != 4 || *value % 100 > 59) return std::nullopt;
  auto const ahead = minutes(*value / 100 * 60 + *value % 100);
  return text[0] == '-' ? -ahead : ahead;
}

minutes zone_named(std::string_view name) {
  auto const sign = name.find_first_of("+-");
  if (sign != std::string_view::npos && sign > 0)
    if (auto const ahead = offset(name.substr(sign))) return *ahead;
  auto const letters = name.substr(0, name.find_first_of("0123456789"));
  auto const found = std::ranges::find(zones, letters, &Zone::name);
  return minutes(found == zones.end() ? 0 : found->minutes);
}

int full_year(int year, std::size_t digits) {
  if (digits >= 4) return year;
  if (digits == 3) return year + 1900;
  return year < 50 ? year + 2000 : year + 1900;
}

void read_number(Stated& stated, std::string_view word) {
  int const value = number(word).value_or(-1);
  if (value < 0) {
    stated.nonsense = true;
  } else if (word.size() < 3 && !stated.day) {
    stated.day = value;
  } else if (word.size() < 3 && !stated.month) {
    stated.month = value;
  } else if (!stated.year && word.size() <= 4) {
    stated.year = full_year(value, word.size());
  }
}

void read_word(Stated& stated, std::string_view word) {
  if (word.find(':') != std::string_view::npos && is_digit(word[0])) {
    stated.nonsense = stated.nonsense || stated.time_of_day;
    stated.time_of_day = time_of_day(word);
    stated.nonsense = stated.nonsense || !stated.time_of_day;
  } else if (auto const ahead = offset(word); ahead && stated.time_of_day) {
    if (!stated.zone) stated.zone = *ahead;
  } else if (is_digit(word[0])) {
    read_number(stated, word);
  } else if (auto const month = place_among(months, word)) {
    if (!stated.month) stated.month = *month + 1;
  } else if (!place_among(weekdays, word)) {
    if (!stated.time_of_day) stated.nonsense = true;
    if (stated.time_of_day && !stated.zone) stated.zone = zone_named(word);
  }
}

std::vector<std::string> words_of(std::string_view raw) {
  FieldScanner scanner(raw);
  std::vector<std::string> words;
  while (!scanner.at_end()) {
    scanner.skip_blanks_and_comments();
    std::string const word = in_small_letters(scanner.until(" \t\r\n,("));
    if (!word.empty()) words.push_back(word);
    if (!scanner.at_end() && scanner.peek() == ',') scanner.next();
  }
  return words;
}

}  // namespace

std::optional<Time> read_date_field(std::string_view raw) {
  // In a Received field the date comes last.
  if (auto const semicolon = raw.rfind(';'); semicolon != std::string_view::npos) raw.remove_prefix(semicolon + 1);
  if (auto const moment = parse_time(trimmed_blanks(raw))) return moment;
  Stated stated;
  for (std::string const& word : words_of(raw)) read_word(stated, word);
  if (stated.nonsense || !stated.day || !stated.month || !stated.year || !stated.time_of_day) return std::nullopt;
  year_month_day const date{year(*stated.year), month(static_cast<unsigned>(*stated.month)), day(static_cast<unsigned>(*stated.day))};
  if (!date.ok() || *stated.year < earliest_year || *stated.year > latest_year) return std::nullopt;
  return Time(sys_days(date)) + *stated.time_of_day - stated.zone.value_or(minutes(0));
}

}  // namespace redress::mail_in
