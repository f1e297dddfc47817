// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/profile_trial.hpp"

#include <algorithm>

namespace redress {
namespace {

bool is_talk(ContactRecorded const& contact) {
  return contact.channel == Channel::Phone || contact.channel == Channel::InPerson;
}

/// What an event is on the road of a complaint; empty for most. The complaint's coming in is another matter: it has a moment of its own.
std::optional<Milestone> milestone_of(Event const& event) {
  if (std::holds_alternative<ComplaintAcknowledged>(event)) return Milestone::Acknowledged;
  if (std::holds_alternative<PointsDefined>(event)) return Milestone::PointsDefined;
  if (std::holds_alternative<HearingRecorded>(event)) return Milestone::Talked;
  if (auto const* contact = std::get_if<ContactRecorded>(&event); contact != nullptr && is_talk(*contact)) return Milestone::Talked;
  if (std::holds_alternative<ScheduleAgreed>(event)) return Milestone::Agreed;
  if (auto const* moved = std::get_if<StageMoved>(&event); moved != nullptr && moved->to == Stage::LetterSent) return Milestone::FinalResponseSent;
  if (std::holds_alternative<ComplaintEscalated>(event)) return Milestone::Escalated;
  if (std::holds_alternative<ComplaintReopened>(event)) return Milestone::Reopened;
  if (std::holds_alternative<ComplaintClosed>(event)) return Milestone::Closed;
  return std::nullopt;
}

}  // namespace

void ProfileTrial::receive(Channel channel, Time at) {
  dates_.clear();
  for (auto const& rule : profile_.deadlines)
    if (rule.applies_to(channel)) dates_.push_back({&rule, {}, {}, false});
  reach(Milestone::Received, at);
}

void ProfileTrial::take(RecordedEvent const& recorded) {
  if (auto const* received = std::get_if<ComplaintReceived>(&recorded.event)) return receive(received->channel, received->received_at);
  if (auto const milestone = milestone_of(recorded.event)) reach(*milestone, recorded.at);
}

/// A deadline of that name, whatever it counts from: a complaint has one at a time.
bool ProfileTrial::runs(DeadlineName const& name, Time at) const {
  return std::ranges::any_of(dates_, [&](TrialDate const& one) { return one.runs && one.rule->name == name && !is_late(one.due->at, at); });
}

/// As a complaint's deadlines do: what waits for it is met, and what counts from it starts unless it runs, and has not passed by then.
void ProfileTrial::reach(Milestone milestone, Time at) {
  for (auto& one : dates_)
    if (one.rule->met_by == milestone) one.runs = false;
  for (auto& one : dates_) {
    if (one.rule->start != milestone || runs(one.rule->name, at)) continue;
    one.started_at = at;
    one.due = due_after(at, one.rule->counting, calendar_);
    one.runs = true;
  }
}

}  // namespace redress
