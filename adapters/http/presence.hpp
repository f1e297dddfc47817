// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who has a complaint before them just now, and who is writing about it, so that two people do not do the same work unaware of each other. It is known for
// as long as their page says so, in memory only: nothing of it is kept, and it keeps nobody from anything.

#include <array>
#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/identifier.hpp"
#include "engine/domain/time.hpp"

namespace redress::http {

enum class PresenceMode { Away, Reading, Writing };

constexpr auto names_of(PresenceMode) {
  return std::array<std::string_view, 3>{"away", "reading", "writing"};
}

struct Present {
  StaffId staff;
  PresenceMode mode = PresenceMode::Reading;  ///< never Away
  Time since;

  bool operator==(Present const&) const = default;
};

class Presence {
 public:
  /// A page that has not said anything for so long is gone.
  static constexpr Duration lasts = std::chrono::seconds(45);
  /// More pages than these are not told apart: further ones are not known of until some are gone.
  static constexpr std::size_t most_pages = 10'000;
  static constexpr std::size_t most_pages_of_one = 16;  ///< of one person on one complaint

  /// What a page of theirs, by a name of its own choice, shows at that moment. Answers whether others see a difference.
  bool note(Reference const& reference, StaffId const& staff, std::string const& page, PresenceMode mode, Time now);
  /// Each person once, as writing when any of their pages does; in the order in which they came.
  [[nodiscard]] std::vector<Present> at(Reference const& reference, Time now);

 private:
  struct Page {
    StaffId staff;
    std::string name;
    PresenceMode mode;
    Time since;    ///< in this mode
    Time said_at;  ///< for the last time
  };

  void forget_gone(Time now);
  [[nodiscard]] std::vector<Present> people_at(Reference const& reference, Time now) const;
  void put(Reference const& reference, StaffId const& staff, std::string const& page, PresenceMode mode, Time now);

  std::mutex mutex_;
  std::map<Reference, std::vector<Page>> pages_;
  std::size_t count_ = 0;
  Time swept_at_;
};

}  // namespace redress::http
