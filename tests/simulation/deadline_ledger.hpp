// SPDX-License-Identifier: Apache-2.0
#pragma once

// Keeps books on deadlines beside the house, by what it commits: each that runs must be warned of once and then pass once, at its moment and never before,
// or else be met, moved, paused or cancelled. One that is set when its moment has
// gone by comes up at once. After a downtime late ones may come late, but in the order of their moments.

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/runtime/engine.hpp"

namespace redress::testing {

class DeadlineLedger {
 public:
  /// How often the house looks at its clock. What comes up between two looks fires at the second, and is in time.
  static constexpr Duration between_looks = std::chrono::minutes{5};
  enum class Punctuality { InTime, Late };

  /// Until end_firing() whatever is committed is a firing, at `now`. Late ones are a finding unless the house has been down.
  void begin_firing(Time now, Punctuality punctuality);
  void end_firing() { firing_.reset(); }
  void note(std::vector<runtime::Committed> const& all, Time now);

  /// What should have come up by `now` and did not is a finding too.
  [[nodiscard]] std::vector<std::string> findings(Time now) const;
  [[nodiscard]] std::size_t warned() const { return warned_; }
  [[nodiscard]] std::size_t passed() const { return passed_; }
  [[nodiscard]] std::size_t late() const { return late_; }
  [[nodiscard]] std::size_t running() const;

 private:
  struct Known {
    DeadlineRow row;
    Time since;  ///< when it was set or moved to where it is
  };
  struct Firing {
    Time now;
    Punctuality punctuality = Punctuality::InTime;
    std::optional<Time> last;  ///< the moment of the one before
  };

  void note_firing(runtime::Committed const& one, std::vector<Known> const& before);
  void check(Reference const& reference, Known const& fired);
  void find(Reference const& reference, DeadlineRow const& row, std::string const& what);

  std::unordered_map<Reference, std::vector<Known>> known_;
  std::optional<Firing> firing_;
  std::vector<std::string> findings_;
  std::size_t warned_ = 0;
  std::size_t passed_ = 0;
  std::size_t late_ = 0;
};

}  // namespace redress::testing
