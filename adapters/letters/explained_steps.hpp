// SPDX-License-Identifier: Apache-2.0
#pragma once

// The steps of a deadline as sentences of one language. Nothing is computed here but how to say what the steps hold.

#include "adapters/letters/deadline_texts.hpp"
#include "engine/domain/deadline.hpp"
#include "engine/domain/working_calendar.hpp"

#include <string>
#include <vector>

namespace redress::letters {

/// What a step is said with.
struct Wording {
  DeadlineTexts const& texts;
  WorkingCalendar const& calendar;
  Language language;
};

/// A sentence for each step.
[[nodiscard]] std::vector<std::string> explained(std::vector<Because> const& because, Wording const& wording);

/// A moment in short, with its year; midnight is 24:00 of the day that ends.
[[nodiscard]] std::string short_moment(Time at, Wording const& wording);

}  // namespace redress::letters
