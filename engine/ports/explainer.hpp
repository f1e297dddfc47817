// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the reasons of a deadline become sentences. An explanation is a pure function of the steps, the calendar and the texts loaded at start: it counts
// nothing anew, so every number in it is one that was decided by.

#include <string>
#include <vector>

#include "engine/domain/deadline.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/profile.hpp"
#include "engine/domain/time.hpp"
#include "engine/domain/working_calendar.hpp"

namespace redress::ports {

class Explainer {
 public:
  virtual ~Explainer() = default;

  /// A sentence for each step, in order, with dates and times in the calendar's zone. They are read one after the other: an end that a later step has moved
  /// is told as one that would have been, and a year is not said again while it lasts.
  [[nodiscard]] virtual std::vector<std::string> sentences(std::vector<Because> const& because, WorkingCalendar const& calendar, Language language) const = 0;

  /// What people call the deadline, "final response": as the profile's own title, or the house's for its own two; the bare name when neither has one.
  [[nodiscard]] virtual std::string title(DeadlineName const& name, Profile const* profile, Language language) const = 0;

  /// When a deadline falls, in short: "Fri 17 Apr 2026, 17:00". Midnight is 24:00 of the day that ends.
  [[nodiscard]] virtual std::string moment(Time due, WorkingCalendar const& calendar, Language language) const = 0;
};

}  // namespace redress::ports
