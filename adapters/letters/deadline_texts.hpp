// SPDX-License-Identifier: Apache-2.0
#pragma once

// The texts by which one language explains deadlines, templates/*/deadlines.toml, read strictly: every sentence is there, says what it cannot do without and
// names nothing that it cannot have. How a language inflects its days is its own affair: it declares their forms, and its sentences use them.

#include "adapters/letters/text_pattern.hpp"
#include "engine/domain/deadline.hpp"
#include "engine/domain/language.hpp"

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace redress::letters {

/// A step may be told in more than one way: a sentence for each.
enum class Telling {
  Moment,
  Started,
  Opened,
  Counted,
  CountedInCalendar,
  FirstDay,
  FirstHour,
  DayOff,
  DaysOff,
  ExtraDay,
  Moved,
  Ends,
  EndsAtMidnight,
  WouldEnd,
  WouldEndAtMidnight,
  Paused,
  PausedWorking,
  Extended,
  Promised,
  Provisional,
};

constexpr auto names_of(Telling) {
  return std::array<std::string_view, 20>{
      "moment", "started", "opened",           "counted",   "counted_in_calendar",   "first_day", "first_hour",     "day_off",  "days_off", "extra_day",
      "moved",  "ends",    "ends_at_midnight", "would_end", "would_end_at_midnight", "paused",    "paused_working", "extended", "promised", "provisional"};
}

/// A grammatical form of a day: "piektdien, 3. aprīlī".
struct DayForm {
  std::vector<std::string> weekdays;  ///< Monday first
  std::vector<std::string> months;
};

struct DeadlineTexts {
  std::string promise;      ///< the title of the deadline of a promise
  std::string information;  ///< and of the one that waits for the complainant
  TextPattern day;          ///< "Fri 3 Apr"
  TextPattern day_of_year;  ///< "Fri 3 Apr 2026"
  TextPattern clock;
  std::map<std::string, DayForm> forms;
  std::map<Unit, TextPattern> count;  ///< an amount that is: "1 week"
  std::map<Unit, TextPattern> by;     ///< an amount by which something moves: "на 1 неделю"
  TextPattern span_days;
  TextPattern span_hours;
  TextPattern span_minutes;
  std::map<Telling, TextPattern> sentences;
};

/// Reads DIRECTORY/LANGUAGE/deadlines.toml. Throws ports::LetterFault with the file and what is wrong in it.
[[nodiscard]] DeadlineTexts read_deadline_texts(std::filesystem::path const& directory, Language language);

}  // namespace redress::letters
