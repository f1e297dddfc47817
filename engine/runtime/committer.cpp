// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/committer.hpp"

#include <pthread.h>

#include <algorithm>
#include <cstdlib>
#include <expected>
#include <string_view>
#include <typeinfo>

#include <spdlog/spdlog.h>

#include "engine/domain/ensure.hpp"

namespace redress::runtime {
namespace {

constexpr std::size_t complaints_in_cache = 4096;
/// One batch holds at most this many commands, so that the first of them does not wait for a flood behind it.
constexpr std::size_t batch_most = 512;
/// A store that is held up by another writer, or a reference that was taken, is worth another try; more than that is somebody's turn to look.
constexpr int tries_alone = 3;
/// sysexits.h EX_SOFTWARE: a supervisor starts us again, and we go on from what is durable.
constexpr int exit_after_corruption = 70;

Refusal stale(std::int64_t current) {
  auto refusal = refused(Reason::StaleVersion);
  refusal.current_version = current;
  return refusal;
}

Fault fault_of(ports::StoreFault const& fault) {
  if (fault.kind() == ports::StoreFaultKind::Corrupt) {
    spdlog::critical("the store can no longer be trusted: {}; stopping, to start again from what is durable", fault.what());
    spdlog::shutdown();
    std::_Exit(exit_after_corruption);
  }
  return {fault.kind() == ports::StoreFaultKind::Full ? FaultKind::Full : FaultKind::Unavailable, fault.what()};
}

/// The text of our own exceptions holds nothing personal, by contract; of any other only its kind is told.
std::string safe_text(std::exception const& mistake) {
  bool const is_ours = dynamic_cast<BrokenInvariant const*>(&mistake) != nullptr || dynamic_cast<ports::LetterFault const*>(&mistake) != nullptr;
  return is_ours ? mistake.what() : typeid(mistake).name();
}

Fault incident(CommandEnvelope const& envelope, std::exception const& mistake) {
  auto const what = safe_text(mistake);
  spdlog::error("incident: {} on {} failed: {}", name_of(envelope.command), envelope.reference.value, what);
  return {FaultKind::Incident, what};
}

bool concerns_deadlines(Answer const& answer) {
  return std::ranges::any_of(answer.events, [](std::string const& event) { return event.starts_with("deadline-"); });
}

}  // namespace

std::optional<Complaint> ComplaintCache::take(Reference const& reference) {
  auto const found = found_.find(reference);
  if (found == found_.end()) return std::nullopt;
  std::optional<Complaint> complaint(std::move(*found->second));
  by_use_.erase(found->second);
  found_.erase(found);
  return complaint;
}

void ComplaintCache::put(Complaint complaint) {
  auto const reference = complaint.received.reference;
  static_cast<void>(take(reference));
  by_use_.push_front(std::move(complaint));
  found_[reference] = by_use_.begin();
  if (by_use_.size() <= most_) return;
  found_.erase(by_use_.back().received.reference);
  by_use_.pop_back();
}

/// One transaction's work: the complaints it touches, and the outcome of each command. Thrown away when the commit fails.
class Committer::Batch {
 public:
  explicit Batch(Committer& committer) : committer_(committer), transaction_(committer.store_.begin()) {}

  void handle(CommandEnvelope const& envelope) { outcomes.push_back(outcome_of(envelope)); }
  void commit() { transaction_->commit(); }

  std::vector<Outcome> outcomes;
  std::vector<Committed> committed;
  std::unordered_map<Reference, Complaint> complaints;

 private:
  Outcome outcome_of(CommandEnvelope const& envelope) {
    if (!envelope.idempotency_key.empty())
      if (auto earlier = transaction_->remembered(envelope.idempotency_key)) return repeated(*earlier, envelope);
    Complaint* complaint = complaint_of(envelope);
    if (complaint == nullptr) return refused(Reason::UnknownComplaint);
    if (envelope.expected_version && *envelope.expected_version != complaint->version) return stale(complaint->version);
    return decide(*complaint, envelope);
  }

  static Outcome repeated(ports::RememberedAnswer const& earlier, CommandEnvelope const& envelope) {
    if (earlier.command_digest != envelope.command_digest) return refused(Reason::KeyUsedForAnotherCommand);
    return earlier.answer;
  }

