// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a profile would make of a complaint, tried on it without changing anything: which of its deadlines would have started, when, and when each would fall.
// It counts as the deadlines themselves are counted (deadline.hpp) from the milestones that the history tells of. Pauses, extensions and letters that came
// back are left out: what is shown is the rule by itself.

#include <optional>
#include <vector>

#include "engine/domain/event.hpp"
#include "engine/domain/profile.hpp"
#include "engine/domain/working_calendar.hpp"

namespace redress {

/// One deadline of the profile.
struct TrialDate {
  DeadlineRule const* rule = nullptr;  ///< the profile's
  std::optional<Time> started_at;      ///< the last time; empty when what it counts from has not happened
  std::optional<Due> due;              ///< given when it started
  bool runs = false;                   ///< started, and not met since
};

class ProfileTrial {
 public:
  /// Both outlive the trial, and the dates it gives.
  ProfileTrial(Profile const& profile, WorkingCalendar const& calendar) : profile_(profile), calendar_(calendar) {}

  /// A complaint that came in at that moment, and of which nothing else is known. Everything before is forgotten.
  void receive(Channel channel, Time at);
  /// The next event of a complaint's history.
  void take(RecordedEvent const& recorded);

  /// Those that apply on the complaint's channel, in the order of the profile.
  [[nodiscard]] std::vector<TrialDate> const& dates() const { return dates_; }

 private:
  void reach(Milestone milestone, Time at);
  [[nodiscard]] bool runs(DeadlineName const& name, Time at) const;

  Profile const& profile_;
  WorkingCalendar const& calendar_;
  std::vector<TrialDate> dates_;
};

}  // namespace redress
