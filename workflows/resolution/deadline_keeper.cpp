// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/deadline_keeper.hpp"

#include <algorithm>

namespace redress::workflows::deadlines {
namespace {

/// How long before a promise falls due, or we stop waiting for information, its owner is warned: half a working day, as in the standard profile.
constexpr Period own_warning{4, Unit::WorkingHours};

std::optional<PromiseId> given(PromiseId const& promise) {
  return promise.empty() ? std::nullopt : std::optional(promise);
}

bool is_same(Deadline const& deadline, DeadlineName const& name, std::optional<PromiseId> const& promise) {
  return deadline.name == name && given(deadline.promise) == promise;
}

/// As this turn has already left it, but for its dates.
Deadline by_now(Turn const& turn, Deadline deadline) {
  for (auto const& event : turn.decision.events) {
    if (auto const* set = std::get_if<DeadlineSet>(&event); set != nullptr && is_same(deadline, set->deadline, set->promise)) {
      deadline.state = DeadlineState::Running;
      deadline.settled = false;
    }
    if (auto const* moved = std::get_if<DeadlineMoved>(&event); moved != nullptr && is_same(deadline, moved->deadline, moved->promise))
      move_to(deadline, moved->state);
  }
  return deadline;
}

/// Whether it runs or stands still.
bool is_alive(Turn const& turn, Deadline const& deadline) {
  auto const state = by_now(turn, deadline).state;
  return state == DeadlineState::Running || state == DeadlineState::Paused;
}

/// A warning that would come before half of the time has gone by is none: short deadlines are warned of at half time.
Time warning_of(Turn const& turn, Time due_at, Period warn_before, WorkingCalendar const& calendar) {
  auto const half_time = turn.at.now + std::max(Duration{0}, due_at - turn.at.now) / 2;
  return std::min(due_at, std::max(half_time, before(due_at, warn_before, calendar)));
}

void set_own(Turn& turn, DeadlineName const& name, Due due, PromiseId const& promise = {}) {
  auto const warn_at = warning_of(turn, due.at, own_warning, turn.at.calendar);
  turn.record(DeadlineSet{name, std::nullopt, given(promise), due.at, warn_at, std::move(due.because)});
}

void set(Turn& turn, DeadlineRule const& rule, Due due) {
  auto const warn_at = warning_of(turn, due.at, rule.warn_before, turn.at.regime_calendar);
  turn.record(DeadlineSet{rule.name, rule.start, std::nullopt, due.at, warn_at, std::move(due.because)});
}

void start(Turn& turn, DeadlineRule const& rule, Time at) {
  set(turn, rule, due_after(at, rule.counting, turn.at.regime_calendar));
}

/// One that has passed is settled by this, as long as it is owed; it cannot pass twice.
void end(Turn& turn, DeadlineName const& name, PromiseId const& promise, DeadlineState state) {
  auto const* deadline = find_deadline(turn.complaint(), name, promise);
  if (deadline == nullptr) return;
  bool const settles = state != DeadlineState::Passed && is_owed(by_now(turn, *deadline));
  if (settles || is_alive(turn, *deadline)) turn.record(DeadlineMoved{name, given(promise), state});
}

bool stands_still_while_waiting(Turn const& turn, Deadline const& deadline) {
  auto const* rule = rule_of(turn.at, deadline);
  return rule != nullptr && rule->while_waiting == WhileWaiting::StandsStill;
}

}  // namespace

void start_with(Turn& turn, ComplaintReceived const& received) {
  for (auto const& rule : turn.at.profile.deadlines)
    if (rule.start == Milestone::Received && rule.applies_to(received.channel)) start(turn, rule, received.received_at);
}

void reach(Turn& turn, Milestone milestone) {
  for (auto const& deadline : turn.complaint().deadlines) {
    auto const* rule = rule_of(turn.at, deadline);
    if (rule != nullptr && rule->met_by == milestone) meet(turn, deadline.name);
  }
  for (auto const& rule : turn.at.profile.deadlines) {
    if (rule.start != milestone || !rule.applies_to(turn.complaint().received.channel)) continue;
    auto const* known = find_deadline(turn.complaint(), rule.name);
    if (known == nullptr || !is_alive(turn, *known)) start(turn, rule, turn.at.now);
  }
}

void take_back(Turn& turn, Milestone milestone) {
  for (auto const& deadline : turn.complaint().deadlines) {
    auto const* rule = rule_of(turn.at, deadline);
    if (rule != nullptr && rule->met_by == milestone && !is_alive(turn, deadline)) start(turn, *rule, turn.at.now);
  }
}

void meet(Turn& turn, DeadlineName const& name, PromiseId const& promise) {
  end(turn, name, promise, DeadlineState::Met);
}

void pass(Turn& turn, DeadlineName const& name, PromiseId const& promise) {
  end(turn, name, promise, DeadlineState::Passed);
}

void cancel_all(Turn& turn) {
  for (auto const& deadline : turn.complaint().deadlines) end(turn, deadline.name, deadline.promise, DeadlineState::Cancelled);
}

void watch_promise(Turn& turn, PromiseId const& promise, Date by) {
  auto const& calendar = turn.at.calendar;
  auto const hours = calendar.hours_on(by);
  auto const closing = calendar.moment(by, hours ? hours->until : std::chrono::minutes{24 * 60});
  set_own(turn, deadline_names::promise,
          {closing,
           {{BecauseStep::Promised, calendar.moment(by, std::chrono::minutes{0}), {}, 0, {}, calendar.name()},
            {BecauseStep::EndsAt, closing, {}, 0, {}, calendar.name()}}},
          promise);
}

void cancel_promise(Turn& turn, PromiseId const& promise) {
  end(turn, deadline_names::promise, promise, DeadlineState::Cancelled);
}

void pause(Turn& turn) {
  for (auto const& deadline : turn.complaint().deadlines)
    if (deadline.state == DeadlineState::Running && stands_still_while_waiting(turn, deadline))
      turn.record(DeadlineMoved{deadline.name, std::nullopt, DeadlineState::Paused});
  set_own(turn, deadline_names::information, due_after(turn.at.now, turn.at.profile.information_within, turn.at.calendar));
}

void resume(Turn& turn) {
  auto const since = turn.complaint().waiting_since.value_or(turn.at.now);
  for (auto const& deadline : turn.complaint().deadlines) {
    auto const* rule = rule_of(turn.at, deadline);
    if (rule == nullptr || deadline.state != DeadlineState::Paused) continue;
    set(turn, *rule, after_pause({deadline.due_at, deadline.because}, rule->counting, since, turn.at.now, turn.at.regime_calendar));
  }
}

void cancel_information(Turn& turn) {
  end(turn, deadline_names::information, {}, DeadlineState::Cancelled);
}

void extend(Turn& turn, Deadline const& deadline, Period by) {
  auto const* rule = rule_of(turn.at, deadline);
  if (rule == nullptr) return;
  set(turn, *rule, after_extension({deadline.due_at, deadline.because}, rule->counting, by, turn.at.now, turn.at.regime_calendar));
}

}  // namespace redress::workflows::deadlines
