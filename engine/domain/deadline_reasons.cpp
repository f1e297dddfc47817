// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/deadline_reasons.hpp"

#include <utility>

namespace redress {
namespace {

/// What a computation has without days off, and a few of those: one allocation for nearly all.
constexpr std::size_t usual_steps = 8;

bool is_of_work(Unit unit) {
  return unit == Unit::WorkingHours || unit == Unit::WorkingDays;
}

}  // namespace

void Way::nobody_works_on(Date day) {
  if (!calendar_.is_day_off(day)) return;
  if (!std::exchange(is_among_days_off_, true)) days_off_.push_back({day, day, 0});
  days_off_.back().last = day;
  ++days_off_.back().working_days;
}

void Way::people_work_on(Date day) {
  is_among_days_off_ = false;
  if (calendar_.is_extra_day(day)) extra_days_.push_back(day);
}

void Way::people_work_on(Date day, Time from) {
  if (!first_) first_ = from;
  people_work_on(day);
}

Reasons::Reasons(WorkingCalendar const& calendar, std::vector<Because> so_far) : calendar_(calendar), steps_(std::move(so_far)) {
  steps_.reserve(steps_.size() + usual_steps);
}

void Reasons::started(Time at) {
  steps_.push_back({BecauseStep::Started, at, std::nullopt, 0, {}, {}});
}

void Reasons::opened(Time at) {
  steps_.push_back({BecauseStep::Opened, at, std::nullopt, 0, {}, calendar_.name()});
}

void Reasons::counted(Time from, Period period) {
  steps_.push_back({BecauseStep::Counted, from, std::nullopt, period.amount, std::string{name_of(period.unit)}, calendar_of(period.unit)});
}

void Reasons::went(Way const& way, Unit unit) {
  if (way.first()) steps_.push_back({BecauseStep::FirstDay, *way.first(), std::nullopt, 0, std::string{name_of(unit)}, calendar_.name()});
  for (auto const& off : way.days_off())
    steps_.push_back(
        {BecauseStep::DaysOff, start_of(off.first), start_of(off.last), off.working_days, std::string{name_of(Unit::WorkingDays)}, calendar_.name()});
  for (auto const& day : way.extra_days()) steps_.push_back({BecauseStep::ExtraDay, start_of(day), std::nullopt, 0, {}, calendar_.name()});
}

void Reasons::moved(Date last, Date to) {
  steps_.push_back({BecauseStep::Moved, start_of(last), start_of(to), 0, {}, calendar_.name()});
}

void Reasons::ends_at(Time at) {
  steps_.push_back({BecauseStep::EndsAt, at, std::nullopt, 0, {}, calendar_.name()});
}

void Reasons::paused(Time from, Time until, std::chrono::minutes amount, Unit unit) {
  steps_.push_back({BecauseStep::Paused, from, until, amount.count(), is_of_work(unit) ? "working-minutes" : "minutes", calendar_of(unit)});
}

void Reasons::extended(Time agreed_at, Period by) {
  steps_.push_back({BecauseStep::Extended, agreed_at, std::nullopt, by.amount, std::string{name_of(by.unit)}, calendar_of(by.unit)});
}

void Reasons::provisional(Date known_until) {
  steps_.push_back({BecauseStep::Provisional, start_of(known_until), std::nullopt, 0, {}, calendar_.name()});
}

std::string Reasons::calendar_of(Unit unit) const {
  return is_of_work(unit) ? calendar_.name() : std::string{};
}

}  // namespace redress
