// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/beside.hpp"

#include <algorithm>

#include "workflows/policies/profile_rules.hpp"

namespace redress::workflows::policies {
namespace {

/// 10 MB of bytes in base64.
constexpr std::size_t attachment_base64_most = 14'000'000;

}  // namespace

void ExtensibleDeadlineRuns::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<Extend>();
  if (deadline_to_extend(at, command == nullptr ? std::nullopt : command->deadline) == nullptr) miss(missing, Reason::NothingToExtend);
}

void ExtensionWithinBounds::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<Extend>();
  auto const* deadline = deadline_to_extend(at, command == nullptr ? std::nullopt : command->deadline);
  auto const* rule = deadline == nullptr ? nullptr : rule_of(at, *deadline);
  if (rule == nullptr) return;
  if (command != nullptr && (command->by.amount < 1 || command->by.amount > longest_period)) return miss(missing, Reason::MalformedCommand, "by.amount");
  // Before a period is given, the shortest there is tells whether any would be allowed.
  auto const by = command == nullptr ? Period{1, Unit::Hours} : command->by;
  auto const refusal = refusal_of_extension(*rule, extensions_of(*deadline), deadline->due_at, by, at.regime_calendar);
  if (refusal == ExtensionRefusal::NotProvided) miss(missing, Reason::ExtensionNotProvided, at.profile.name);
  if (refusal == ExtensionRefusal::UsedUp) miss(missing, Reason::ExtensionsUsedUp, at.profile.name);
  if (refusal == ExtensionRefusal::TooLong) miss(missing, Reason::ExtensionTooLong, "by");
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

void SenderIsInvolved::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<ReceiveMessage>();
  if (command == nullptr || !command->person) return;
  auto const same = [&](Involved const& one) { return one.person == *command->person; };
  if (std::ranges::none_of(at.complaint.involved, same)) miss(missing, Reason::UnknownPerson, command->person->value);
}

void FileIsSmallEnough::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<Attach>();
  if (command != nullptr && command->content.size() > attachment_base64_most) miss(missing, Reason::FileTooLarge, "content");
}

void DeadlineIsRunning::check(Consideration const& at, MissingList& missing) {
  auto const check = [&](DeadlineName const& name, PromiseId const& promise) {
    auto const* deadline = find_deadline(at.complaint, name, promise);
    if (deadline == nullptr || deadline->state != DeadlineState::Running) miss(missing, Reason::DeadlineNotRunning, name.value);
  };
  if (auto const* warned = at.given<DeadlineWarned>()) check(warned->deadline, warned->promise.value_or(PromiseId{}));
  if (auto const* passed = at.given<DeadlinePassed>()) check(passed->deadline, {});
}

}  // namespace redress::workflows::policies
