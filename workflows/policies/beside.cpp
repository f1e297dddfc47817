// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/beside.hpp"

#include <algorithm>

namespace redress::workflows::policies {
namespace {

/// 10 MB of bytes in base64.
constexpr std::size_t attachment_base64_most = 14'000'000;

bool is_longer(Period asked, Period most, Consideration const& at) {
  return due_after(at.now, asked, at.calendar).at > due_after(at.now, most, at.calendar).at;
}

}  // namespace

void FinalResponseStillDue::check(Consideration const& at, MissingList& missing) {
  auto const* deadline = find_deadline(at.complaint, DeadlineName::FinalResponse);
  if (deadline == nullptr || deadline->state != DeadlineState::Running) miss(missing, Reason::NothingToExtend);
}

void ExtensionWithinBounds::check(Consideration const& at, MissingList& missing) {
  if (at.complaint.extensions >= at.profile.extensions) miss(missing, Reason::ExtensionsUsedUp, at.profile.name);
  auto const* command = at.given<Extend>();
  if (command == nullptr) return;
  if (command->by.amount < 1)
    miss(missing, Reason::MalformedCommand, "by.amount");
  else if (command->by.amount > 1000 || is_longer(command->by, at.profile.extension_at_most, at))
    miss(missing, Reason::ExtensionTooLong, "by");
}

void HoldStands::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<LiftHold>();
  if (command == nullptr) {
    auto const& holds = at.complaint.holds;
    if (holds.empty())
      miss(missing, Reason::UnknownHold);
    else if (std::ranges::all_of(holds, &Hold::lifted))
      miss(missing, Reason::HoldAlreadyLifted);
    return;
  }
  auto const* hold = find_by_id(at.complaint.holds, command->hold);
  if (hold == nullptr)
    miss(missing, Reason::UnknownHold, command->hold.value);
  else if (hold->lifted)
    miss(missing, Reason::HoldAlreadyLifted, command->hold.value);
}

void NextLevelExists::check(Consideration const& at, MissingList& missing) {
  if (at.complaint.escalation == Escalation::ExternalBody) miss(missing, Reason::AlreadyAtTheTop);
}

void TargetIsAnother::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<Merge>();
  if (command != nullptr && command->into == at.complaint.received.reference) miss(missing, Reason::MergeIntoItself, "into");
}

void FileIsSmallEnough::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<Attach>();
  if (command != nullptr && command->content.size() > attachment_base64_most) miss(missing, Reason::FileTooLarge, "content");
}

void DeadlineIsRunning::check(Consideration const& at, MissingList& missing) {
  auto const check = [&](DeadlineName name, PromiseId const& promise) {
    auto const* deadline = find_deadline(at.complaint, name, promise);
    if (deadline == nullptr || deadline->state != DeadlineState::Running) miss(missing, Reason::DeadlineNotRunning, std::string(name_of(name)));
  };
  if (auto const* warned = at.given<DeadlineWarned>()) check(warned->deadline, warned->promise.value_or(PromiseId{}));
  if (auto const* passed = at.given<DeadlinePassed>()) check(passed->deadline, {});
}

}  // namespace redress::workflows::policies
