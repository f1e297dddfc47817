// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/time.hpp"

#include <charconv>

namespace redress {
namespace {

/// Reads exactly `digits` decimal digits from the front of `text`, and drops them.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  int value = 0;
  if (text.size() < digits) return std::nullopt;
  auto const [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc{} || end != text.data() + digits || text.front() == '-') return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, std::string_view one_of) {
  if (text.empty() || one_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Date> take_date(std::string_view& text) {
  auto const year = take_number(text, 4);
  if (!year || !take(text, "-")) return std::nullopt;
  auto const month = take_number(text, 2);
  if (!month || !take(text, "-")) return std::nullopt;
  auto const day = take_number(text, 2);
  if (!day) return std::nullopt;
  Date const date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)}, std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Duration> take_fraction(std::string_view& text) {
  if (!take(text, ".")) return Duration{0};
  int microseconds = 0;
  int digits = 0;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    if (digits < 6) microseconds = microseconds * 10 + (text.front() - '0');
    ++digits;
    text.remove_prefix(1);
  }
  if (digits == 0) return std::nullopt;
  for (; digits < 6; ++digits) microseconds *= 10;
  return Duration{microseconds};
}

std::optional<std::chrono::minutes> take_offset(std::string_view& text) {
  if (take(text, "Zz")) return std::chrono::minutes{0};
  if (text.empty()) return std::nullopt;
  bool const west = text.front() == '-';
  if (!take(text, "+-")) return std::nullopt;
  auto const hours = take_number(text, 2);
  if (!hours || *hours > 23 || !take(text, ":")) return std::nullopt;
  auto const minutes = take_number(text, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  auto const offset = std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
  return west ? -offset : offset;
}

void write(std::string& out, std::int64_t number, std::size_t digits) {
  auto const end = out.size() + digits;
  out.resize(end);
  for (auto at = end; digits > 0; --digits, number /= 10) out[--at] = static_cast<char>('0' + number % 10);
}

void write(std::string& out, Date date) {
  write(out, static_cast<int>(date.year()), 4);
  write(out += '-', static_cast<unsigned>(date.month()), 2);
  write(out += '-', static_cast<unsigned>(date.day()), 2);
}

}  // namespace

std::string to_text(Date date) {
  std::string text;
  write(text, date);
  return text;
}

// Each event says its moment several times over: this is on the way of every command, so it is written digit by digit.
std::string to_text(Time time) {
  auto const day = std::chrono::floor<std::chrono::days>(time);
  std::chrono::hh_mm_ss const clock{time - day};
  std::string text;
  write(text, Date{day});
  write(text += 'T', clock.hours().count(), 2);
  write(text += ':', clock.minutes().count(), 2);
  write(text += ':', clock.seconds().count(), 2);
  if (auto const fraction = clock.subseconds().count(); fraction != 0) write(text += '.', fraction, 6);
  return text += 'Z';
}

std::optional<Date> parse_date(std::string_view text) {
  auto const date = take_date(text);
  return date && text.empty() ? date : std::nullopt;
}

std::optional<Time> parse_time(std::string_view text) {
  auto const date = take_date(text);
  if (!date || !take(text, "Tt ")) return std::nullopt;
  auto const hours = take_number(text, 2);
  if (!hours || *hours > 23 || !take(text, ":")) return std::nullopt;
  auto const minutes = take_number(text, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  int seconds = 0;
  if (take(text, ":")) {
    auto const taken = take_number(text, 2);
    if (!taken || *taken > 59) return std::nullopt;
    seconds = *taken;
  }
  auto const fraction = take_fraction(text);
  if (!fraction) return std::nullopt;
  auto const offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  return std::chrono::sys_days{*date} + std::chrono::hours{*hours} + std::chrono::minutes{*minutes} + std::chrono::seconds{seconds} + *fraction - *offset;
}

}  // namespace redress
