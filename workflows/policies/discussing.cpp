// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/discussing.hpp"

#include <algorithm>

#include "workflows/policies/promise_date.hpp"

namespace redress::workflows::policies {
namespace {

Proposal const* open_proposal(Complaint const& complaint) {
  return !complaint.proposals.empty() && !complaint.proposals.back().answer ? &complaint.proposals.back() : nullptr;
}

}  // namespace

void check_promise_date(Consideration const& at, Date by, std::string const& subject, MissingList& missing) {
  auto const hours = by.ok() ? at.calendar.hours_on(by) : std::nullopt;
  if (!by.ok() || by < at.calendar.local_day(at.now))
    miss(missing, Reason::PromiseInThePast, subject);
  else if (!hours)
    miss(missing, Reason::PromiseOutsideWorkingTime, subject);
  else if (at.calendar.moment(by, hours->until) <= at.now)
    miss(missing, Reason::PromiseInThePast, subject);
}

void check_promise_owner(Consideration const& at, StaffId const& owner, Date by, std::string const& subject, MissingList& missing) {
  auto const* member = at.rules.organisation.find(owner);
  if (member == nullptr)
    miss(missing, Reason::UnknownStaff, subject);
  else if (by.ok() && member->is_away_on(by))
    miss(missing, Reason::OwnerAway, subject);
}

void HeardOut::check(Consideration const& at, MissingList& missing) {
  if (!at.complaint.hearing) miss(missing, Reason::NotHeardOut);
}

void IdentityConfirmed::check(Consideration const& at, MissingList& missing) {
  if (!at.complaint.identity_confirmed) miss(missing, Reason::IdentityNotConfirmed);
}

void NoOtherProposalOpen::check(Consideration const& at, MissingList& missing) {
  if (auto const* proposal = open_proposal(at.complaint)) miss(missing, Reason::ProposalOpen, proposal->id.value);
}

void PromisesCanBeKept::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<ProposeRemedy>();
  if (command == nullptr) return;
  if (command->promises.empty()) miss(missing, Reason::NoPromises, "promises");
  std::size_t index = 0;
  for (auto const& promise : command->promises) {
    auto const subject = "promises[" + std::to_string(index++) + "]";
    check_promise_owner(at, promise.owner, promise.by, subject + ".owner", missing);
    check_promise_date(at, promise.by, subject + ".by", missing);
  }
}

void ProposalIsOpen::check(Consideration const& at, MissingList& missing) {
  auto const* open = open_proposal(at.complaint);
  auto const* command = at.given<RecordAnswer>();
  if (open == nullptr)
    miss(missing, Reason::NoOpenProposal);
  else if (command != nullptr && command->proposal != open->id)
    miss(missing, Reason::UnknownProposal, command->proposal.value);
}

void ProposalAccepted::check(Consideration const& at, MissingList& missing) {
  auto const& proposals = at.complaint.proposals;
  bool const is_accepted = !proposals.empty() && proposals.back().answer == ProposalAnswer::Accept;
  // What was agreed before the complaint was reopened is not agreed a second time.
  auto const still_to_agree = [&](Promise const& promise) { return promise.proposal == proposals.back().id && promise.state == PromiseState::Proposed; };
  if (!is_accepted || std::ranges::none_of(at.complaint.promises, still_to_agree)) miss(missing, Reason::NoAcceptedProposal);
}

void SomethingWasProposed::check(Consideration const& at, MissingList& missing) {
  if (at.complaint.proposals.empty()) miss(missing, Reason::NoProposalMade);
}

}  // namespace redress::workflows::policies