  /// The complaint as this batch sees it; a blank one for a command that starts one; nullptr when there is none.
  Complaint* complaint_of(CommandEnvelope const& envelope) {
    if (std::holds_alternative<ReceiveComplaint>(envelope.command)) {
      blank_ = Complaint{};
      return &blank_;
    }
    if (auto const known = complaints.find(envelope.reference); known != complaints.end()) return &known->second;
    auto complaint = committer_.cache_.take(envelope.reference);
    if (!complaint) complaint = transaction_->load(envelope.reference);
    if (!complaint) return nullptr;
    return &complaints.emplace(envelope.reference, std::move(*complaint)).first->second;
  }

  Outcome decide(Complaint& complaint, CommandEnvelope const& envelope) {
    auto const now = committer_.clock_.now();
    ports::Circumstances const circumstances{now, committer_.identifiers_, [this](Reference const& other) { return exists(other); }};
    std::expected<Decision, Refusal> decision;
    try {
      decision = committer_.workflow_.decide(complaint, envelope, circumstances);
    } catch (ports::StoreFault const&) {
      throw;
    } catch (std::exception const& mistake) {
      // Deciding changes nothing, so the others in the batch go on. A mistake while writing is another matter: it takes the whole batch back.
      return incident(envelope, mistake);
    }
    if (!decision) return std::move(decision.error());
    return write(complaint, envelope, std::move(*decision), now);
  }

  bool exists(Reference const& reference) { return complaints.contains(reference) || transaction_->load(reference).has_value(); }

  Outcome write(Complaint& complaint, CommandEnvelope const& envelope, Decision decision, Time now) {
    bool const is_new = !complaint.exists();
    auto const before = project(complaint);
    auto const id = is_new ? ComplaintId(committer_.identifiers_.uuid(now)) : complaint.id;
    ports::Step step;
    for (auto& event : decision.events) {
      RecordedEvent recorded{EventId(committer_.identifiers_.uuid(now)), id, complaint.version + 1, now, envelope.actor, std::move(event)};
      apply(complaint, recorded);
      step.answer.events.emplace_back(name_of(recorded.event));
      step.events.push_back(std::move(recorded));
    }
    auto const& reference = complaint.received.reference;
    for (auto& effect : decision.effects)
      step.outbox.push_back({committer_.identifiers_.uuid(now), reference, std::get<SendMessage>(std::move(effect)), 0, now, {}});
    step.before = is_new ? nullptr : &before;
    step.after = &complaint;
    step.settles = envelope.settles;
    step.idempotency_key = envelope.idempotency_key;
    step.command_digest = envelope.command_digest;
    step.answer.reference = reference;
    step.answer.stage = complaint.stage;
    step.answer.version = complaint.version;
    transaction_->write(step);
    note(complaint, step.answer);
    if (is_new) complaints.insert_or_assign(reference, std::move(complaint));
    return std::move(step.answer);
  }

  void note(Complaint const& complaint, Answer const& answer) {
    committed.push_back({answer, {}});
    if (concerns_deadlines(answer)) committed.back().deadlines = project(complaint).deadlines;
  }

