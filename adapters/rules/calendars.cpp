// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <set>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "adapters/rules/rule_file.hpp"
#include "adapters/rules/rules.hpp"

namespace redress::rules {
namespace {

using Exceptions = std::map<Date, std::optional<OpeningHours>>;

std::array<std::optional<OpeningHours>, 7> weekly_hours(RuleTable week) {
  static constexpr std::array days{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  std::array<std::optional<OpeningHours>, 7> weekly;
  for (std::size_t day = 0; day < days.size(); ++day) weekly[day] = week.hours(days[day]);
  week.end();
  return weekly;
}

void add(Exceptions& exceptions, RuleTable const& entry, Date day, std::optional<OpeningHours> hours) {
  if (!exceptions.emplace(day, hours).second) entry.refuse("date", fmt::format("{} is in this calendar twice; take one of the two out", to_text(day)));
}

/// The names are there for the people who keep the file, so a nameless day is refused although nothing is made of the name.
Exceptions exceptional_days(RuleTable& file) {
  Exceptions exceptions;
  for (auto& holiday : file.tables("holidays")) {
    add(exceptions, holiday, holiday.date("date"), std::nullopt);
    std::ignore = holiday.text("name");
    holiday.end();
  }
  for (auto& changed : file.tables("changed_days")) {
    add(exceptions, changed, changed.date("date"), changed.hours("hours"));
    std::ignore = changed.text("name");
    changed.end();
  }
  return exceptions;
}

}  // namespace

WorkingCalendar load_calendar(std::filesystem::path const& path) {
  RuleTable file(path);
  auto name = file.name_of_file("name");
  auto zone = file.text("zone");
  auto const weekly = weekly_hours(file.table("weekly"));
  auto exceptions = exceptional_days(file);
  file.end();
  try {
    return {std::move(name), std::move(zone), weekly, std::move(exceptions)};
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
