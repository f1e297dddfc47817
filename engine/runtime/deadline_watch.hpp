// SPDX-License-Identifier: Apache-2.0
#pragma once

// Watches the clock for every complaint: a deadline that draws near or has passed becomes a command. All running deadlines stand in a heap in memory,
// filled once from the store and kept up to date by what is committed, so that the next one costs the same whatever their number. After downtime what
// fell due meanwhile fires once, in order.

#include <functional>
#include <mutex>
#include <optional>
#include <queue>
#include <vector>

#include "engine/runtime/engine.hpp"

namespace redress::runtime {

class DeadlineWatch {
 public:
  /// Listens to the engine's commits; outlived by it. Call load() before the first fire_due().
  explicit DeadlineWatch(Engine& engine);

  /// Fills the heap from the store.
  void load();
  /// Gives the commands of every deadline that is to be warned of or has passed by now; answers how many fired.
  std::size_t fire_due();
  /// When the next one is due; empty when none runs.
  [[nodiscard]] std::optional<Time> next();
  /// Called when a deadline is added, perhaps earlier than next() said.
  void on_changed(std::function<void()> listener) { changed_ = std::move(listener); }

 private:
  enum class Moment { Warn, Due };
  struct Entry {
    Time at;   ///< when to look at it
    Time due;  ///< what the record said when it was added; `at` is later when firing failed before
    Moment moment = Moment::Due;
    Reference reference;
    DeadlineName name;
    PromiseId promise;

    /// A heap has its largest on top: the earliest entry is the largest, and of two at the same moment the warning.
    friend bool operator<(Entry const& left, Entry const& right) { return left.at != right.at ? left.at > right.at : left.moment > right.moment; }
  };

  void add(Reference const& reference, DeadlineRow const& row);
  std::optional<Entry> take_due(Time now);
  bool fire(Entry const& entry);
  bool give(Entry const& entry);

  Engine& engine_;
  std::function<void()> changed_;
  std::mutex mutex_;
  std::priority_queue<Entry> heap_;
};

}  // namespace redress::runtime
