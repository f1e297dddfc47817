// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/conflict_actions.hpp"

#include <algorithm>

#include "workflows/policies/conflicts.hpp"
#include "workflows/resolution/notices.hpp"

namespace redress::workflows::actions {
namespace {

/// Who takes over from somebody complained about: of those the organisation names for an escalation, the nearest whom nothing keeps from the remedy. Nobody
/// when there is none; a person assigns one then, and until they do notices go up the line.
StaffId successor_of(Turn const& turn, StaffId const& named) {
  auto const& organisation = turn.at.rules.organisation;
  auto const* member = organisation.find(named);
  for (auto const& [level, staff] : organisation.escalation) {
    bool const leads_them = member != nullptr && member->line_manager == staff;
    bool const is_kept_out = staff == named || policies::is_concerned(turn.complaint(), staff);
    if (level != Escalation::ExternalBody && !leads_them && !is_kept_out && !policies::leads_concerned(organisation, turn.complaint(), staff)) return staff;
  }
  return {};
}

void hand_over_appointments(Turn& turn, StaffId const& from, StaffId const& to) {
  for (auto const& one : turn.complaint().appointments)
    if (!one.cancelled && one.at > turn.at.now && one.with == from) turn.record(AppointmentChanged{one.id, one.kind, one.at, one.zone, to});
}

}  // namespace

void NameThem::perform(Turn& turn) {
  auto const& [staff, reason] = turn.command<NameStaff>();
  turn.record(StaffNamed{staff, reason});
  bool const was_theirs = turn.complaint().handler == staff;
  auto const successor = was_theirs ? successor_of(turn, staff) : turn.complaint().handler;
  if (was_theirs && !successor.empty()) {
    turn.record(HandlerAssigned{successor});
    notices::handed_over(turn, successor);
  }
  if (!successor.empty()) hand_over_appointments(turn, staff, successor);
}

void LetThemRead::perform(Turn& turn) {
  auto const& [staff, hours, reason] = turn.command<BreakGlass>();
  auto const until = turn.at.now + std::chrono::hours{hours};
  turn.record(GlassBroken{staff, until, reason});
  notices::glass_broken(turn, staff, until);
}

}  // namespace redress::workflows::actions
