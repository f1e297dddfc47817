// SPDX-License-Identifier: Apache-2.0
#pragma once

// Group commit, in two stages. Commands wait in a queue; whoever has the turn to decide takes all that wait and decides them. What is decided waits to be
// written; whoever writes takes all of it, writes and commits it in one transaction, and only then are its commands answered. So the next batches are decided
// while one is written, and none knows of another (complaint_shelf.hpp). Writing goes on from one transaction to the next without a change of threads.
//
// When a transaction fails before its commit, each of its commands is tried alone, so that one cannot take the others down. When the answer to the commit
// itself is lost, nobody knows whether it happened: all are answered Unavailable, and nothing is done a second time.
//
// Those who wait for one batch wait at one gate, which opens once for all of them: waking them one by one would cost more than writing what they wrote.

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "engine/runtime/batch.hpp"
#include "engine/runtime/gate.hpp"

namespace redress::runtime {

class Committer {
 public:
  Committer(ports::Store& store, ports::Workflow const& workflow, ports::Clock const& clock, ports::Identifiers& identifiers);
  ~Committer();

  /// Leaves the command to the committing threads.
  void submit(CommandEnvelope envelope, std::function<void(Outcome)> answered);
  /// Waits for the answer. When nobody is deciding just now, this thread does so itself, with everything else that waits, and saves two changes of threads.
  [[nodiscard]] Outcome handle(CommandEnvelope envelope);
  /// The same for several, in their order.
  [[nodiscard]] std::vector<Outcome> handle_all(std::vector<CommandEnvelope> envelopes);
  /// Commits what waits, on this thread; answers how many commands that were.
  std::size_t commit_waiting();
  void start();
  void stop();
  [[nodiscard]] bool is_started() const { return !threads_.empty(); }
  void on_committed(std::function<void(std::vector<Committed> const&)> listener) { listeners_.push_back(std::move(listener)); }

 private:
  struct Waiting {
    CommandEnvelope envelope;
    std::function<void(Outcome)> answered;  ///< empty once it was called

    void answer(Outcome outcome);
  };
  /// Commands that are decided together, and the gate at which those wait who gave them.
  struct Group {
    std::vector<Waiting> waiting;
    Gate answered;
  };
  /// What is ready to be written; without a batch when deciding them together failed, and each is to be tried alone.
  struct Decided {
    std::shared_ptr<Group> group;
    std::unique_ptr<Batch> batch;
  };
  /// Whether one transaction was enough, or nothing of it stands and nobody was answered.
  enum class Together { Done, NothingStands };

  /// The group they wait with; nullptr when they were answered already, because the committer is stopping.
  std::shared_ptr<Group> enqueue(std::span<Waiting> arriving);
  void wait_for(std::span<Waiting> arriving);
  void help();
  void run();
  [[nodiscard]] bool has_work() const;

  void let_others_arrive();
  std::shared_ptr<Group> take_group();
  std::size_t commit_next_group(std::unique_lock<std::mutex> deciding);
  std::unique_ptr<Batch> decide(std::span<Waiting const> waiting);
  bool wait_until_written();

  /// True when nobody is writing: then it is up to the caller.
  [[nodiscard]] bool hand_over(Decided decided);
  void write_all_decided();
  std::vector<Decided> take_decided();
  /// Empty when somebody else is to go on.
  std::vector<Decided> take_decided_or_stop(bool goes_on);
  void write(std::span<Decided> all);
  Together commit_together(std::span<Decided> all);
  void commit_alone(Waiting& waiting);
  void answer(Batch& batch, std::span<Waiting> waiting);
  static void answer_all(std::span<Decided> all, Fault const& fault);
  void tell(std::vector<Committed> const& committed);

  ComplaintShelf shelf_;
  Workbench bench_;
  std::vector<std::function<void(std::vector<Committed> const&)>> listeners_;

  std::mutex deciding_;                  ///< held by the one thread that decides; also of what follows
  std::size_t last_batch_ = 0;           ///< how many commands the last batch carried
  std::atomic<std::size_t> waiting_{0};  ///< in the group that is decided next
  std::mutex mutex_;                     ///< of what follows; never held while deciding or writing
  std::condition_variable arrived_;
  std::condition_variable written_;
  std::deque<std::shared_ptr<Group>> queue_;  ///< no group of it is empty
  std::vector<Decided> decided_;              ///< the earliest first
  bool is_writing_ = false;                   ///< somebody writes, and takes what is decided meanwhile
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace redress::runtime
