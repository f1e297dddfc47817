// SPDX-License-Identifier: Apache-2.0
#include "adapters/rules/rule_file.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "adapters/rules/rules.hpp"
#include "engine/domain/enumeration.hpp"

namespace redress::rules {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

[[noreturn]] void refuse_at(std::filesystem::path const& path, toml::source_region const& where, std::string_view reason) {
  throw RuleFault(fmt::format("{}:{}: {}", path.string(), where.begin.line, reason));
}

std::shared_ptr<toml::table const> parse(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  std::string const content{std::istreambuf_iterator<char>(file), {}};
  if (!file || std::filesystem::is_directory(path))
    throw RuleFault(fmt::format("{}: cannot be read; check that it exists and that Redress may read it", path.string()));
  try {
    return std::make_shared<toml::table const>(toml::parse(content, path.string()));
  } catch (toml::parse_error const& error) {
    refuse_at(path, error.source(), error.description());
  }
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// "09:00"; the end of the day is "24:00".
std::optional<minutes> time_of_day(std::string_view text) {
  int hour = 0;
  int minute = 0;
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  auto const read = [](std::string_view digits, int& into) {
    return digits.front() != '-' && std::from_chars(digits.data(), digits.data() + 2, into).ptr == digits.data() + 2;
  };
  if (!read(text.substr(0, 2), hour) || !read(text.substr(3, 2), minute) || minute > 59) return std::nullopt;
  auto const time = hours{hour} + minutes{minute};
  return time <= hours{24} ? std::optional(time) : std::nullopt;
}

std::optional<OpeningHours> opening_hours(std::string_view text) {
  if (text.size() != 11 || text[5] != '-') return std::nullopt;
  auto const from = time_of_day(text.substr(0, 5));
  auto const until = time_of_day(text.substr(6));
  return from && until && *from < *until ? std::optional(OpeningHours{*from, *until}) : std::nullopt;
}

/// Stretches of work, in order, with a break between any two.
std::optional<DayHours> day_hours(std::string_view text) {
  static constexpr std::string_view separator = ", ";
  DayHours stretches;
  for (;;) {
    auto const end = text.find(separator);
    auto const stretch = opening_hours(text.substr(0, end));
    if (!stretch || (!stretches.empty() && stretch->from <= stretches.back().until)) return std::nullopt;
    stretches.push_back(*stretch);
    if (end == std::string_view::npos) return stretches;
    text.remove_prefix(end + separator.size());
  }
}

}  // namespace

RuleTable::RuleTable(std::filesystem::path const& path) : path_(path), document_(parse(path)), table_(document_.get()) {}

void RuleTable::refuse(std::string_view key, std::string_view reason) const {
  auto const* node = table_->get(key);
  refuse_at(path_, node ? node->source() : table_->source(), reason);
}

toml::node const& RuleTable::required(std::string_view key) {
  auto const* node = table_->get(key);
  if (!node) refuse(key, fmt::format("\"{}\" is missing; add it here", key));
  read_.emplace(key);
  return *node;
}

bool RuleTable::has(std::string_view key) const {
  return table_->contains(key);
}

std::string RuleTable::text(std::string_view key) {
  auto const value = required(key).value_exact<std::string>();
  if (!value || is_blank(*value)) refuse(key, fmt::format("\"{}\" must be a text in quotes, and not blank", key));
  return *value;
}

std::string RuleTable::optional_text(std::string_view key) {
  return has(key) ? text(key) : std::string{};
}

std::string RuleTable::name_of_file(std::string_view key) {
  auto name = text(key);
  if (name != path_.stem().string())
    refuse(key, fmt::format("\"{}\" says \"{}\" but the file is called {}; make them the same", key, name, path_.filename().string()));
  return name;
}

std::int64_t RuleTable::positive_number(std::string_view key) {
  auto const value = required(key).value_exact<std::int64_t>();
  if (!value || *value < 1) refuse(key, fmt::format("\"{}\" must be a whole number of at least 1", key));
  return *value;
}

Period RuleTable::period(std::string_view key) {
  auto const period = parse_period(text(key));
  if (!period)
    refuse(key, fmt::format("\"{}\" must be a number from 1 to {} and a unit, such as \"15 working-days\"; the units are {}", key, longest_period,
                            fmt::join(names_of(Unit{}), ", ")));
  return *period;
}

std::optional<Period> RuleTable::optional_period(std::string_view key) {
  return has(key) ? std::optional(period(key)) : std::nullopt;
}

Date RuleTable::date(std::string_view key) {
  auto const value = required(key).value_exact<toml::date>();
  if (!value) refuse(key, fmt::format("\"{}\" must be a date without quotes, such as 2026-11-18", key));
  return Date{std::chrono::year{value->year}, std::chrono::month{value->month}, std::chrono::day{value->day}};
}

DayHours RuleTable::hours(std::string_view key) {
  auto const value = text(key);
  if (value == "closed") return {};
  auto const open = day_hours(value);
  if (!open)
    refuse(key, fmt::format("\"{}\" must be hours such as \"09:00-17:00\", or \"09:00-13:00, 14:00-17:00\" with a break, in order and by 24:00, or "
                            "\"closed\"",
                            key));
  return *open;
}

std::map<Language, std::string> RuleTable::text_in_every_language(std::string_view key) {
  auto languages = table(key);
  std::map<Language, std::string> texts;
  for (auto const language : all_languages) texts.emplace(language, languages.text(name_of(language)));
  languages.end();
  return texts;
}

std::map<Language, std::vector<std::string>> RuleTable::lines_in_every_language(std::string_view key) {
  auto languages = table(key);
  std::map<Language, std::vector<std::string>> texts;
  for (auto const language : all_languages) {
    auto const* array = languages.required(name_of(language)).as_array();
    if (!array || array->empty()) languages.refuse(name_of(language), fmt::format("\"{}\" must be a list of lines", name_of(language)));
    for (auto const& line : *array) {
      auto const value = line.value_exact<std::string>();
      if (!value || is_blank(*value)) refuse_at(path_, line.source(), "a line must be a text in quotes, and not blank");
      texts[language].push_back(*value);
    }
  }
  languages.end();
  return texts;
}

std::size_t RuleTable::one_of(std::string_view key, std::span<std::string_view const> names) {
  auto const value = text(key);
  auto const found = std::ranges::find(names, value);
  if (found == names.end()) refuse(key, fmt::format("\"{}\" cannot be \"{}\"; it is one of {}", key, value, fmt::join(names, ", ")));
  return static_cast<std::size_t>(found - names.begin());
}

std::vector<std::size_t> RuleTable::some_of(std::string_view key, std::span<std::string_view const> names) {
  auto const* array = required(key).as_array();
  if (!array || array->empty()) refuse(key, fmt::format("\"{}\" must be a list of at least one of {}", key, fmt::join(names, ", ")));
  std::vector<std::size_t> places;
  for (auto const& element : *array) {
    auto const value = element.value_exact<std::string>();
    auto const found = value ? std::ranges::find(names, *value) : names.end();
    if (found == names.end()) refuse_at(path_, element.source(), fmt::format("every entry of \"{}\" must be one of {}", key, fmt::join(names, ", ")));
    auto const place = static_cast<std::size_t>(found - names.begin());
    if (std::ranges::find(places, place) != places.end())
      refuse_at(path_, element.source(), fmt::format("\"{}\" is in \"{}\" twice; take one of the two out", *value, key));
    places.push_back(place);
  }
  return places;
}

RuleTable RuleTable::table(std::string_view key) {
  auto const* inner = required(key).as_table();
  if (!inner) refuse(key, fmt::format("\"{}\" must be a table", key));
  return {*this, *inner};
}

std::optional<RuleTable> RuleTable::optional_table(std::string_view key) {
  return has(key) ? std::optional(table(key)) : std::nullopt;
}

std::vector<RuleTable> RuleTable::tables(std::string_view key) {
  std::vector<RuleTable> all;
  if (!has(key)) return all;
  auto const* array = required(key).as_array();
  if (!array) refuse(key, fmt::format("\"{}\" must be a list of tables", key));
  for (auto const& element : *array) {
    if (!element.is_table()) refuse_at(path_, element.source(), fmt::format("every entry of \"{}\" must be a table", key));
    all.push_back({*this, *element.as_table()});
  }
  return all;
}

void RuleTable::end() const {
  for (auto const& [key, node] : *table_)
    if (!read_.contains(key.str()))
      refuse_at(path_, key.source(), fmt::format("nobody knows what \"{}\" means here; correct its spelling or take it out", key.str()));
}

}  // namespace redress::rules
