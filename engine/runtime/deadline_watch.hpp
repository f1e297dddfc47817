// SPDX-License-Identifier: Apache-2.0
#pragma once

// Watches the clock for every complaint: a deadline that draws near or has passed becomes a command. Only those that come up next are held in memory, a
// window that is refilled from the store when its end is reached and kept up to date by what is committed, so that neither memory nor the time to the
// next firing grows with the number of open deadlines.
//
// What came up during downtime fires once, in order of its moment. A warning always comes before the end of its deadline, late if need be: one that could
// not be given because the store was away is given first when the store is back. Only a warning that the workflow refuses, or that meets a mistake of ours,
// is left out; the end of its deadline is watched all the same.

#include <compare>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "engine/runtime/engine.hpp"

namespace redress::runtime {

class DeadlineWatch {
 public:
  static constexpr std::size_t usual_window = 1024;

  /// Listens to the engine's commits; outlived by it. `window` deadlines are read at a time, and at most twice as many held. Call load() before the first
  /// fire_due().
  explicit DeadlineWatch(Engine& engine, std::size_t window = usual_window);

  /// Fills the window from the store. Throws ports::StoreFault.
  void load();
  /// Gives the commands of every deadline that is to be warned of or has passed by now; answers how many fired. Throws ports::StoreFault when what comes
  /// next cannot be read; nothing is lost by it.
  std::size_t fire_due();
  /// When to call fire_due() again: when the next one comes up, or the window ends; empty when none runs.
  [[nodiscard]] std::optional<Time> next();
  /// Called when a deadline is added, perhaps earlier than next() said.
  void on_changed(std::function<void()> listener) { changed_ = std::move(listener); }
  /// How many are held in memory.
  [[nodiscard]] std::size_t held();

 private:
  enum class Moment { Warn, Due };
  /// Ordered by when to look at it, and of two at one moment the warning first.
  struct Entry {
    Time at;  ///< when to look at it; later than `due` when firing failed before
    Moment moment = Moment::Due;
    Reference reference;
    DeadlineName name;
    PromiseId promise;
    Time due;   ///< what the record said when it was added
    Time ends;  ///< when the deadline itself is due

    friend auto operator<=>(Entry const&, Entry const&) = default;
  };

  [[nodiscard]] static Entry entry_of(Reference const& reference, DeadlineRow const& row);
  [[nodiscard]] bool holds_next(Time now);
  void refill();
  void end_refill();
  void add(Reference const& reference, DeadlineRow const& row);
  void shorten_window();
  std::vector<Entry> take_due(Time now);
  /// Answers how many fired.
  std::size_t fire(std::span<Entry const> due);
  void try_later(Entry entry, Fault const& fault);
  /// Until it was decided on, `on_record` is where the moment is put at which the deadline is due.
  CommandEnvelope envelope_of(Entry const& entry, std::optional<Time>& on_record);
  [[nodiscard]] static Command command_of(Entry const& entry);
  [[nodiscard]] std::optional<Time> due_on_record(Complaint const& complaint, Entry const& entry);
  void watch_end_of(Entry const& entry, Time due_at);

  Engine& engine_;
  std::size_t const most_;
  std::function<void()> changed_;
  std::mutex mutex_;
  std::set<Entry> window_;
  std::set<Entry> apart_;                                   ///< what the store would not tell of again: failed firings, and ends without a warning
  std::optional<ports::DeadlinePlace> end_{std::in_place};  ///< what lies behind it is in the store alone; empty when nothing does
  bool refilling_ = false;                                  ///< what is committed meanwhile is kept, wherever it lies: the store may not have told of it
};

}  // namespace redress::runtime
