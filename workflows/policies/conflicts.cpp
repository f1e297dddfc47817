// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/conflicts.hpp"

#include <algorithm>
#include <array>

namespace redress::workflows::policies {
namespace {

constexpr std::int64_t longest_leave_hours = 72;

constexpr std::array decides_remedy{ProposeRemedy::name, AgreeSchedule::name,  ConcludeWithoutAgreement::name,
                                    ApproveLetter::name, ReleasePromise::name, BreakGlass::name};

}  // namespace

bool is_concerned(Complaint const& complaint, StaffId const& staff) {
  auto const& named = complaint.received.concerns_staff;
  return !staff.empty() && std::ranges::find(named, staff) != named.end();
}

bool leads_concerned(Organisation const& organisation, Complaint const& complaint, StaffId const& staff) {
  return !staff.empty() && std::ranges::any_of(complaint.received.concerns_staff, [&](StaffId const& named) {
    auto const* member = organisation.find(named);
    return member != nullptr && member->line_manager == staff;
  });
}

bool needs_distance(std::string_view command) {
  return std::ranges::find(decides_remedy, command) != decides_remedy.end();
}

bool is_kept_from(Organisation const& organisation, Complaint const& complaint, StaffId const& staff, std::string_view command) {
  return is_concerned(complaint, staff) || (needs_distance(command) && leads_concerned(organisation, complaint, staff));
}

void StaffCanBeNamed::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<NameStaff>();
  if (command == nullptr) return;
  if (at.rules.organisation.find(command->staff) == nullptr)
    miss(missing, Reason::UnknownStaff, command->staff.value);
  else if (is_concerned(at.complaint, command->staff))
    miss(missing, Reason::AlreadyNamed, command->staff.value);
}

void GlassCanBeBroken::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<BreakGlass>();
  if (command == nullptr) {
    if (at.complaint.received.concerns_staff.empty()) miss(missing, Reason::NotExcluded);
    return;
  }
  if (!is_concerned(at.complaint, command->staff)) miss(missing, Reason::NotExcluded, command->staff.value);
  if (command->hours < 1 || command->hours > longest_leave_hours) miss(missing, Reason::MalformedCommand, "hours");
}

}  // namespace redress::workflows::policies
