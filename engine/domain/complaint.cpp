// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/complaint.hpp"

#include <algorithm>
#include <utility>

#include "engine/domain/ensure.hpp"

namespace redress {
namespace {

template <class List, class Id>
auto& existing(List& list, Id const& id) {
  auto* element = find_by_id(list, id);
  ensure(element != nullptr, "an event names something that its complaint never had");
  return *element;
}

/// One overload an event, in the order of the road. What an event does not change needs no line.
struct Fold {
  Complaint& complaint;
  Time at;

  void operator()(ComplaintReceived const& event) const {
    complaint.received = event;
    complaint.situation = event.situation.value_or("");
    // Histories from before the reach stood for itself have it in the post.
    complaint.reach = event.reach.value_or(event.public_post ? event.public_post->reach : 0);
    complaint.severity = event.severity;
    if (event.mail) complaint.mails.push_back(*event.mail);
  }
  void operator()(StageMoved const& event) const {
    complaint.stage = event.to;
    if (!is_open(event.to))
      complaint.ended_at = at;
    else if (complaint.ended_at)
      complaint.rested += at - *std::exchange(complaint.ended_at, std::nullopt);
  }
  void operator()(IdentityProposed const& event) const { complaint.candidates = event.candidates; }
  void operator()(IdentityAsked const& event) const {
    complaint.identity_question = IdentityQuestion{event.account, event.address, event.code_digest, at};
    remember({}, std::nullopt, event.message_id, event.reply_token);
  }
  void operator()(IdentityConfirmed const& event) const {
    complaint.identity_confirmed = true;
    if (event.account) complaint.account = *event.account;
  }
  void operator()(ComplaintAcknowledged const& event) const {
    complaint.apology_due = !event.no_apology_because;
    complaint.matter = event.matter.value_or("");
    if (event.severity) complaint.severity = event.severity;
  }
  void operator()(PointsDefined const&) const { complaint.points.clear(); }
  void operator()(PointDefined const& event) const { complaint.points.push_back({event.point, event.text, {}, {}}); }
  void operator()(SituationNamed const& event) const { complaint.situation = event.situation; }
  void operator()(HandlerAssigned const& event) const {
    if (!complaint.handler.empty() && complaint.handler != event.handler) ++complaint.transfers;
    complaint.handler = event.handler;
  }
  void operator()(AppointmentMade const& event) const { complaint.appointments.push_back({event.appointment, event.kind, event.at, event.zone, event.with}); }
  void operator()(AppointmentChanged const& event) const {
    auto& appointment = existing(complaint.appointments, event.appointment);
    appointment.kind = event.kind;
    appointment.at = event.at;
    appointment.zone = event.zone;
    appointment.with = event.with;
    ++appointment.changes;
  }
  void operator()(AppointmentCancelled const& event) const { existing(complaint.appointments, event.appointment).cancelled = true; }
  void operator()(MessageReceived const& event) const {
    if (event.mail) complaint.mails.push_back(*event.mail);
    if (event.person) return;
    complaint.contacts.push_back({Direction::In, event.channel, event.at, {}, event.text});
    complaint.reopening_asked = !is_open(complaint.stage);
  }
  void operator()(ContactRecorded const& event) const {
    complaint.contacts.push_back({event.direction, event.channel, event.at, event.by, event.summary});
    if (event.direction == Direction::Out) complaint.reopening_asked = false;
  }

  void operator()(InvestigationBegun const&) const {}
  void operator()(StatementRequested const& event) const {
    complaint.involved.push_back({event.person, event.person_name, event.email.value_or(""), event.role.value_or(""), false});
  }
  void operator()(StatementRecorded const& event) const {
    for (auto& person : complaint.involved)
      if (person.person == event.person) person.heard = true;
  }
  void operator()(FactRecorded const& event) const { complaint.facts.push_back({event.fact, event.text, event.evidence}); }
  void operator()(RootCauseRecorded const& event) const { complaint.root_cause = RootCause{event.category, event.circumstance}; }
  void operator()(PointAnswered const& event) const {
    auto& point = existing(complaint.points, event.point);
    point.finding = event.finding;
    point.explanation = event.explanation;
  }
  void operator()(InvestigationConcluded const&) const {}

  void operator()(HearingRecorded const& event) const { complaint.hearing = Hearing{event.desired_outcome, event.summary.value_or("")}; }
  void operator()(RemedyProposed const& event) const {
    complaint.proposals.push_back({event.proposal, event.description, event.compensation, event.goodwill.value_or(""), {}});
  }
  void operator()(ProposalAnswered const& event) const { existing(complaint.proposals, event.proposal).answer = event.answer; }
  void operator()(ScheduleAgreed const&) const {}
  void operator()(AgreementNotReached const& event) const { complaint.final_position = event.final_position; }

