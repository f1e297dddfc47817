// SPDX-License-Identifier: Apache-2.0
#pragma once

// Group commit. Commands wait in a queue; whoever has the turn to decide takes all that wait and decides them, then waits for the turn to write, lets the next
// one decide meanwhile, and writes and commits them all in one transaction; only then are they all answered. So one batch is decided while the batch before it
// is written, and neither knows of the other (complaint_shelf.hpp).
//
// When a batch fails before its commit, each of its commands is tried alone, so that one cannot take the others down. When the answer to the commit itself is
// lost, nobody knows whether it happened: all are answered Unavailable, and nothing is done a second time.
//
// Those who wait for one batch wait at one gate, which opens once for all of them: waking them one by one would cost more than writing what they wrote.

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
  /// Commands that are committed together, and the gate at which those wait who gave them.
  struct Group {
    std::vector<Waiting> waiting;
    Gate answered;
  };
  /// First the one, then the other, then the first is let go: nobody overtakes.
  struct Turns {
    std::unique_lock<std::mutex> deciding;
    std::unique_lock<std::mutex> writing;

    /// False when it has that turn already.
    bool wait_for_others();
  };

  /// The group it waits with; nullptr when it was answered already, because the committer is stopping.
  std::shared_ptr<Group> enqueue(CommandEnvelope envelope, std::function<void(Outcome)> answered);
  void help();
  void let_others_arrive();
  std::shared_ptr<Group> take_group();
  std::size_t commit_next_group(std::unique_lock<std::mutex> deciding);
  void run();
  void commit(std::span<Waiting> waiting, Turns& turns);
  /// One transaction for all of them. False when it failed, nothing of it stands and nobody was answered.
  bool commit_together(std::span<Waiting> waiting, Turns& turns);
  void commit_alone(Waiting& waiting, Turns& turns);
  void commit(Batch& batch, Turns& turns);
  void wait_to_write(Turns& turns);
  void answer(Batch& batch, std::span<Waiting> waiting);
  void tell(std::vector<Committed> const& committed);
  [[nodiscard]] std::size_t count_waiting();

  ComplaintShelf shelf_;
  Workbench bench_;
  std::vector<std::function<void(std::vector<Committed> const&)>> listeners_;

  std::mutex deciding_;         ///< held by the one thread that decides; also of what follows
  std::size_t last_batch_ = 0;  ///< how many commands the last batch carried
  std::mutex writing_;          ///< held by the one thread that writes
  std::mutex mutex_;            ///< of what follows; never held while deciding or writing
  std::condition_variable arrived_;
  std::deque<std::shared_ptr<Group>> queue_;  ///< no group of it is empty
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace redress::runtime
