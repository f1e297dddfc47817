// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which of the messages that are due goes next. A lane is what must not hold up the rest: mails to one domain, everything on paper, what one system is told.
// Within a lane the oldest goes first; between lanes each has its turn. Only what is in memory is here: what a lane does not take stays in the outbox and is
// read again. No threads, no clock: whoever has several guards it.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "engine/ports/store.hpp"
#include "engine/runtime/sending_limits.hpp"

namespace redress::runtime {

class Lanes {
 public:
  explicit Lanes(SendingLimits limits) : limits_(limits) {}

  /// Whether it waits here or is on its way.
  [[nodiscard]] bool knows(std::string const& id) const { return known_.contains(id); }
  /// How many do.
  [[nodiscard]] std::size_t known() const { return known_.size(); }

  /// Lets it wait in its lane; it must not be known. False when so many wait there already that it is better left in the outbox.
  bool add(ports::OutboxItem item);
  /// Takes the next that may go now; nobody else gets it. Empty when none may.
  [[nodiscard]] std::optional<ports::OutboxItem> take(Time now);
  /// What was taken is over, whatever became of it. True when its lane has room again for what had to be left in the outbox.
  bool finish(ports::OutboxItem const& item);
  /// When the number of mails a minute next lets one go that waits only for that; empty when there is none.
  [[nodiscard]] std::optional<Time> next() const;

 private:
  struct Lane {
    std::deque<ports::OutboxItem> waiting;
    std::int64_t on_their_way = 0;
    std::deque<Time> begun;  ///< as many of the last as the limit of a minute speaks of
    bool is_mail = false;
    bool is_overfull = false;  ///< some had to be left in the outbox
  };
  using Place = std::map<std::string, Lane>::iterator;

  [[nodiscard]] bool has_room(Lane const& lane) const;
  [[nodiscard]] bool is_rested(Lane const& lane, Time now) const;
  [[nodiscard]] ports::OutboxItem take_from(Place place, Time now);
  void forget_idle(Time now);

  SendingLimits limits_;
  std::map<std::string, Lane> lanes_;
  std::set<std::string> known_;
  std::string last_;  ///< the lane that had its turn last
  std::int64_t mails_on_their_way_ = 0;
};

/// The lane of a message: its route, and the domain or the system it goes to.
[[nodiscard]] std::string lane_of(SendMessage const& message);

}  // namespace redress::runtime
