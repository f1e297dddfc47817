// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/deadline_watch.hpp"

#include <spdlog/spdlog.h>

namespace redress::runtime {
namespace {

constexpr std::chrono::seconds pause_after_fault{5};

/// Repeating a firing, after a crash between its commit and its answer, changes nothing.
std::string key_of(Reference const& reference, std::string_view command, std::string_view subject, Time at) {
  return "clock:" + reference.value + ":" + std::string(command) + ":" + std::string(subject) + ":" + to_text(at);
}

}  // namespace

DeadlineWatch::DeadlineWatch(Engine& engine) : engine_(engine) {
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

void DeadlineWatch::load() {
  for (auto const& open : engine_.store().open_deadlines()) add(open.reference, open.row);
}

void DeadlineWatch::add(Reference const& reference, DeadlineRow const& row) {
  if (row.state != DeadlineState::Running) return;
  std::lock_guard const lock(mutex_);
  if (!row.warned) heap_.push({row.warn_at, row.warn_at, Moment::Warn, reference, row.name, row.promise});
  heap_.push({row.due_at, row.due_at, Moment::Due, reference, row.name, row.promise});
}

std::optional<Time> DeadlineWatch::next() {
  std::lock_guard const lock(mutex_);
  return heap_.empty() ? std::nullopt : std::optional(heap_.top().at);
}

std::optional<DeadlineWatch::Entry> DeadlineWatch::take_due(Time now) {
  std::lock_guard const lock(mutex_);
  if (heap_.empty() || heap_.top().at > now) return std::nullopt;
  auto entry = heap_.top();
  heap_.pop();
  return entry;
}

std::size_t DeadlineWatch::fire_due() {
  std::size_t fired = 0;
  auto const now = engine_.clock().now();
  while (auto const entry = take_due(now))
    if (fire(*entry)) ++fired;
  return fired;
}

bool DeadlineWatch::fire(Entry const& entry) {
  try {
    return give(entry);
  } catch (ports::StoreFault const& fault) {
    spdlog::warn("a deadline of {} could not fire now: {}", entry.reference.value, fault.what());
  }
  auto later = entry;
  later.at = engine_.clock().now() + pause_after_fault;
  std::lock_guard const lock(mutex_);
  heap_.push(std::move(later));
  return false;
}

bool DeadlineWatch::give(Entry const& entry) {
  // The heap may hold a deadline that was met, moved or warned of since: what is on record decides.
  auto const complaint = engine_.store().load(entry.reference);
  auto const* deadline = complaint ? find_deadline(*complaint, entry.name, entry.promise) : nullptr;
  if (deadline == nullptr || deadline->state != DeadlineState::Running) return false;
  bool const is_warning = entry.moment == Moment::Warn;
  if (is_warning ? deadline->warned || deadline->warn_at != entry.due : deadline->due_at != entry.due) return false;
  CommandEnvelope envelope{entry.reference, {}, {ActorKind::Clock, {}, "clock"}, std::nullopt, {}, {}, {}};
  std::optional<PromiseId> const promise = entry.promise.empty() ? std::nullopt : std::optional(entry.promise);
  if (is_warning)
    envelope.command = DeadlineWarned{entry.name, promise};
  else if (promise)
    envelope.command = PromiseMissed{*promise};
  else
    envelope.command = DeadlinePassed{entry.name};
  envelope.idempotency_key = key_of(entry.reference, name_of(envelope.command), promise ? promise->value : entry.name.value, entry.due);
  auto const outcome = engine_.handle(std::move(envelope));
  auto const* fault = std::get_if<Fault>(&outcome);
  if (fault != nullptr && fault->kind != FaultKind::Incident) throw ports::StoreFault(ports::StoreFaultKind::Unavailable, fault->what);
  return std::holds_alternative<Answer>(outcome);
}

}  // namespace redress::runtime
