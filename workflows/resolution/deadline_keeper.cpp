// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/deadline_keeper.hpp"

#include <algorithm>

namespace redress::workflows::deadlines {
namespace {

std::optional<PromiseId> given(PromiseId const& promise) {
  return promise.empty() ? std::nullopt : std::optional(promise);
}

bool is_alive(Deadline const& deadline) {
  return deadline.state == DeadlineState::Running || deadline.state == DeadlineState::Paused;
}

/// A warning that would come before half of the time has gone by is none: short deadlines are warned of at half time.
Time warning_of(Turn const& turn, Time due_at) {
  auto const half_time = turn.at.now + std::max(Duration{0}, due_at - turn.at.now) / 2;
  return std::min(due_at, std::max(half_time, before(due_at, turn.at.profile.warn_before, turn.at.calendar)));
}

void set(Turn& turn, DeadlineName name, Due due, PromiseId const& promise = {}) {
  auto const warn_at = warning_of(turn, due.at);
  turn.record(DeadlineSet{name, given(promise), due.at, warn_at, std::move(due.because)});
}

void end(Turn& turn, DeadlineName name, PromiseId const& promise, DeadlineState state) {
  auto const* deadline = find_deadline(turn.complaint(), name, promise);
  if (deadline != nullptr && is_alive(*deadline)) turn.record(DeadlineMoved{name, given(promise), state});
}

bool belongs_to_response(Deadline const& deadline) {
  return deadline.name == DeadlineName::Talk || deadline.name == DeadlineName::FinalResponse;
}

}  // namespace

void start_response_clocks(Turn& turn, ComplaintReceived const& received) {
  auto const& [profile, calendar] = std::tie(turn.at.profile, turn.at.calendar);
  set(turn, DeadlineName::Acknowledgement, due_after(received.received_at, profile.acknowledge_within(received.channel), calendar));
  set(turn, DeadlineName::Talk, due_after(received.received_at, profile.talk, calendar));
  set(turn, DeadlineName::FinalResponse, due_after(received.received_at, profile.final_response, calendar));
}

void restart_final_response(Turn& turn) {
  set(turn, DeadlineName::FinalResponse, due_after(turn.at.now, turn.at.profile.final_response, turn.at.calendar));
}

void meet(Turn& turn, DeadlineName name, PromiseId const& promise) {
  end(turn, name, promise, DeadlineState::Met);
}

void pass(Turn& turn, DeadlineName name, PromiseId const& promise) {
  end(turn, name, promise, DeadlineState::Passed);
}

void cancel_all(Turn& turn) {
  for (auto const& deadline : turn.complaint().deadlines)
    if (is_alive(deadline)) turn.record(DeadlineMoved{deadline.name, given(deadline.promise), DeadlineState::Cancelled});
}

void watch_promise(Turn& turn, PromiseId const& promise, Date by) {
  auto const& calendar = turn.at.calendar;
  auto const hours = calendar.hours_on(by);
  auto const closing = calendar.moment(by, hours ? hours->until : std::chrono::minutes{24 * 60});
  set(turn, DeadlineName::Promise,
      {closing,
       {{BecauseStep::Promised, calendar.moment(by, std::chrono::minutes{0}), 0, {}, calendar.name()}, {BecauseStep::EndsAt, closing, 0, {}, calendar.name()}}},
      promise);
}

void cancel_promise(Turn& turn, PromiseId const& promise) {
  end(turn, DeadlineName::Promise, promise, DeadlineState::Cancelled);
}

void pause_response(Turn& turn) {
  for (auto const& deadline : turn.complaint().deadlines)
    if (belongs_to_response(deadline) && deadline.state == DeadlineState::Running)
      turn.record(DeadlineMoved{deadline.name, std::nullopt, DeadlineState::Paused});
  set(turn, DeadlineName::Information, due_after(turn.at.now, turn.at.profile.information_within, turn.at.calendar));
}

void resume_response(Turn& turn) {
  auto const since = turn.complaint().waiting_since.value_or(turn.at.now);
  for (auto const& deadline : turn.complaint().deadlines)
    if (belongs_to_response(deadline) && deadline.state == DeadlineState::Paused)
      set(turn, deadline.name, after_pause({deadline.due_at, deadline.because}, since, turn.at.now));
}

void cancel_information(Turn& turn) {
  end(turn, DeadlineName::Information, {}, DeadlineState::Cancelled);
}

void extend_final_response(Turn& turn, Period by) {
  auto const* deadline = find_deadline(turn.complaint(), DeadlineName::FinalResponse);
  if (deadline == nullptr) return;
  auto due = due_after(deadline->due_at, by, turn.at.calendar);
  auto because = deadline->because;
  because.push_back({BecauseStep::Extended, deadline->due_at, by.amount, std::string(name_of(by.unit)), turn.at.calendar.name()});
  because.push_back({BecauseStep::EndsAt, due.at, 0, {}, turn.at.calendar.name()});
  set(turn, DeadlineName::FinalResponse, {due.at, std::move(because)});
}

}  // namespace redress::workflows::deadlines
