// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/committer.hpp"

#include <pthread.h>

#include <cstdlib>

#include <spdlog/spdlog.h>

#include "engine/domain/ensure.hpp"

namespace redress::runtime {
namespace {

constexpr std::size_t complaints_on_shelf = 4096;
/// One batch holds at most this many commands, so that the first of them does not wait for a flood behind it.
constexpr std::size_t batch_most = 512;
/// A store that is held up by another writer, or a reference that was taken, is worth another try; more than that is somebody's turn to look.
constexpr int tries_alone = 3;
/// One writes while the other decides.
constexpr int committing_threads = 2;
/// sysexits.h EX_SOFTWARE: a supervisor starts us again, and we go on from what is durable.
constexpr int exit_after_corruption = 70;

Fault fault_of(ports::StoreFault const& fault) {
  if (fault.kind() == ports::StoreFaultKind::Corrupt) {
    spdlog::critical("the store can no longer be trusted: {}; stopping, to start again from what is durable", fault.what());
    spdlog::shutdown();
    std::_Exit(exit_after_corruption);
  }
  return {fault.kind() == ports::StoreFaultKind::Full ? FaultKind::Full : FaultKind::Unavailable, fault.what()};
}

/// The commit may have happened and its answer been lost: doing the commands again could do them twice. Their givers repeat them, with their keys.
bool may_stand(Batch const& batch, ports::StoreFault const& fault) {
  return batch.commit_was_tried() && fault.kind() != ports::StoreFaultKind::Conflict && fault.kind() != ports::StoreFaultKind::Full;
}

}  // namespace

void Committer::Waiting::answer(Outcome outcome) {
  std::exchange(answered, nullptr)(std::move(outcome));
}

bool Committer::Turns::wait_for_others() {
  if (writing) return false;
  writing.lock();
  return true;
}

Committer::Committer(ports::Store& store, ports::Workflow const& workflow, ports::Clock const& clock, ports::Identifiers& identifiers)
    : shelf_(complaints_on_shelf), bench_{store, workflow, clock, identifiers, shelf_} {}

Committer::~Committer() {
  stop();
}

std::shared_ptr<Committer::Group> Committer::enqueue(CommandEnvelope envelope, std::function<void(Outcome)> answered) {
  {
    std::lock_guard const lock(mutex_);
    if (!stopping_) {
      if (queue_.empty() || queue_.back()->waiting.size() >= batch_most) queue_.push_back(std::make_shared<Group>());
      queue_.back()->waiting.push_back({std::move(envelope), std::move(answered)});
      return queue_.back();
    }
  }
  answered(Fault{FaultKind::Unavailable, "the server is stopping"});
  return nullptr;
}

void Committer::submit(CommandEnvelope envelope, std::function<void(Outcome)> answered) {
  if (enqueue(std::move(envelope), std::move(answered))) arrived_.notify_one();
}

Outcome Committer::handle(CommandEnvelope envelope) {
  Outcome given;
  auto const group = enqueue(std::move(envelope), [&given](Outcome outcome) { given = std::move(outcome); });
  if (!group) return given;
  help();
  group->answered.wait();
  return given;
}

void Committer::help() {
  if (!is_started()) {
    while (commit_waiting() > 0) continue;
    return;
  }
  // Whoever decides just now looks once more, after letting go, whether something came meanwhile: so a command is never left behind.
  if (std::unique_lock turn(deciding_, std::try_to_lock); turn)
    commit_next_group(std::move(turn));
  else
    return;
  if (count_waiting() > 0) arrived_.notify_one();
}

/// Those who were just answered together are about to come back. They get the processor first, as long as each turn brings more of them; when only one has
/// been waiting at a time, nobody is waited for.
void Committer::let_others_arrive() {
  for (auto waiting = count_waiting(); waiting < last_batch_;) {
    std::this_thread::yield();
    auto const now = count_waiting();
    if (now == waiting) return;
    waiting = now;
  }
}

std::size_t Committer::count_waiting() {
  std::lock_guard const lock(mutex_);
  return queue_.empty() ? 0 : queue_.front()->waiting.size();
}

std::shared_ptr<Committer::Group> Committer::take_group() {
  std::lock_guard const lock(mutex_);
  if (queue_.empty()) return nullptr;
  auto group = std::move(queue_.front());
  queue_.pop_front();
  return group;
}

std::size_t Committer::commit_waiting() {
  return commit_next_group(std::unique_lock(deciding_));
}

std::size_t Committer::commit_next_group(std::unique_lock<std::mutex> deciding) {
  let_others_arrive();
  auto const group = take_group();
  if (!group) return 0;
  auto const count = last_batch_ = group->waiting.size();
  try {
    Turns turns{std::move(deciding), std::unique_lock(writing_, std::defer_lock)};
    commit(group->waiting, turns);
  } catch (std::exception const& mistake) {
    spdlog::error("the committer itself failed: {}", safe_text(mistake));
  }
  // Nobody waits for ever: whoever has no answer by now is told that nobody knows.
  for (auto& one : group->waiting)
    if (one.answered) one.answer(Fault{});
  group->answered.open();
  return count;
}

void Committer::commit(std::span<Waiting> waiting, Turns& turns) {
  if (waiting.size() > 1 && commit_together(waiting, turns)) return;
  for (auto& one : waiting) commit_alone(one, turns);
}

bool Committer::commit_together(std::span<Waiting> waiting, Turns& turns) {
  Batch batch(bench_, [&turns] { return turns.wait_for_others(); });
  try {
    for (auto const& one : waiting) batch.decide(one.envelope);
    commit(batch, turns);
  } catch (ports::StoreFault const& fault) {
    auto const told = fault_of(fault);
    if (may_stand(batch, fault)) {
      for (auto& one : waiting) one.answer(told);
      return true;
    }
    spdlog::warn("a batch of {} commands could not be committed ({}); trying each alone", waiting.size(), fault.what());
    return false;
  } catch (std::exception const& mistake) {
    if (batch.commit_was_tried()) throw;
    spdlog::error("a batch of {} commands ran into a mistake of ours ({}); trying each alone", waiting.size(), safe_text(mistake));
    return false;
  }
  answer(batch, waiting);
  return true;
}

void Committer::commit_alone(Waiting& waiting, Turns& turns) {
  Fault last;
  for (int attempt = 0; attempt < tries_alone; ++attempt) {
    Batch batch(bench_, [&turns] { return turns.wait_for_others(); });
    try {
      batch.decide(waiting.envelope);
      commit(batch, turns);
      answer(batch, {&waiting, 1});
      return;
    } catch (ports::StoreFault const& fault) {
      last = fault_of(fault);
      if (fault.kind() != ports::StoreFaultKind::Conflict) break;
    } catch (std::exception const& mistake) {
      last = incident(waiting.envelope, mistake);
      break;
    }
  }
  waiting.answer(std::move(last));
}

void Committer::commit(Batch& batch, Turns& turns) {
  if (batch.changes_something()) wait_to_write(turns);
  batch.commit();
}

/// What came while this batch was decided found nobody to decide it, and shall not wait until this batch is written.
void Committer::wait_to_write(Turns& turns) {
  turns.wait_for_others();
  if (!turns.deciding) return;
  turns.deciding.unlock();
  if (count_waiting() > 0) arrived_.notify_one();
}

void Committer::answer(Batch& batch, std::span<Waiting> waiting) {
  if (auto const committed = batch.committed(); !committed.empty()) tell(committed);
  for (std::size_t i = 0; i < waiting.size(); ++i) waiting[i].answer(std::move(batch.outcomes[i]));
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
  ensure(!is_started(), "the committer is started once");
  for (int i = 0; i < committing_threads; ++i) threads_.emplace_back([this] { run(); });
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
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
  while (commit_waiting() > 0) continue;
}

}  // namespace redress::runtime
