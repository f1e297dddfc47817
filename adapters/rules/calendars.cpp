// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "adapters/rules/rule_file.hpp"
#include "adapters/rules/rules.hpp"
#include "engine/domain/enumeration.hpp"
#include "engine/domain/holiday_rule.hpp"

namespace redress::rules {
namespace {

using std::chrono::year;

std::array<DayHours, 7> weekly_hours(RuleTable& file) {
  static constexpr std::array days{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  auto week = file.table("weekly");
  std::array<DayHours, 7> weekly;
  for (std::size_t day = 0; day < days.size(); ++day) weekly[day] = week.hours(days[day]);
  week.end();
  if (std::ranges::all_of(weekly, &DayHours::empty)) file.refuse("weekly", "nobody ever works; give at least one day of the week its hours");
  return weekly;
}

HolidayDate holiday_date(RuleTable& entry) {
  auto const written = entry.text("on");
  auto const date = parse_holiday_date(written);
  if (!date)
    entry.refuse("on", fmt::format("\"{}\" is no day of the year; write it like \"25 December\", \"third Monday of January\", \"last Monday of May\", "
                                   "\"Saturday on or after 20 June\", \"Easter\", \"Easter - 2\" or \"Orthodox Easter + 1\"",
                                   written));
  return *date;
}

/// Absent: `otherwise`.
year holiday_year(RuleTable& entry, std::string_view key, year otherwise) {
  if (!entry.has(key)) return otherwise;
  auto const number = entry.positive_number(key);
  if (number < static_cast<int>(first_year_of_holidays) || number > static_cast<int>(last_year_of_holidays))
    entry.refuse(key, fmt::format("\"{}\" must be a year from {} to {}, or be left out", key, static_cast<int>(first_year_of_holidays),
                                  static_cast<int>(last_year_of_holidays)));
  return year{static_cast<int>(number)};
}

bool ever_falls(HolidayRule const& rule) {
  for (auto in = rule.from; in <= std::min(rule.until, last_year_of_holidays); ++in)
    if (date_in(in, rule.on)) return true;
  return false;
}

void read_in_lieu(RuleTable& entry, HolidayRule& rule) {
  auto const in_lieu = entry.optional_text("in_lieu");
  rule.in_lieu = enumerator_named<InLieu>(in_lieu);
  if (!in_lieu.empty() && !rule.in_lieu)
    entry.refuse("in_lieu",
                 fmt::format("\"in_lieu\" must be \"{}\", or be left out when no other day is off instead", fmt::join(names_of(InLieu{}), "\" or \"")));
  auto const weekend = entry.optional_text("in_lieu_weekend");
  if (weekend.empty()) return;
  if (weekend != "saturday" && weekend != "sunday") entry.refuse("in_lieu_weekend", "\"in_lieu_weekend\" must be \"saturday\" or \"sunday\"");
  if (!rule.in_lieu) entry.refuse("in_lieu_weekend", "\"in_lieu_weekend\" means nothing without \"in_lieu\"; add that or take this out");
  rule.in_lieu_only = weekend == "saturday" ? std::chrono::Saturday : std::chrono::Sunday;
}

/// A day off that no law gives is an opinion: `source` must be there, although nothing is made of it.
HolidayRule holiday_rule(RuleTable& entry) {
  HolidayRule rule;
  rule.on = holiday_date(entry);
  rule.name = entry.text_in_every_language("name");
  rule.from = holiday_year(entry, "from", rule.from);
  rule.until = holiday_year(entry, "until", rule.until);
  if (rule.until < rule.from) entry.refuse("until", "\"until\" is before \"from\"; exchange them, or correct one");
  if (!ever_falls(rule)) entry.refuse("on", "there is no such day in any of its years; correct the day or the years");
  read_in_lieu(entry, rule);
  std::ignore = entry.text("source");
  entry.end();
  return rule;
}

/// Days given by their date win over those that rules make.
void read_changed_days(RuleTable& file, std::map<Date, SpecialDay>& days) {
  std::set<Date> read;
  for (auto& entry : file.tables("changed_days")) {
    auto const date = entry.date("date");
    if (!read.insert(date).second) entry.refuse("date", fmt::format("{} is in this calendar twice; take one of the two out", to_text(date)));
    auto& day = days[date];
    day.hours = entry.hours("hours");
    day.name = entry.text_in_every_language("name");
    std::ignore = entry.text("source");
    entry.end();
  }
}

std::map<Date, SpecialDay> special_days(RuleTable& file, std::array<DayHours, 7> const& weekly) {
  std::vector<HolidayRule> rules;
  for (auto& entry : file.tables("holidays")) rules.push_back(holiday_rule(entry));
  auto days = holidays_by(rules, weekly);
  read_changed_days(file, days);
  return days;
}

}  // namespace

WorkingCalendar load_calendar(std::filesystem::path const& path) {
  RuleTable file(path);
  CalendarDefinition definition;
  definition.name = file.name_of_file("name");
  definition.title = file.text_in_every_language("title");
  definition.zone = file.text("zone");
  if (file.has("proclaimed_until")) definition.proclaimed_until = file.date("proclaimed_until");
  definition.weekly = weekly_hours(file);
  definition.special_days = special_days(file, definition.weekly);
  file.end();
  try {
    return WorkingCalendar(std::move(definition));
  } catch (std::invalid_argument const& refusal) {
    file.refuse("zone", refusal.what());
  }
}

Calendars load_calendars(std::filesystem::path const& directory) {
  std::error_code error;
  std::filesystem::directory_iterator entries(directory, error);
  if (error) throw RuleFault(fmt::format("{}: cannot be read: {}; give a directory of calendars", directory.string(), error.message()));
  Calendars calendars;
  for (auto const& entry : entries) {
    if (entry.path().extension() != ".toml") continue;
    auto calendar = load_calendar(entry.path());
    calendars.emplace(calendar.name(), std::move(calendar));
  }
  if (calendars.empty()) throw RuleFault(fmt::format("{}: there is no calendar here; add at least one .toml file", directory.string()));
  return calendars;
}

}  // namespace redress::rules
