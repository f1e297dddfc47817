// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/notices.hpp"

#include <algorithm>
#include <optional>

#include "workflows/policies/conflicts.hpp"
#include "workflows/policies/profile_rules.hpp"
#include "workflows/resolution/reply_address.hpp"

namespace redress::workflows::notices {
namespace {

using ports::NoticeFacts;
using ports::NoticeKind;
using Recipients = std::vector<StaffMember const*>;

bool is_concerned(Turn const& turn, StaffId const& staff) {
  return policies::is_concerned(turn.complaint(), staff);
}

/// Adds them unless they are told already, are complained about, or are nobody of ours.
void add(Recipients& recipients, Turn const& turn, StaffId const& staff) {
  auto const* member = turn.at.rules.organisation.find(staff);
  bool const is_told = member == nullptr || std::ranges::find(recipients, member) != recipients.end();
  if (!is_told && !is_concerned(turn, staff)) recipients.push_back(member);
}

/// Who is next at a level: as the organisation says, else the handler's line manager. In the place of somebody complained about stands their own manager.
StaffId next_in_line(Turn const& turn, Escalation level) {
  auto const& organisation = turn.at.rules.organisation;
  auto const manager_of = [&](StaffId const& staff) {
    auto const* member = organisation.find(staff);
    return member == nullptr ? StaffId{} : member->line_manager;
  };
  auto const named = organisation.escalation.find(level);
  auto next = named == organisation.escalation.end() ? manager_of(turn.complaint().handler) : named->second;
  while (is_concerned(turn, next)) next = manager_of(next);
  return next;
}

StaffId next_in_line(Turn const& turn) {
  auto const level = turn.complaint().escalation;
  if (level == Escalation::ExternalBody) return {};
  return next_in_line(turn, static_cast<Escalation>(static_cast<int>(level) + 1));
}

Recipients whoever_has_it(Turn const& turn) {
  Recipients recipients;
  add(recipients, turn, turn.complaint().handler);
  if (recipients.empty()) add(recipients, turn, next_in_line(turn));
  return recipients;
}

/// Letters to complainants never wait; a notice to our own people does, until they are there to read it.
std::optional<Time> moment_to_write(Turn const& turn) {
  if (turn.at.profile.staff_notices == StaffNotices::AtOnce) return std::nullopt;
  return turn.at.calendar.next_opening(turn.at.now);
}

/// Under the null return path: a notice that comes back must not come in as a complaint.
void send(Turn& turn, Recipients const& recipients, NoticeFacts const& facts, std::optional<Time> not_before) {
  for (auto const* member : recipients) {
    auto const uuid = turn.circumstances.identifiers.uuid(turn.at.now);
    auto const envelope = ports::envelope_to(*member, turn.at.rules.organisation, uuid, not_before.value_or(turn.at.now));
    auto mail = turn.notices.mail(facts, envelope);
    turn.decision.effects.emplace_back(SendMessage{{}, std::nullopt, Route::Mail, {}, member->email, std::move(mail), not_before});
  }
}

void send(Turn& turn, Recipients const& recipients, NoticeFacts const& facts) {
  send(turn, recipients, facts, moment_to_write(turn));
}

NoticeFacts facts_of(Turn const& turn, NoticeKind kind, WorkingCalendar const& calendar) {
  return {kind, turn.at.rules.organisation.language, turn.complaint().received.reference, {}, {}, Escalation::NotEscalated, turn.at.profile, calendar, {}};
}

NoticeFacts deadline_facts(Turn const& turn, NoticeKind kind, Deadline const& deadline) {
  auto facts = facts_of(turn, kind, deadline.start ? turn.at.regime_calendar : turn.at.calendar);
  facts.deadline = deadline.name;
  facts.due = deadline.due_at;
  return facts;
}

bool is_for_the_final_response(Turn const& turn, Deadline const& deadline) {
  auto const* rule = rule_of(turn.at, deadline);
  return rule != nullptr && rule->met_by == Milestone::FinalResponseSent;
}

void tell_owner(Turn& turn, NoticeKind kind, PromiseId const& id) {
  auto const* promise = find_by_id(turn.complaint().promises, id);
  auto const* deadline = find_deadline(turn.complaint(), deadline_names::promise, id);
  if (promise == nullptr || deadline == nullptr) return;
  Recipients recipients;
  add(recipients, turn, promise->owner);
  if (recipients.empty()) recipients = whoever_has_it(turn);
  send(turn, recipients, deadline_facts(turn, kind, *deadline));
}

void tell_systems(Turn& turn, ports::HoldEvent event, HoldId const& hold, std::vector<std::string> const& systems) {
  auto const json = turn.notices.json({event, turn.complaint().received.reference, hold, systems, turn.at.now});
  for (auto const& system : turn.at.rules.organisation.systems)
    if (!system.url.empty() && std::ranges::find(systems, system.name) != systems.end())
      turn.decision.effects.emplace_back(SendMessage{{}, std::nullopt, Route::Webhook, {}, system.name, json});
}

}  // namespace

void deadline_warned(Turn& turn, DeadlineName const& name) {
  auto const* deadline = find_deadline(turn.complaint(), name);
  if (deadline != nullptr) send(turn, whoever_has_it(turn), deadline_facts(turn, NoticeKind::DeadlineWarned, *deadline));
}

void deadline_passed(Turn& turn, DeadlineName const& name) {
  auto const* deadline = find_deadline(turn.complaint(), name);
  if (deadline == nullptr) return;
  auto recipients = whoever_has_it(turn);
  if (is_for_the_final_response(turn, *deadline)) add(recipients, turn, next_in_line(turn));
  send(turn, recipients, deadline_facts(turn, NoticeKind::DeadlinePassed, *deadline));
}

void promise_due(Turn& turn, PromiseId const& promise) {
  tell_owner(turn, NoticeKind::PromiseDue, promise);
}

void promise_missed(Turn& turn, PromiseId const& promise) {
  tell_owner(turn, NoticeKind::PromiseMissed, promise);
}

void escalated(Turn& turn, Escalation level) {
  Recipients recipients;
  add(recipients, turn, turn.complaint().handler);
  add(recipients, turn, next_in_line(turn, level));
  auto facts = facts_of(turn, NoticeKind::Escalated, turn.at.calendar);
  facts.level = level;
  send(turn, recipients, facts);
}

void message_received(Turn& turn) {
  auto const kind = is_open(turn.complaint().stage) ? NoticeKind::MessageReceived : NoticeKind::ReopeningAsked;
  send(turn, whoever_has_it(turn), facts_of(turn, kind, turn.at.calendar));
}

void letter_bounced(Turn& turn) {
  send(turn, whoever_has_it(turn), facts_of(turn, NoticeKind::LetterBounced, turn.at.calendar));
}

void identity_doubtful(Turn& turn, ComplaintReceived const& received, StaffId const& account_manager) {
  auto const* member = turn.at.rules.organisation.find(account_manager);
  if (member == nullptr || std::ranges::find(received.concerns_staff, account_manager) != received.concerns_staff.end()) return;
  auto facts = facts_of(turn, NoticeKind::IdentityDoubtful, turn.at.calendar);
  facts.reference = received.reference;
  send(turn, {member}, facts);
}

void handed_over(Turn& turn, StaffId const& handler) {
  Recipients recipients;
  add(recipients, turn, handler);
  send(turn, recipients, facts_of(turn, NoticeKind::HandedOver, turn.at.calendar));
}

void acknowledged_by_itself(Turn& turn, Appointment const& appointment) {
  Recipients recipients;
  add(recipients, turn, appointment.with);
  auto facts = facts_of(turn, NoticeKind::AcknowledgedByItself, turn.at.calendar);
  facts.due = appointment.at;
  send(turn, recipients, facts);
}

void glass_broken(Turn& turn, StaffId const& let_in, Time until) {
  auto recipients = whoever_has_it(turn);
  for (auto const& [level, staff] : turn.at.rules.organisation.escalation) add(recipients, turn, staff);
  auto facts = facts_of(turn, NoticeKind::GlassBroken, turn.at.calendar);
  facts.due = until;
  // At any hour: leave to read does not wait for the morning, and may be over by then.
  send(turn, recipients, facts, std::nullopt);
  facts.kind = NoticeKind::LetIn;
  if (auto const* member = turn.at.rules.organisation.find(let_in)) send(turn, {member}, facts, std::nullopt);
}

ports::MessageEnvelope identity_question(Turn& turn, std::string const& address, std::string const& code) {
  auto const language = turn.complaint().received.language;
  ports::MessageEnvelope envelope;
  make_known(turn, envelope);
  envelope.from_name = turn.at.rules.organisation.name.at(language);
  envelope.from_address = turn.at.rules.organisation.mail_address;
  envelope.to_address = address;
  envelope.date = turn.at.now;
  auto facts = facts_of(turn, NoticeKind::IdentityQuestion, turn.at.calendar);
  facts.language = language;
  facts.code = code;
  auto mail = turn.notices.mail(facts, envelope);
  turn.decision.effects.emplace_back(SendMessage{{}, std::nullopt, Route::Mail, return_path_of(turn, envelope), address, std::move(mail)});
  return envelope;
}

void hold_placed(Turn& turn, HoldId const& hold, std::vector<std::string> const& systems) {
  tell_systems(turn, ports::HoldEvent::HoldPlaced, hold, systems);
}

void hold_lifted(Turn& turn, HoldId const& hold) {
  auto const* placed = find_by_id(turn.complaint().holds, hold);
  if (placed != nullptr) tell_systems(turn, ports::HoldEvent::HoldLifted, hold, placed->systems);
}

}  // namespace redress::workflows::notices
