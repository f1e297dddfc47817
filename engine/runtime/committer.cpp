// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/committer.hpp"

#include <pthread.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <utility>

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

Committer::Committer(ports::Store& store, ports::Workflow const& workflow, ports::Clock const& clock, ports::Identifiers& identifiers)
    : shelf_(complaints_on_shelf), bench_{store, workflow, clock, identifiers, shelf_} {}

Committer::~Committer() {
  stop();
}

std::shared_ptr<Committer::Group> Committer::enqueue(std::span<Waiting> arriving) {
  {
    std::lock_guard const lock(mutex_);
    if (!stopping_) {
      if (queue_.empty() || queue_.back()->waiting.size() + arriving.size() > batch_most) queue_.push_back(std::make_shared<Group>());
      auto& waiting = queue_.back()->waiting;
      waiting.insert(waiting.end(), std::make_move_iterator(arriving.begin()), std::make_move_iterator(arriving.end()));
      waiting_ = queue_.front()->waiting.size();
      return queue_.back();
    }
  }
  for (auto& one : arriving) one.answer(Fault{FaultKind::Unavailable, "the server is stopping"});
  return nullptr;
}

void Committer::submit(CommandEnvelope envelope, std::function<void(Outcome)> answered) {
  Waiting one{std::move(envelope), std::move(answered)};
  if (enqueue({&one, 1})) arrived_.notify_one();
}

Outcome Committer::handle(CommandEnvelope envelope) {
  Outcome given;
  Waiting one{std::move(envelope), [&given](Outcome outcome) { given = std::move(outcome); }};
  wait_for({&one, 1});
  return given;
}

std::vector<Outcome> Committer::handle_all(std::vector<CommandEnvelope> envelopes) {
  std::vector<Outcome> given(envelopes.size());
  std::vector<Waiting> all;
  all.reserve(envelopes.size());
  for (std::size_t i = 0; i < envelopes.size(); ++i) all.push_back({std::move(envelopes[i]), [&one = given[i]](Outcome outcome) { one = std::move(outcome); }});
  for (auto left = std::span(all); !left.empty(); left = left.subspan(std::min(left.size(), batch_most)))
    wait_for(left.first(std::min(left.size(), batch_most)));
  return given;
}

void Committer::wait_for(std::span<Waiting> arriving) {
  auto const group = enqueue(arriving);
  if (!group) return;
  help();
  group->answered.wait();
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
  if (waiting_ > 0) arrived_.notify_one();
}

/// Those who were just answered together are about to come back. They get the processor first, as long as each turn brings more of them; when only one has
/// been waiting at a time, nobody is waited for.
void Committer::let_others_arrive() {
  for (std::size_t waiting = waiting_; waiting < last_batch_;) {
    std::this_thread::yield();
    std::size_t const now = waiting_;
    if (now == waiting) return;
    waiting = now;
  }
}

std::shared_ptr<Committer::Group> Committer::take_group() {
  std::lock_guard const lock(mutex_);
  if (queue_.empty()) return nullptr;
  auto group = std::move(queue_.front());
  queue_.pop_front();
  waiting_ = queue_.empty() ? 0 : queue_.front()->waiting.size();
  return group;
}

std::size_t Committer::commit_waiting() {
  return commit_next_group(std::unique_lock(deciding_));
}

std::size_t Committer::commit_next_group(std::unique_lock<std::mutex> deciding) {
  let_others_arrive();
  auto group = take_group();
  if (!group) return 0;
  auto const count = last_batch_ = group->waiting.size();
  auto batch = decide(group->waiting);
  if (batch && !batch->changes_something()) {
    answer(*batch, group->waiting);
    group->answered.open();
    return count;
  }
  if (!hand_over({std::move(group), std::move(batch)})) return count;
  deciding.unlock();
  if (waiting_ > 0) arrived_.notify_one();
  write_all_decided();
  return count;
}

/// Nothing when it failed.
std::unique_ptr<Batch> Committer::decide(std::span<Waiting const> waiting) {
  auto batch = std::make_unique<Batch>(bench_, [this] { return wait_until_written(); });
  try {
    for (auto const& one : waiting) batch->decide(one.envelope);
    return batch;
  } catch (ports::StoreFault const& fault) {
    (void)fault_of(fault);
    spdlog::warn("a batch of {} commands could not be decided ({}); trying each alone", waiting.size(), fault.what());
  } catch (std::exception const& mistake) {
    spdlog::error("a batch of {} commands ran into a mistake of ours ({}); trying each alone", waiting.size(), safe_text(mistake));
  }
  return nullptr;
}

