// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/letter_facts.hpp"

#include <algorithm>

#include "workflows/policies/profile_rules.hpp"
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
  facts.situation = at.complaint.situation;
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

ScheduleRow row_of(Promise const& promise, Complaint const& complaint, Organisation const& organisation) {
  auto const* owner = organisation.find(promise.owner);
  return {promise.id, promise.what, owner == nullptr ? "" : owner->name.at(complaint.received.language), promise.by};
}

LetterFacts::Outcome outcome_of(Complaint const& complaint) {
  return complaint.stage == Stage::NotAgreed ? LetterFacts::Outcome::NotAgreed : LetterFacts::Outcome::Agreed;
}

/// The day until which we wait, as the deadline of the information says.
Date last_day_before(Consideration const& at, Time due) {
  return at.calendar.local_day(due - Duration{1});
}

/// By when they have their answer, so that they know what comes next and when; nothing while no clock runs.
std::optional<Date> day_of_answer(Consideration const& at) {
  auto const* deadline = deadline_to_extend(at, std::nullopt);
  return deadline == nullptr ? std::nullopt : std::optional(at.regime_calendar.local_day(deadline->due_at - Duration{1}));
}

void add_request_for_information(LetterFacts& facts, Consideration const& at) {
  for (auto const& question : at.complaint.questions)
    if (!question.answered && !question.text.empty()) facts.questions.push_back(question.text);
  auto const* deadline = find_deadline(at.complaint, deadline_names::information);
  if (!facts.answer_by && deadline != nullptr && deadline->state == DeadlineState::Running) facts.answer_by = last_day_before(at, deadline->due_at);
}

void add_proposal(LetterFacts& facts, Consideration const& at) {
  auto const& complaint = at.complaint;
  auto const& proposal = complaint.proposals.back();
  if (complaint.hearing) facts.desired_outcome = complaint.hearing->desired_outcome;
  facts.offer = proposal.description;
  facts.goodwill = proposal.goodwill;
  for (auto const& promise : complaint.promises)
    if (promise.proposal == proposal.id && promise.state == PromiseState::Proposed) facts.schedule.push_back(row_of(promise, complaint, at.rules.organisation));
}

void add_closure(LetterFacts& facts, Complaint const& complaint) {
  facts.outcome = outcome_of(complaint);
  facts.prevention = prevention_on_record(complaint);
  facts.put_right = complaint.satisfaction == Satisfaction::PutRight;
}

LetterFacts::Referral referral_in(ReferralRule const& rule, Language language) {
  return {rule.body.at(language), rule.address, rule.within};
}

/// Whoever may judge next is named in the letter that ends our part, and in a holding response where the regime asks for it there.
void add_holding_response(LetterFacts& facts, Consideration const& at) {
  auto const& profile = at.profile;
  auto const language = at.complaint.received.language;
  auto const asks_for = [&](LetterContents what) { return must_say(profile, LetterKind::HoldingResponse, what); };
  if (profile.referral && (asks_for(LetterContents::RightToRefer) || asks_for(LetterContents::ReferralBody)))
    facts.referral = referral_in(*profile.referral, language);
  auto const* deadline = deadline_to_extend(at, std::nullopt);
  auto const* rule = deadline == nullptr ? nullptr : rule_of(at, *deadline);
  if (rule == nullptr || !rule->extension) return;
  auto const notice = rule->extension->notice.find(language);
  if (notice != rule->extension->notice.end()) facts.notice = notice->second;
}

void add_final_response(LetterFacts& facts, Consideration const& at, DraftLetter const& command) {
  auto const& complaint = at.complaint;
  facts.outcome = outcome_of(complaint);
  if (complaint.hearing) facts.desired_outcome = complaint.hearing->desired_outcome;
  for (auto const& point : complaint.points)
    if (point.finding) facts.answers.push_back({point.id, point.text, *point.finding, point.explanation});
  if (complaint.root_cause) facts.cause = complaint.root_cause->circumstance;
  facts.discussion = command.discussion.value_or(complaint.hearing ? complaint.hearing->summary : "");
  facts.final_position = complaint.final_position;
  facts.prevention = command.prevention.value_or(prevention_on_record(complaint));
  if (!complaint.proposals.empty() && complaint.proposals.back().answer == ProposalAnswer::Accept) facts.goodwill = complaint.proposals.back().goodwill;
  facts.schedule = schedule_on_record(complaint, at.rules.organisation);
  for (auto const& person : complaint.involved) facts.copies.push_back(person.name);
  if (at.profile.referral) facts.referral = referral_in(*at.profile.referral, complaint.received.language);
}