  Committer& committer_;
  std::unique_ptr<ports::Transaction> transaction_;
  Complaint blank_;
};

Committer::Committer(ports::Store& store, ports::Workflow const& workflow, ports::Clock const& clock, ports::Identifiers& identifiers)
    : store_(store), workflow_(workflow), clock_(clock), identifiers_(identifiers), cache_(complaints_in_cache) {}

Committer::~Committer() {
  stop();
}

bool Committer::enqueue(CommandEnvelope envelope, std::function<void(Outcome)> answered) {
  {
    std::lock_guard const lock(mutex_);
    if (!stopping_) {
      queue_.push_back({std::move(envelope), std::move(answered)});
      return true;
    }
  }
  answered(Fault{FaultKind::Unavailable, "the server is stopping"});
  return false;
}

void Committer::submit(CommandEnvelope envelope, std::function<void(Outcome)> answered) {
  if (enqueue(std::move(envelope), std::move(answered))) arrived_.notify_one();
}

void Committer::submit_and_help(CommandEnvelope envelope, std::function<void(Outcome)> answered) {
  if (!enqueue(std::move(envelope), std::move(answered))) return;
  // Whoever commits just now looks once more, after letting go, whether something came meanwhile: so a command is never left behind.
  if (std::unique_lock const turn(committing_, std::try_to_lock); turn)
    commit_what_waits();
  else
    return;
  std::lock_guard const lock(mutex_);
  if (!queue_.empty()) arrived_.notify_one();
}

std::size_t Committer::commit_waiting() {
  std::lock_guard const turn(committing_);
  return commit_what_waits();
}

std::size_t Committer::commit_what_waits() {
  std::vector<Waiting> waiting;
  {
    std::lock_guard const lock(mutex_);
    auto const count = std::min(queue_.size(), batch_most);
    auto const end = queue_.begin() + static_cast<std::ptrdiff_t>(count);
    waiting.assign(std::make_move_iterator(queue_.begin()), std::make_move_iterator(end));
    queue_.erase(queue_.begin(), end);
  }
  auto const count = waiting.size();
  if (count > 0) commit(std::move(waiting));
  return count;
}

void Committer::commit(std::vector<Waiting> waiting) {
  std::vector<Waiting*> all;
  for (auto& one : waiting) all.push_back(&one);
  if (all.size() > 1 && commit_together(all)) return;
  for (auto* one : all) commit_alone(*one);
}

bool Committer::commit_together(std::vector<Waiting*> const& waiting) {
  std::optional<Batch> batch;
  bool committing = false;
  try {
    batch.emplace(*this);
    for (auto* one : waiting) batch->handle(one->envelope);
    committing = true;
    batch->commit();
  } catch (ports::StoreFault const& fault) {
    auto const told = fault_of(fault);
    if (committing && told.kind == FaultKind::Unavailable && fault.kind() != ports::StoreFaultKind::Conflict) {
      // The commit may have happened and its answer been lost: doing the commands again could do them twice. Their givers repeat them, with their keys.
      for (auto* one : waiting) one->answered(told);
      return true;
    }
    spdlog::warn("a batch of {} commands could not be committed ({}); trying each alone", waiting.size(), fault.what());
    return false;
  } catch (std::exception const& mistake) {
    spdlog::error("a batch of {} commands ran into a mistake of ours ({}); trying each alone", waiting.size(), safe_text(mistake));
    return false;
  }
  finish(*batch, waiting);
  return true;
}

void Committer::commit_alone(Waiting& waiting) {
  Fault last;
  for (int attempt = 0; attempt < tries_alone; ++attempt) {
    try {
      Batch batch(*this);
      batch.handle(waiting.envelope);
      batch.commit();
      finish(batch, {&waiting});
      return;
    } catch (ports::StoreFault const& fault) {
      last = fault_of(fault);
      if (fault.kind() != ports::StoreFaultKind::Conflict) break;
    } catch (std::exception const& mistake) {
      last = incident(waiting.envelope, mistake);
      break;
    }
  }
  waiting.answered(std::move(last));
}

void Committer::finish(Batch& batch, std::vector<Waiting*> const& waiting) {
  for (auto& [reference, complaint] : batch.complaints) cache_.put(std::move(complaint));
  if (!batch.committed.empty()) tell(batch.committed);
  for (std::size_t i = 0; i < waiting.size(); ++i) waiting[i]->answered(std::move(batch.outcomes[i]));
}

/// What was committed stays committed: a listener that fails must not have it done again.
void Committer::tell(std::vector<Committed> const& committed) {
  for (auto const& listener : listeners_) {
    try {
      listener(committed);
    } catch (std::exception const& mistake) {
      spdlog::error("somebody who listens to commits failed: {}", safe_text(mistake));
    }
  }
}

void Committer::start() {
  ensure(!thread_.joinable(), "the committer is started once");
  thread_ = std::thread([this] { run(); });
}

void Committer::run() {
  pthread_setname_np(pthread_self(), "committer");
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
    }
    commit_waiting();
  }
}

void Committer::stop() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
    arrived_.notify_all();
  }
  if (thread_.joinable()) thread_.join();
  while (commit_waiting() > 0) continue;
}

}  // namespace redress::runtime