/// Until nothing is left that was decided before.
bool Committer::wait_until_written() {
  std::unique_lock lock(mutex_);
  written_.wait(lock, [this] { return decided_.empty() && !is_writing_; });
  return true;
}

bool Committer::hand_over(Decided decided) {
  std::lock_guard const lock(mutex_);
  decided_.push_back(std::move(decided));
  return !std::exchange(is_writing_, true);
}

/// Somebody who waits for an answer writes once; the committing threads go on as long as there is something to write.
void Committer::write_all_decided() {
  bool const goes_on = !is_started() || std::ranges::find(threads_, std::this_thread::get_id(), &std::thread::get_id) != threads_.end();
  auto all = take_decided();
  do {
    try {
      write(all);
    } catch (std::exception const& mistake) {
      spdlog::error("the committer itself failed: {}", safe_text(mistake));
    }
    // Nobody waits for ever: whoever has no answer by now is told that nobody knows.
    answer_all(all, Fault{});
    for (auto& one : all) one.group->answered.open();
    all = take_decided_or_stop(goes_on);
  } while (!all.empty());
}

std::vector<Committer::Decided> Committer::take_decided_or_stop(bool goes_on) {
  std::lock_guard const lock(mutex_);
  if (goes_on && !decided_.empty()) return std::exchange(decided_, {});
  is_writing_ = false;
  if (decided_.empty()) written_.notify_all();
  if (stopping_ || !decided_.empty()) arrived_.notify_all();
  return {};
}

std::vector<Committer::Decided> Committer::take_decided() {
  std::lock_guard const lock(mutex_);
  return std::exchange(decided_, {});
}

void Committer::write(std::span<Decided> all) {
  if (commit_together(all) == Together::Done) return;
  for (auto& decided : all) decided.batch.reset();
  for (auto& decided : all)
    for (auto& one : decided.group->waiting) commit_alone(one);
}

Committer::Together Committer::commit_together(std::span<Decided> all) {
  std::vector<Batch*> batches;
  for (auto const& decided : all) batches.push_back(decided.batch.get());
  if (std::ranges::find(batches, nullptr) != batches.end()) return Together::NothingStands;
  try {
    Batch::commit(bench_.store, batches);
  } catch (ports::StoreFault const& fault) {
    auto const told = fault_of(fault);
    bool const is_one_alone = all.size() == 1 && all.front().group->waiting.size() == 1;
    if (may_stand(*batches.front(), fault) || (is_one_alone && fault.kind() != ports::StoreFaultKind::Conflict)) {
      answer_all(all, told);
      return Together::Done;
    }
    spdlog::warn("a transaction of {} batches could not be committed ({}); trying each command alone", all.size(), fault.what());
    return Together::NothingStands;
  } catch (std::exception const& mistake) {
    if (batches.front()->commit_was_tried()) throw;
    spdlog::error("a transaction of {} batches ran into a mistake of ours ({}); trying each command alone", all.size(), safe_text(mistake));
    return Together::NothingStands;
  }
  for (auto& decided : all) answer(*decided.batch, decided.group->waiting);
  return Together::Done;
}

/// What is decided meanwhile may have its complaint, and waits for this: so nobody is waited for, and the other finds that the complaint has moved on.
void Committer::commit_alone(Waiting& waiting) {
  Fault last;
  for (int attempt = 0; attempt < tries_alone; ++attempt) {
    Batch batch(bench_, [] { return false; });
    try {
      batch.decide(waiting.envelope);
      Batch::commit(bench_.store, std::array{&batch});
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

void Committer::answer_all(std::span<Decided> all, Fault const& fault) {
  for (auto& decided : all)
    for (auto& one : decided.group->waiting)
      if (one.answered) one.answer(fault);
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
  for (bool writes = false;;) {
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [this] { return has_work() || (stopping_ && !is_writing_); });
      if (!has_work()) return;
      writes = !decided_.empty() && !std::exchange(is_writing_, true);
    }
    writes ? write_all_decided() : static_cast<void>(commit_waiting());
  }
}

bool Committer::has_work() const {
  return !queue_.empty() || (!decided_.empty() && !is_writing_);
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
  wait_until_written();
}

}  // namespace redress::runtime