  void operator()(LetterDrafted const& event) const {
    if (auto* letter = find_by_id(complaint.letters, event.letter)) {
      letter->document = event.document;
      letter->drafted_by = event.by;
      letter->state = LetterState::Drafted;
      letter->copies.clear();
      letter->signed_by = event.signed_by.value_or(StaffId{});
      letter->recipient.clear();
      ++letter->drafts;
    } else {
      complaint.letters.push_back({event.letter, event.kind, LetterState::Drafted, event.document, event.by, 1, {}, event.signed_by.value_or(StaffId{}), {}});
    }
  }
  void operator()(LetterReviewed const& event) const { existing(complaint.letters, event.letter).state = LetterState::Reviewed; }
  void operator()(LetterReturned const& event) const { existing(complaint.letters, event.letter).state = LetterState::Drafted; }
  void operator()(LetterApproved const& event) const {
    auto& letter = existing(complaint.letters, event.letter);
    letter.state = LetterState::Approved;
    letter.recipient = event.recipient.value_or("");
  }
  void operator()(LetterQueued const& event) const {
    existing(complaint.letters, event.letter).state = LetterState::Queued;
    remember(event.letter, std::nullopt, event.message_id, event.reply_token);
  }
  void operator()(LetterCopied const& event) const {
    existing(complaint.letters, event.letter).copies.push_back({event.recipient, LetterState::Queued, event.version, event.withheld, {}, {}});
    remember(event.letter, event.recipient, event.message_id, event.reply_token);
  }
  void operator()(CopyRead const& event) const {
    for (auto& copy : existing(complaint.letters, event.letter).copies) {
      if (copy.recipient != event.recipient) continue;
      copy.read_at = at;
      copy.learned = event.learned.value_or("");
    }
  }
  void operator()(LetterDelivered const& event) const { move_letter(event.letter, event.recipient, LetterState::Accepted); }
  void operator()(LetterDelayNoted const&) const {}
  void operator()(LetterReturnedUndelivered const& event) const { move_letter(event.letter, event.recipient, LetterState::Bounced); }

  void operator()(PromiseProposed const& event) const {
    complaint.promises.push_back({event.promise, event.proposal, PromiseState::Proposed, event.what, event.owner, event.by, {}, {}});
  }
  void operator()(PromiseAgreed const& event) const { existing(complaint.promises, event.promise).state = PromiseState::Agreed; }
  void operator()(PromiseFellDue const& event) const { existing(complaint.promises, event.promise).state = PromiseState::Due; }
  void operator()(PromiseKept const& event) const {
    auto& promise = existing(complaint.promises, event.promise);
    promise.state = PromiseState::Kept;
    promise.evidence = event.evidence;
  }
  void operator()(PromiseBroken const& event) const { existing(complaint.promises, event.promise).state = PromiseState::Missed; }
  void operator()(PromiseAmended const& event) const {
    auto& promise = existing(complaint.promises, event.promise);
    promise.state = PromiseState::Amended;
    promise.earlier.push_back(promise.by);
    promise.by = event.by;
  }
  void operator()(PromiseReleased const& event) const { existing(complaint.promises, event.promise).state = PromiseState::Released; }

  void operator()(FollowUpRecorded const& event) const { complaint.satisfaction = event.satisfaction; }
  void operator()(PreventiveActionProposed const& event) const {
    complaint.preventive_actions.push_back({event.action, PreventiveActionState::Proposed, event.what, event.kind, {}, {}});
  }
  void operator()(PreventiveActionRuledOut const&) const { complaint.prevention_ruled_out = true; }
  void operator()(PreventiveActionAgreed const& event) const {
    auto& action = existing(complaint.preventive_actions, event.action);
    action.state = PreventiveActionState::Agreed;
    action.owner = event.owner;
    action.by = event.by;
  }
  void operator()(PreventiveActionCompleted const& event) const { existing(complaint.preventive_actions, event.action).state = PreventiveActionState::Done; }
  void operator()(PreventiveActionAssessed const& event) const {
    existing(complaint.preventive_actions, event.action).state =
        event.found == Effectiveness::Effective ? PreventiveActionState::FoundEffective : PreventiveActionState::FoundIneffective;
  }
  void operator()(ComplaintClosed const& event) const { complaint.outcome = event.outcome; }

