// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/following_up.hpp"

#include "workflows/policies/promise_date.hpp"

namespace redress::workflows::policies {

void PromiseIsKnown::check(Consideration const& at, MissingList& missing) {
  if (at.command == nullptr) {
    if (at.complaint.promises.empty()) miss(missing, Reason::UnknownPromise);
    return;
  }
  std::visit(
      [&](auto const& one) {
        if constexpr (requires { PromiseId{one.promise}; })
          if (find_by_id(at.complaint.promises, one.promise) == nullptr) miss(missing, Reason::UnknownPromise, one.promise.value);
      },
      *at.command);
}

void NewDateCanBeKept::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<AmendPromise>();
  if (command == nullptr) return;
  check_promise_date(at, command->by, "by", missing);
  if (auto const* promise = find_by_id(at.complaint.promises, command->promise)) check_promise_owner(at, promise->owner, command->by, "by", missing);
}

void EveryPromiseSettled::check(Consideration const& at, MissingList& missing) {
  for (auto const& promise : outstanding_promises(at.complaint)) miss(missing, Reason::PromisesOutstanding, promise.value);
}

void ComplainantAsked::check(Consideration const& at, MissingList& missing) {
  if (!at.complaint.satisfaction) miss(missing, Reason::ComplainantNotAsked);
}

void LessonOnRecord::check(Consideration const& at, MissingList& missing) {
  if (!at.complaint.root_cause) miss(missing, Reason::NoRootCause);
  if (at.complaint.preventive_actions.empty() && !at.complaint.prevention_ruled_out) miss(missing, Reason::NoLesson);
}

void ActionIsKnown::check(Consideration const& at, MissingList& missing) {
  if (at.command == nullptr) {
    if (at.complaint.preventive_actions.empty()) miss(missing, Reason::UnknownAction);
    return;
  }
  std::visit(
      [&](auto const& one) {
        if constexpr (requires { ActionId{one.action}; })
          if (find_by_id(at.complaint.preventive_actions, one.action) == nullptr) miss(missing, Reason::UnknownAction, one.action.value);
      },
      *at.command);
  if (auto const* command = at.given<AgreePreventiveAction>(); command != nullptr && at.rules.organisation.find(command->owner) == nullptr)
    miss(missing, Reason::UnknownStaff, command->owner.value);
}

void SomethingIsSaid::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<AddPreventiveAction>();
  if (command != nullptr && command->what.has_value() == command->none_because.has_value()) miss(missing, Reason::MalformedCommand, "what");
}

}  // namespace redress::workflows::policies