/// A new day for a promise that was missed: a working week from now, later while its owner is away. A year of absence is more than anybody will wait for.
Date day_to_offer(Consideration const& at, StaffId const& owner) {
  constexpr int working_days = 5;
  constexpr int days_looked_at = 366;
  auto const* member = at.rules.organisation.find(owner);
  auto const can_be_kept_on = [&](Date day) { return at.calendar.hours_on(day).has_value() && (member == nullptr || !member->is_away_on(day)); };
  auto day = std::chrono::sys_days(at.calendar.local_day(at.now));
  for (int worked = 0, looked_at = 0; looked_at < days_looked_at; ++looked_at) {
    day += std::chrono::days{1};
    if (at.calendar.hours_on(day).has_value()) ++worked;
    if (worked >= working_days && can_be_kept_on(day)) break;
  }
  return day;
}

/// An apology is due whatever the complaint itself came to: a promise was ours to keep.
void add_missed_promise(LetterFacts& facts, Consideration const& at, DraftLetter const& command) {
  auto const* promise = find_by_id(at.complaint.promises, command.promise.value_or(PromiseId{}));
  if (promise == nullptr) return;
  facts.apology_due = !command.no_apology_because;
  facts.promise = row_of(*promise, at.complaint, at.rules.organisation);
  if (!facts.new_date) facts.new_date = day_to_offer(at, promise->owner);
}

/// What the kind of letter needs besides what all of them have.
void add_own_facts(LetterFacts& facts, Consideration const& at, DraftLetter const& command) {
  switch (command.kind) {
    case LetterKind::FinalResponse:
      return add_final_response(facts, at, command);
    case LetterKind::PromiseMissed:
      return add_missed_promise(facts, at, command);
    case LetterKind::RequestForInformation:
      return add_request_for_information(facts, at);
    case LetterKind::Proposal:
      return add_proposal(facts, at);
    case LetterKind::FollowUp:
      facts.schedule = schedule_on_record(at.complaint, at.rules.organisation);
      return;
    case LetterKind::Closure:
      return add_closure(facts, at.complaint);
    case LetterKind::HoldingResponse:
      return add_holding_response(facts, at);
    case LetterKind::Acknowledgement:
    case LetterKind::Appointment:
    case LetterKind::UnconfirmedSender:
      return;
  }
}

}  // namespace

std::vector<ScheduleRow> schedule_on_record(Complaint const& complaint, Organisation const& organisation) {
  std::vector<ScheduleRow> rows;
  for (auto const& promise : complaint.promises)
    if (promise.state != PromiseState::Proposed && promise.state != PromiseState::Released) rows.push_back(row_of(promise, complaint, organisation));
  return rows;
}

LetterFacts acknowledgement_facts(Consideration const& at, Acknowledge const& command, StaffId const& handler, Appointment const& appointment) {
  auto facts = common_facts(at, LetterKind::Acknowledgement, handler);
  if (command.matter) facts.matter = *command.matter;
  facts.apology_due = !command.no_apology_because;
  facts.appointment = LetterFacts::Appointment{appointment.kind, appointment.at, appointment.zone};
  for (auto const& point : at.complaint.points) facts.points.push_back(point.text);
  facts.questions = command.questions;
  facts.new_date = day_of_answer(at);
  return facts;
}

LetterFacts appointment_facts(Consideration const& at, Appointment const& appointment, LetterFacts::News news) {
  auto facts = common_facts(at, LetterKind::Appointment, appointment.with);
  facts.appointment = LetterFacts::Appointment{appointment.kind, appointment.at, appointment.zone};
  facts.news = news;
  return facts;
}

LetterFacts question_facts(Consideration const& at, std::string const& question) {
  auto facts = common_facts(at, LetterKind::RequestForInformation, at.complaint.handler);
  facts.questions = {question};
  facts.answer_by = last_day_before(at, due_after(at.now, at.profile.information_within, at.calendar).at);
  return facts;
}

LetterFacts drafted_facts(Consideration const& at, DraftLetter const& command) {
  auto facts = common_facts(at, command.kind, command.signed_by.value_or(at.complaint.handler));
  if (command.matter) facts.matter = *command.matter;
  if (command.no_apology_because) facts.apology_due = false;
  facts.delay_reason = command.delay_reason.value_or("");
  facts.known_so_far = command.known_so_far.value_or("");
  facts.new_date = command.new_date;
  facts.answer_by = command.answer_by;
  add_own_facts(facts, at, command);
  return facts;
}

}  // namespace redress::workflows
