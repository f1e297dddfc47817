// SPDX-License-Identifier: Apache-2.0
#pragma once

// Group commit. Commands wait in a queue; whoever commits, one thread at a time, takes all that wait, decides and writes each in one transaction, commits,
// and only then answers them all. When a batch fails before its commit, each of its commands is tried alone, so that one cannot take the others down. When
// the answer to the commit itself is lost, nobody knows whether it happened: all are answered Unavailable, and nothing is done a second time.

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "engine/runtime/engine.hpp"

namespace redress::runtime {

/// Recently used complaints, as they stand committed.
class ComplaintCache {
 public:
  explicit ComplaintCache(std::size_t most) : most_(most) {}
  /// Takes the complaint out: whoever changes it puts it back once that is committed, so that a failed commit leaves nothing wrong behind.
  [[nodiscard]] std::optional<Complaint> take(Reference const& reference);
  void put(Complaint complaint);

 private:
  std::size_t most_;
  std::list<Complaint> by_use_;  ///< the most recently used first
  std::unordered_map<Reference, std::list<Complaint>::iterator> found_;
};

class Committer {
 public:
  Committer(ports::Store& store, ports::Workflow const& workflow, ports::Clock const& clock, ports::Identifiers& identifiers);
  ~Committer();

  /// Leaves the command to the committing thread.
  void submit(CommandEnvelope envelope, std::function<void(Outcome)> answered);
  /// The same; but when nobody is committing just now, this thread does so itself, with everything else that waits, and saves two changes of threads.
  void submit_and_help(CommandEnvelope envelope, std::function<void(Outcome)> answered);
  /// Commits what waits, on this thread; answers how many commands that were.
  std::size_t commit_waiting();
  void start();
  void stop();
  [[nodiscard]] bool is_started() const { return thread_.joinable(); }
  void on_committed(std::function<void(std::vector<Committed> const&)> listener) { listeners_.push_back(std::move(listener)); }

 private:
  struct Waiting {
    CommandEnvelope envelope;
    std::function<void(Outcome)> answered;
  };
  class Batch;

  /// False when it was answered already, because the committer is stopping.
  bool enqueue(CommandEnvelope envelope, std::function<void(Outcome)> answered);
  std::size_t commit_what_waits();
  void run();
  void commit(std::vector<Waiting> waiting);
  /// One transaction for all of them. False when it failed, nothing of it stands and nobody was answered.
  bool commit_together(std::vector<Waiting*> const& waiting);
  void commit_alone(Waiting& waiting);
  void finish(Batch& batch, std::vector<Waiting*> const& waiting);
  void tell(std::vector<Committed> const& committed);

  ports::Store& store_;
  ports::Workflow const& workflow_;
  ports::Clock const& clock_;
  ports::Identifiers& identifiers_;
  ComplaintCache cache_;
  std::vector<std::function<void(std::vector<Committed> const&)>> listeners_;

  std::mutex committing_;  ///< held by the one thread that commits
  std::mutex mutex_;       ///< of what follows; never held while committing
  std::condition_variable arrived_;
  std::vector<Waiting> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace redress::runtime
