// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/letter_facts.hpp"

#include "workflows/resolution/schedule.hpp"

namespace redress::workflows {
namespace {

/// What it is about when nobody has said it in a phrase: the beginning of what the complainant wrote, which for a mail is its subject.
std::string first_words(std::string const& narrative) {
  constexpr std::size_t most = 80;
  auto line = narrative.substr(0, narrative.find('\n'));
  if (line.size() <= most) return line;
  auto const space = line.rfind(' ', most);
  return space == std::string::npos ? line.substr(0, line.find(' ')) : line.substr(0, space);
}

LetterFacts common_facts(Consideration const& at, LetterKind kind, StaffId const& handler) {
  LetterFacts facts;
  facts.kind = kind;
  facts.language = at.complaint.received.language;
  facts.reference = at.complaint.received.reference;
  facts.date = at.calendar.local_day(at.now);
  facts.received_on = at.calendar.local_day(at.complaint.received.received_at);
  facts.complainant = at.complaint.received.complainant;
  facts.handler = handler;
  facts.matter = at.complaint.matter.empty() ? first_words(at.complaint.received.narrative) : at.complaint.matter;
  facts.apology_due = at.complaint.apology_due;
  return facts;
}

/// What prevents a repeat, as the preventive actions on record say it.
std::string prevention_on_record(Complaint const& complaint) {
  std::string all;
  for (auto const& action : complaint.preventive_actions) all += (all.empty() ? "" : " ") + action.what;
  return all;
}

void add_final_response(LetterFacts& facts, Consideration const& at, DraftLetter const& command) {
  auto const& complaint = at.complaint;
  facts.outcome = complaint.stage == Stage::NotAgreed ? LetterFacts::Outcome::NotAgreed : LetterFacts::Outcome::Agreed;
  if (complaint.hearing) facts.desired_outcome = complaint.hearing->desired_outcome;
  for (auto const& point : complaint.points)
    if (point.finding) facts.answers.push_back({point.text, *point.finding, point.explanation});
  if (complaint.root_cause) facts.cause = complaint.root_cause->circumstance;
  facts.discussion = command.discussion.value_or(complaint.hearing ? complaint.hearing->summary : "");
  facts.final_position = complaint.final_position;
  facts.prevention = command.prevention.value_or(prevention_on_record(complaint));
  if (!complaint.proposals.empty() && complaint.proposals.back().answer == ProposalAnswer::Accept) facts.goodwill = complaint.proposals.back().goodwill;
  facts.schedule = schedule_on_record(complaint, at.rules.organisation);
  for (auto const& person : complaint.involved) facts.copies.push_back(person.name);
}

}  // namespace

std::vector<ScheduleRow> schedule_on_record(Complaint const& complaint, Organisation const& organisation) {
  std::vector<ScheduleRow> rows;
  for (auto const& promise : complaint.promises) {
    if (promise.state == PromiseState::Proposed || promise.state == PromiseState::Released) continue;
    auto const* owner = organisation.find(promise.owner);
    rows.push_back({promise.id, promise.what, owner == nullptr ? "" : owner->name.at(complaint.received.language), promise.by});
  }
  return rows;
}

LetterFacts acknowledgement_facts(Consideration const& at, Acknowledge const& command, StaffId const& handler, Appointment const& appointment) {
  auto facts = common_facts(at, LetterKind::Acknowledgement, handler);
  if (command.matter) facts.matter = *command.matter;
  facts.apology_due = !command.no_apology_because;
  facts.appointment = LetterFacts::Appointment{appointment.kind, appointment.at, appointment.zone};
  for (auto const& point : at.complaint.points) facts.points.push_back(point.text);
  facts.questions = command.questions;
  return facts;
}

LetterFacts drafted_facts(Consideration const& at, DraftLetter const& command) {
  auto facts = common_facts(at, command.kind, command.signed_by.value_or(at.complaint.handler));
  if (command.matter) facts.matter = *command.matter;
  if (command.no_apology_because) facts.apology_due = false;
  facts.delay_reason = command.delay_reason.value_or("");
  facts.known_so_far = command.known_so_far.value_or("");
  facts.new_date = command.new_date;
  if (command.kind == LetterKind::FinalResponse) add_final_response(facts, at, command);
  return facts;
}

}  // namespace redress::workflows
