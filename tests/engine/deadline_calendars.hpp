// SPDX-License-Identifier: Apache-2.0
#pragma once

// Calendars small enough to count on one's fingers, and anything at random, for the tests of deadlines.

#include <cstdint>
#include <random>
#include <string>

#include "engine/domain/deadline.hpp"

namespace redress {

using namespace std::chrono_literals;

inline constexpr OpeningHours office{9h, 17h};

/// Monday to Friday from 9 to 17. Off: 3 and 6 April, 24, 25 and 31 December 2026, 1 January 2027. Saturday 11 April 2026 is worked from 10 to 14.
inline WorkingCalendar riga() {
  return {"riga",
          "Europe/Riga",
          {office, office, office, office, office, std::nullopt, std::nullopt},
          {{2026y / 4 / 3, std::nullopt},
           {2026y / 4 / 6, std::nullopt},
           {2026y / 12 / 24, std::nullopt},
           {2026y / 12 / 25, std::nullopt},
           {2026y / 12 / 31, std::nullopt},
           {2027y / 1 / 1, std::nullopt},
           {2026y / 4 / 11, OpeningHours{10h, 14h}}}};
}

/// From 9 to 13 and from 14 to 17, Friday until 13 only; days off are known until the end of 2026; off: 3 and 6 April 2026.
inline WorkingCalendar with_breaks() {
  DayHours const usual{{9h, 13h}, {14h, 17h}};
  CalendarDefinition definition;
  definition.name = "with-breaks";
  definition.zone = "Europe/Riga";
  for (auto const language : all_languages) definition.title[language] = "with breaks";
  definition.weekly = {usual, usual, usual, usual, DayHours{{9h, 13h}}, {}, {}};
  definition.special_days = {{2026y / 4 / 3, {}}, {2026y / 4 / 6, {}}};
  definition.proclaimed_until = 2026y / 12 / 31;
  return WorkingCalendar{definition};
}

inline WorkingCalendar always() {
  OpeningHours const day{0h, 24h};
  return {"always", "UTC", {day, day, day, day, day, day, day}, {}};
}

inline Time at(char const* text) {
  return parse_time(text).value();
}

/// Any moment of three years, any unit, a length up to `longest`, any way of counting.
class Anything {
 public:
  explicit Anything(unsigned seed) : random_(seed) {}
  std::int64_t number(std::int64_t least, std::int64_t most) { return std::uniform_int_distribution{least, most}(random_); }
  Time moment() { return at("2025-06-01T00:00:00Z") + std::chrono::minutes{number(0, 60 * 24 * 365 * 3)}; }
  template <Named E>
  E any() {
    return static_cast<E>(number(0, static_cast<std::int64_t>(count_of<E>) - 1));
  }
  Period period(std::int64_t longest) { return {number(0, longest), any<Unit>()}; }
  CountingRule rule(std::int64_t longest) { return {period(longest), any<StartsFrom>(), any<DayOfStart>(), any<EndsAt>(), any<OnDayOff>()}; }

 private:
  std::mt19937_64 random_;
};

}  // namespace redress
