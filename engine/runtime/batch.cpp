// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/batch.hpp"

#include <algorithm>
#include <expected>
#include <string_view>
#include <typeinfo>

#include <spdlog/spdlog.h>

#include "engine/domain/ensure.hpp"

namespace redress::runtime {
namespace {

Refusal stale(std::int64_t current) {
  auto refusal = refused(Reason::StaleVersion);
  refusal.current_version = current;
  return refusal;
}

bool concerns_deadlines(Answer const& answer) {
  return std::ranges::any_of(answer.events, [](std::string const& event) { return event.starts_with("deadline-"); });
}

Outcome repeated(ports::RememberedAnswer earlier, CommandEnvelope const& envelope) {
  if (earlier.command_digest != envelope.command_digest) return refused(Reason::KeyUsedForAnotherCommand);
  return std::move(earlier.answer);
}

}  // namespace

std::string safe_text(std::exception const& mistake) {
  bool const is_ours = dynamic_cast<BrokenInvariant const*>(&mistake) != nullptr || dynamic_cast<ports::LetterFault const*>(&mistake) != nullptr;
  return is_ours ? mistake.what() : typeid(mistake).name();
}

Fault incident(CommandEnvelope const& envelope, std::exception const& mistake) {
  auto const what = safe_text(mistake);
  spdlog::error("incident: {} on {} failed: {}", name_of(envelope.command), envelope.reference.value, what);
  return {FaultKind::Incident, what};
}

void Batch::decide(CommandEnvelope const& envelope) {
  outcomes.push_back(outcome_of(envelope));
}

void Batch::commit(ports::Store& store, std::span<Batch* const> all) {
  if (std::ranges::any_of(all, &Batch::changes_something)) {
    auto const transaction = store.begin();
    for (auto const* batch : all)
      for (auto const& step : batch->steps_) transaction->write(step);
    for (auto* batch : all) batch->commit_was_tried_ = true;
    transaction->commit();
  }
  for (auto* batch : all) batch->put_back();
}

void Batch::put_back() {
  std::vector<std::unique_ptr<Known>> stands;
  stands.reserve(complaints_.size());
  for (auto& [reference, known] : complaints_) stands.push_back(std::move(known));
  bench_.shelf.put(std::move(stands));
  bench_.shelf.end_loans(std::exchange(lent_, {}));
}

std::vector<Committed> Batch::committed() const {
  std::vector<Committed> all;
  all.reserve(changed_.size());
  for (std::size_t i = 0; i < changed_.size(); ++i) {
    auto const& [place, deadlines] = changed_[i];
    all.push_back({std::get<Answer>(outcomes[place]), deadlines, steps_[i].outbox.size()});
  }
  return all;
}

Outcome Batch::outcome_of(CommandEnvelope const& envelope) {
  auto* known = complaint_of(envelope);
  if (known != nullptr && envelope.only_if && !envelope.only_if(known->complaint)) return refused(Reason::DeadlineNotRunning);
  if (auto earlier = remembered(envelope.idempotency_key)) return repeated(std::move(*earlier), envelope);
  if (known == nullptr) return refused(Reason::UnknownComplaint);
  if (envelope.expected_version && *envelope.expected_version != known->complaint.version) return stale(known->complaint.version);
  return decide_on(*known, envelope);
}

/// The complaint is with this batch before it is asked: so what another batch answered on it is remembered by now.
std::optional<ports::RememberedAnswer> Batch::remembered(std::string const& key) {
  if (key.empty()) return std::nullopt;
  auto const here = step_of_key_.find(key);
  if (here == step_of_key_.end()) return bench_.store.remembered(key);
  auto const& step = steps_[here->second];
  return ports::RememberedAnswer{step.command_digest, step.answer};
}

/// The complaint as this batch sees it; a blank one for a command that starts one; nullptr when there is none.
Known* Batch::complaint_of(CommandEnvelope const& envelope) {
  if (std::holds_alternative<ReceiveComplaint>(envelope.command)) {
    blank_ = std::make_unique<Known>(Complaint{});
    return blank_.get();
  }
  if (auto const known = complaints_.find(envelope.reference); known != complaints_.end()) return known->second.get();
  auto known = lend(envelope.reference);
  if (!known) {
    auto complaint = bench_.store.load(envelope.reference);
    if (!complaint) return nullptr;
    known = std::make_unique<Known>(std::move(*complaint));
  }
  return complaints_.emplace(envelope.reference, std::move(known)).first->second.get();
}

/// Empty when it is not on the shelf. When it cannot be had because the other batch waits for this one, what is committed is decided on, and the other finds
/// that the complaint has moved on.
std::unique_ptr<Known> Batch::lend(Reference const& reference) {
  std::unique_ptr<Known> known;
  bool lent = bench_.shelf.lend(reference, known);
  if (!lent && wait_for_others_()) lent = bench_.shelf.lend(reference, known);
  if (lent) lent_.push_back(reference);
  return known;
}

Outcome Batch::decide_on(Known& known, CommandEnvelope const& envelope) {
  auto const now = bench_.clock.now();
  ports::Circumstances const circumstances{now, bench_.identifiers, [this](Reference const& other) { return exists(other); }};
  std::expected<Decision, Refusal> decision;
  try {
    decision = bench_.workflow.decide(known.complaint, envelope, circumstances);
  } catch (ports::StoreFault const&) {
    throw;
  } catch (std::exception const& mistake) {
    // Deciding changes nothing, so the others in the batch go on. A mistake while taking the decision down is another matter: it takes the whole batch back.
    return incident(envelope, mistake);
  }
  if (!decision) return std::move(decision.error());
  return take_down(known, envelope, std::move(*decision), now);
}

bool Batch::exists(Reference const& reference) {
  return complaints_.contains(reference) || bench_.store.load(reference).has_value();
}

Outcome Batch::take_down(Known& known, CommandEnvelope const& envelope, Decision decision, Time now) {
  auto& complaint = known.complaint;
  bool const is_new = !complaint.exists();
  auto const id = is_new ? ComplaintId(bench_.identifiers.uuid(now)) : complaint.id;
  auto& step = steps_.emplace_back();
  Answer answer;
  for (auto& event : decision.events) {
    auto& recorded =
        step.events.emplace_back(RecordedEvent{EventId(bench_.identifiers.uuid(now)), id, complaint.version + 1, now, envelope.actor, std::move(event)});
    apply(complaint, recorded);
    answer.events.emplace_back(name_of(recorded.event));
  }
  answer.reference = complaint.received.reference;
  answer.stage = complaint.stage;
  answer.version = complaint.version;
  for (auto& effect : decision.effects) {
    auto& message = std::get<SendMessage>(effect);
    auto const due_at = std::max(now, message.not_before.value_or(now));
    step.outbox.push_back({bench_.identifiers.uuid(now), answer.reference, std::move(message), 0, due_at, {}});
  }
  step.before = is_new ? nullptr : known.rows;
  step.rows = known.rows = std::make_shared<Projection>(project(complaint));
  step.settles = envelope.settles;
  if (!envelope.idempotency_key.empty()) {
    step.idempotency_key = envelope.idempotency_key;
    step.command_digest = envelope.command_digest;
    step.answer = answer;
    step_of_key_.emplace(step.idempotency_key, steps_.size() - 1);
  }
  complaint.head = bench_.store.seal(step, complaint.head);
  changed_.emplace_back(outcomes.size(), concerns_deadlines(answer) ? known.rows->deadlines : std::vector<DeadlineRow>{});
  if (is_new) complaints_.insert_or_assign(answer.reference, std::move(blank_));
  return answer;
}

}  // namespace redress::runtime