  void operator()(ComplaintEscalated const& event) const { complaint.escalation = event.level; }
  void operator()(InformationAsked const& event) const {
    complaint.questions.push_back({event.question, false, event.again});
    complaint.waiting = Waiting::WaitingForComplainant;
    complaint.waiting_since = at;
  }
  void operator()(InformationRecorded const& event) const {
    if (complaint.waiting == Waiting::WaitingForComplainant && !complaint.questions.empty()) complaint.questions.back().answered = true;
    if (event.email) complaint.received.complainant.email = *event.email;
    if (event.phone) complaint.received.complainant.phone = *event.phone;
  }
  void operator()(WaitingEnded const&) const {
    complaint.waiting = Waiting::NotWaiting;
    complaint.waiting_since.reset();
  }
  void operator()(ResponseExtended const&) const { ++complaint.extensions; }
  void operator()(HoldPlaced const& event) const { complaint.holds.push_back({event.hold, event.what, event.systems, false}); }
  void operator()(HoldLifted const& event) const { existing(complaint.holds, event.hold).lifted = true; }
  void operator()(NoteAdded const&) const { ++complaint.notes; }
  void operator()(FileAttached const&) const { ++complaint.attachments; }
  void operator()(StaffNamed const& event) const {
    complaint.received.concerns_staff.push_back(event.staff);
    if (complaint.handler != event.staff) return;
    complaint.handler = {};
    ++complaint.transfers;
  }
  void operator()(GlassBroken const& event) const {
    auto const known = std::ranges::find(complaint.let_in, event.staff, &LetIn::staff);
    if (known == complaint.let_in.end())
      complaint.let_in.push_back({event.staff, event.until});
    else
      known->until = event.until;
  }
  void operator()(ComplaintWithdrawn const&) const {}
  void operator()(ComplaintMerged const& event) const { complaint.merged_into = event.into; }
  void operator()(ComplaintReferred const&) const {}
  void operator()(ComplaintReopened const&) const {
    complaint.outcome.reset();
    complaint.satisfaction.reset();
    complaint.reopening_asked = false;
    complaint.earlier_letters = static_cast<std::int64_t>(complaint.letters.size());
  }

  void operator()(DeadlineSet const& event) const {
    Deadline deadline{event.deadline, event.start, event.promise.value_or(PromiseId{}), event.due_at, event.warn_at, event.because, DeadlineState::Running,
                      false,          false};
    if (auto* known = find(event.deadline, event.promise))
      *known = std::move(deadline);
    else
      complaint.deadlines.push_back(std::move(deadline));
  }
  void operator()(DeadlineMoved const& event) const {
    if (auto* deadline = find(event.deadline, event.promise)) move_to(*deadline, event.state);
  }
  void operator()(DeadlineWarningGiven const& event) const {
    if (auto* deadline = find(event.deadline, event.promise)) deadline->warned = true;
  }

  [[nodiscard]] Deadline* find(DeadlineName const& name, std::optional<PromiseId> const& promise) const {
    return const_cast<Deadline*>(find_deadline(complaint, name, promise.value_or(PromiseId{})));
  }

  /// What has no identifier of a mail is on paper, and nobody answers it by mail.
  void remember(LetterId const& letter, std::optional<PersonId> const& recipient, std::optional<std::string> const& message_id,
                std::optional<std::string> const& reply_token) const {
    if (message_id) complaint.sendings.push_back({letter, recipient, *message_id, reply_token.value_or("")});
  }

  void move_letter(LetterId const& id, std::optional<PersonId> const& recipient, LetterState state) const {
    auto& letter = existing(complaint.letters, id);
    if (!recipient) {
      letter.state = state;
      return;
    }
    for (auto& copy : letter.copies)
      if (copy.recipient == *recipient) copy.state = state;
  }
};

}  // namespace

void apply(Complaint& complaint, RecordedEvent const& recorded) {
  ensure(recorded.sequence == complaint.version + 1, "events of a complaint are applied in order, without gaps");
  if (complaint.version == 0) complaint.id = recorded.complaint;
  complaint.version = recorded.sequence;
  std::visit(Fold{complaint, recorded.at}, recorded.event);
}

Deadline const* find_deadline(Complaint const& complaint, DeadlineName const& name, PromiseId const& promise) {
  for (auto const& deadline : complaint.deadlines)
    if (deadline.name == name && deadline.promise == promise) return &deadline;
  return nullptr;
}

Letter const* newest_letter(Complaint const& complaint, LetterKind kind) {
  for (auto letter = complaint.letters.rbegin(); letter != complaint.letters.rend() - complaint.earlier_letters; ++letter)
    if (letter->kind == kind) return &*letter;
  return nullptr;
}

Appointment const* standing_appointment(Complaint const& complaint) {
  Appointment const* standing = nullptr;
  for (auto const& appointment : complaint.appointments)
    if (!appointment.cancelled) standing = &appointment;
  return standing;
}

Promise const* missed_promise(Complaint const& complaint, std::optional<PromiseId> const& id) {
  Promise const* missed = nullptr;
  for (auto const& promise : complaint.promises)
    if (promise.state == PromiseState::Missed && (!id || promise.id == *id)) missed = &promise;
  return missed;
}

std::vector<PromiseId> outstanding_promises(Complaint const& complaint) {
  std::vector<PromiseId> outstanding;
  for (auto const& promise : complaint.promises)
    if (is_outstanding(promise.state)) outstanding.push_back(promise.id);
  return outstanding;
}

}  // namespace redress
