// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/deadline_watch.hpp"

#include <algorithm>
#include <iterator>

#include <spdlog/spdlog.h>

namespace redress::runtime {
namespace {

constexpr std::chrono::seconds pause_after_fault{5};
/// Deadlines end together, at the close of a day, and come up together after a downtime; they are fired in a few transactions.
constexpr std::size_t fired_at_once = 256;

/// Repeating a firing, after a crash between its commit and its answer, changes nothing.
std::string key_of(Reference const& reference, std::string_view command, std::string_view subject, Time at) {
  return "clock:" + reference.value + ":" + std::string(command) + ":" + std::string(subject) + ":" + to_text(at);
}

ports::DeadlinePlace place_of(ports::OpenDeadline const& open) {
  return {next_at(open.row), open.complaint, open.row.name, open.row.promise};
}

}  // namespace

DeadlineWatch::DeadlineWatch(Engine& engine, std::size_t window) : engine_(engine), most_(std::max<std::size_t>(window, 1)) {
  engine_.on_committed([this](std::vector<Committed> const& all) {
    bool any = false;
    for (auto const& one : all)
      for (auto const& row : one.deadlines) {
        add(one.answer.reference, row);
        any = true;
      }
    if (any && changed_) changed_();
  });
}

DeadlineWatch::Entry DeadlineWatch::entry_of(Reference const& reference, DeadlineRow const& row) {
  auto const at = next_at(row);
  return {at, row.warned ? Moment::Due : Moment::Warn, reference, row.name, row.promise, at, row.due_at};
}

void DeadlineWatch::load() {
  refill();
}

void DeadlineWatch::refill() {
  std::optional<ports::DeadlinePlace> after;
  {
    std::lock_guard const lock(mutex_);
    if (!end_) return;
    after = end_;
    refilling_ = true;
  }
  std::vector<ports::OpenDeadline> next;
  try {
    next = engine_.store().next_deadlines(*after, static_cast<std::int64_t>(most_));
  } catch (...) {
    std::lock_guard const lock(mutex_);
    end_refill();
    throw;
  }
  std::lock_guard const lock(mutex_);
  for (auto const& open : next) window_.insert(entry_of(open.reference, open.row));
  end_ = next.size() < most_ ? std::nullopt : std::optional(place_of(next.back()));
  end_refill();
}

/// What lies behind the end, and was kept only while the store was asked, will be told by the store.
void DeadlineWatch::end_refill() {
  refilling_ = false;
  if (end_) std::erase_if(window_, [&](Entry const& entry) { return entry.at > end_->at; });
  shorten_window();
}

void DeadlineWatch::add(Reference const& reference, DeadlineRow const& row) {
  if (row.state != DeadlineState::Running) return;
  std::lock_guard const lock(mutex_);
  if (end_ && !refilling_ && next_at(row) > end_->at) return;
  window_.insert(entry_of(reference, row));
  if (!refilling_) shorten_window();
}

/// The window ends before the first that is left out. Those of the same moment that stay are told twice, and are the same.
void DeadlineWatch::shorten_window() {
  if (window_.size() <= 2 * most_) return;
  auto const left_out = std::next(window_.begin(), static_cast<std::ptrdiff_t>(most_));
  end_ = ports::DeadlinePlace{left_out->at, {}, {}, {}};
  window_.erase(left_out, window_.end());
}

std::size_t DeadlineWatch::held() {
  std::lock_guard const lock(mutex_);
  return window_.size() + apart_.size();
}

std::optional<Time> DeadlineWatch::next() {
  std::lock_guard const lock(mutex_);
  std::optional<Time> next;
  auto const consider = [&](Time at) { next = std::min(next.value_or(Time::max()), at); };
  if (!window_.empty()) consider(window_.begin()->at);
  if (!apart_.empty()) consider(apart_.begin()->at);
  if (end_) consider(end_->at);
  return next;
}

/// Whether nothing that comes up by now and is only in the store could come before what is in memory.
bool DeadlineWatch::holds_next(Time now) {
  std::lock_guard const lock(mutex_);
  return !end_ || end_->at > now || (!window_.empty() && window_.begin()->at <= end_->at);
}

/// What comes up first, as much as one batch carries; but nothing later than what the firing of these brings up, so that all fire in their order.
std::vector<DeadlineWatch::Entry> DeadlineWatch::take_due(Time now) {
  while (!holds_next(now)) refill();
  std::lock_guard const lock(mutex_);
  std::vector<Entry> due;
  auto last = end_ ? std::min(now, end_->at) : now;
  while (due.size() < fired_at_once) {
    auto& first = window_.empty() || (!apart_.empty() && *apart_.begin() < *window_.begin()) ? apart_ : window_;
    if (first.empty() || first.begin()->at > last) break;
    auto& taken = due.emplace_back(std::move(first.extract(first.begin()).value()));
    if (taken.moment == Moment::Warn) last = std::min(last, taken.ends);
  }
  return due;
}

std::size_t DeadlineWatch::fire_due() {
  std::size_t fired = 0;
  auto const now = engine_.clock().now();
  for (auto due = take_due(now); !due.empty(); due = take_due(now)) fired += fire(due);
  return fired;
}

std::size_t DeadlineWatch::fire(std::span<Entry const> due) {
  std::vector<std::optional<Time>> on_record(due.size());
  std::vector<CommandEnvelope> envelopes;
  envelopes.reserve(due.size());
  for (std::size_t i = 0; i < due.size(); ++i) envelopes.push_back(envelope_of(due[i], on_record[i]));
  auto const outcomes = engine_.handle_all(std::move(envelopes));
  std::size_t fired = 0;
  for (std::size_t i = 0; i < due.size(); ++i) {
    if (auto const* fault = std::get_if<Fault>(&outcomes[i]); fault != nullptr && fault->kind != FaultKind::Incident)
      try_later(due[i], *fault);
    else if (std::holds_alternative<Answer>(outcomes[i]))
      ++fired;
    else if (on_record[i] && due[i].moment == Moment::Warn)
      watch_end_of(due[i], *on_record[i]);
  }
  return fired;
}

void DeadlineWatch::try_later(Entry entry, Fault const& fault) {
  spdlog::warn("a deadline of {} could not fire now: {}", entry.reference.value, fault.what);
  entry.at = engine_.clock().now() + pause_after_fault;
  std::lock_guard const lock(mutex_);
  apart_.insert(std::move(entry));
}

CommandEnvelope DeadlineWatch::envelope_of(Entry const& entry, std::optional<Time>& on_record) {
  CommandEnvelope envelope{entry.reference, command_of(entry), {ActorKind::Clock, {}, "clock"}, std::nullopt, {}, {}, {}};
  envelope.idempotency_key = key_of(entry.reference, name_of(envelope.command), entry.promise.empty() ? entry.name.value : entry.promise.value, entry.due);
  envelope.only_if = [&](Complaint const& complaint) { return (on_record = due_on_record(complaint, entry)).has_value(); };
  return envelope;
}

Command DeadlineWatch::command_of(Entry const& entry) {
  std::optional<PromiseId> const promise = entry.promise.empty() ? std::nullopt : std::optional(entry.promise);
  if (entry.moment == Moment::Warn) return DeadlineWarned{entry.name, promise};
  if (promise) return PromiseMissed{*promise};
  return DeadlinePassed{entry.name};
}

/// What is held may have been met, moved or warned of since, also by a firing whose answer was lost: what is on record decides, and is watched instead.
/// Answers when the deadline is due; empty when the entry no longer stands.
std::optional<Time> DeadlineWatch::due_on_record(Complaint const& complaint, Entry const& entry) {
  auto const* deadline = find_deadline(complaint, entry.name, entry.promise);
  if (deadline == nullptr || deadline->state != DeadlineState::Running) return std::nullopt;
  bool const stands = entry.moment == Moment::Warn ? !deadline->warned && deadline->warn_at == entry.due : deadline->due_at == entry.due;
  if (stands) return deadline->due_at;
  add(entry.reference, {deadline->name, deadline->promise, deadline->due_at, deadline->warn_at, deadline->state, deadline->warned});
  return std::nullopt;
}

/// For a warning that is left out: the record will go on saying that it is still to come.
void DeadlineWatch::watch_end_of(Entry const& entry, Time due_at) {
  std::lock_guard const lock(mutex_);
  apart_.insert({due_at, Moment::Due, entry.reference, entry.name, entry.promise, due_at, due_at});
}

}  // namespace redress::runtime
