// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/beside_actions.hpp"

#include <string>

#include "engine/domain/effort.hpp"
#include "engine/domain/ensure.hpp"
#include "workflows/resolution/deadline_keeper.hpp"
#include "workflows/resolution/letter_actions.hpp"
#include "workflows/resolution/letter_facts.hpp"
#include "workflows/resolution/letter_queue.hpp"
#include "workflows/resolution/notices.hpp"

namespace redress::workflows::actions {
namespace {

Appointment known_appointment(Turn const& turn, AppointmentId const& id) {
  auto const* appointment = find_by_id(turn.complaint().appointments, id);
  ensure(appointment != nullptr, "a policy let an unknown appointment through");
  return *appointment;
}

/// Whoever writes to us has it in writing, and in their calendar. Before we have acknowledged the complaint they were told of no appointment: the
/// acknowledgement will offer it.
void tell(Turn& turn, Appointment const& appointment, LetterFacts::News news) {
  auto const& received = turn.complaint().received;
  bool const is_told_in_writing = is_answered_by_mail(received.channel) && !received.complainant.email.empty();
  if (turn.complaint().stage == Stage::Received || !is_told_in_writing) return;
  write_at_once(turn, appointment_facts(turn.at, appointment, news), appointment);
}

void stop_waiting(Turn& turn) {
  if (turn.complaint().waiting == Waiting::NotWaiting) return;
  deadlines::meet(turn, deadline_names::information);
  deadlines::resume(turn);
  turn.record(WaitingEnded{});
}

}  // namespace

void DefineThePoints::perform(Turn& turn) {
  auto const& [points, situation] = turn.command<DefinePoints>();
  turn.record(PointsDefined{static_cast<std::int64_t>(points.size())});
  for (std::size_t i = 0; i < points.size(); ++i) turn.record(PointDefined{PointId("point-" + std::to_string(i + 1)), points[i]});
  if (situation && *situation != turn.complaint().situation) turn.record(SituationNamed{*situation});
  deadlines::reach(turn, Milestone::PointsDefined);
}

void GiveToHandler::perform(Turn& turn) {
  turn.record(HandlerAssigned{turn.command<AssignHandler>().handler});
}

void MakeTheAppointment::perform(Turn& turn) {
  auto const& command = turn.command<MakeAppointment>();
  Appointment const made{AppointmentId("appointment-" + std::to_string(turn.complaint().appointments.size() + 1)),
                         command.kind,
                         command.at,
                         turn.at.calendar.zone(),
                         command.with.value_or(turn.complaint().handler),
                         0,
                         false};
  turn.record(AppointmentMade{made.id, made.kind, made.at, made.zone, made.with});
  tell(turn, made, LetterFacts::News::Made);
}

void MoveTheAppointment::perform(Turn& turn) {
  auto const& command = turn.command<ChangeAppointment>();
  auto moved = known_appointment(turn, command.appointment);
  moved.kind = command.kind.value_or(moved.kind);
  moved.at = command.at;
  moved.zone = turn.at.calendar.zone();
  moved.with = command.with.value_or(moved.with);
  ++moved.changes;
  turn.record(AppointmentChanged{moved.id, moved.kind, moved.at, moved.zone, moved.with});
  tell(turn, moved, LetterFacts::News::Changed);
}

void CallOffTheAppointment::perform(Turn& turn) {
  auto const& command = turn.command<CancelAppointment>();
  auto cancelled = known_appointment(turn, command.appointment);
  cancelled.cancelled = true;
  turn.record(AppointmentCancelled{cancelled.id, command.reason});
  if (cancelled.at > turn.at.now) tell(turn, cancelled, LetterFacts::News::Cancelled);
}

void TakeMessage::perform(Turn& turn) {
  auto const& command = turn.command<ReceiveMessage>();
  turn.record(MessageReceived{command.channel, command.at.value_or(turn.at.now), command.known_by.value_or(KnownBy::Person), command.person, command.mail,
                              command.text, command.attachments, command.from, command.authentication});
  if (!command.person && is_open(turn.complaint().stage)) stop_waiting(turn);
  notices::message_received(turn);
}

void KeepContact::perform(Turn& turn) {
  auto const& command = turn.command<RecordContact>();
  turn.record(ContactRecorded{command.direction, command.channel, command.at.value_or(turn.at.now), turn.actor(), command.summary});
  if (command.channel == Channel::Phone || command.channel == Channel::InPerson) deadlines::reach(turn, Milestone::Talked);
}

void KeepThePromise::perform(Turn& turn) {
  auto const& command = turn.command<KeepPromise>();
  turn.record(PromiseKept{command.promise, command.evidence});
  deadlines::meet(turn, deadline_names::promise, command.promise);
}

void MoveThePromise::perform(Turn& turn) {
  auto const& command = turn.command<AmendPromise>();
  turn.record(PromiseAmended{command.promise, command.by, command.explanation, command.agreement});
  deadlines::watch_promise(turn, command.promise, command.by);
}

void LetGoOfThePromise::perform(Turn& turn) {
  auto const& command = turn.command<ReleasePromise>();
  turn.record(PromiseReleased{command.promise, command.reason});
  deadlines::cancel_promise(turn, command.promise);
}

void NoteMissedPromise::perform(Turn& turn) {
  auto const& promise = turn.command<PromiseMissed>().promise;
  turn.record(PromiseBroken{promise});
  deadlines::pass(turn, deadline_names::promise, promise);
  draft_on_missed_promise(turn, promise);
  notices::promise_missed(turn, promise);
}

void ProposePrevention::perform(Turn& turn) {
  auto const& command = turn.command<AddPreventiveAction>();
  if (command.none_because) return turn.record(PreventiveActionRuledOut{*command.none_because});
  turn.record(PreventiveActionProposed{ActionId("action-" + std::to_string(turn.complaint().preventive_actions.size() + 1)), *command.what, command.kind});
}

void AgreePrevention::perform(Turn& turn) {
  auto const& command = turn.command<AgreePreventiveAction>();
  turn.record(PreventiveActionAgreed{command.action, command.owner, command.by});
}

void CompletePrevention::perform(Turn& turn) {
  turn.record(PreventiveActionCompleted{turn.command<CompletePreventiveAction>().action});
}

void AssessPrevention::perform(Turn& turn) {
  auto const& command = turn.command<AssessPreventiveAction>();
  turn.record(PreventiveActionAssessed{command.action, command.found, command.grounds});
}

void RaiseLevel::perform(Turn& turn) {
  auto const level = static_cast<Escalation>(static_cast<int>(turn.complaint().escalation) + 1);
  turn.record(ComplaintEscalated{level, turn.command<Escalate>().note});
  notices::escalated(turn, level);
}

void AskForInformation::perform(Turn& turn) {
  auto const& question = turn.command<AskComplainant>().question;
  turn.record(InformationAsked{question, is_answered(turn.complaint(), question)});
  deadlines::pause(turn);
  draft_the_question(turn, question);
}

void KeepInformation::perform(Turn& turn) {
  auto const& command = turn.command<RecordInformation>();
  turn.record(InformationRecorded{command.text, command.email, command.phone});
  stop_waiting(turn);
}

void ExtendResponse::perform(Turn& turn) {
  auto const& command = turn.command<Extend>();
  auto const* deadline = deadline_to_extend(turn.at, command.deadline);
  ensure(deadline != nullptr, "a policy let an extension of nothing through");
  turn.record(ResponseExtended{deadline->name, command.by, command.reason, command.agreement});
  deadlines::extend(turn, *deadline, command.by);
}

void PlaceHold::perform(Turn& turn) {
  auto const& command = turn.command<HoldAdverseAction>();
  HoldId const id("hold-" + std::to_string(turn.complaint().holds.size() + 1));
  turn.record(HoldPlaced{id, command.what, command.systems});
  notices::hold_placed(turn, id, command.systems);
}

void LiftTheHold::perform(Turn& turn) {
  auto const& command = turn.command<LiftHold>();
  turn.record(HoldLifted{command.hold, command.reason});
  notices::hold_lifted(turn, command.hold);
}

void KeepNote::perform(Turn& turn) {
  turn.record(NoteAdded{turn.actor(), turn.command<AddNote>().text});
}

void KeepFile::perform(Turn& turn) {
  auto const& command = turn.command<Attach>();
  turn.record(FileAttached{command.file_name, command.type, command.content});
}

void GiveWarning::perform(Turn& turn) {
  auto const& command = turn.command<DeadlineWarned>();
  turn.record(DeadlineWarningGiven{command.deadline, command.promise});
  if (command.promise) {
    turn.record(PromiseFellDue{*command.promise});
    return notices::promise_due(turn, *command.promise);
  }
  draft_what_is_due(turn, command.deadline);
  notices::deadline_warned(turn, command.deadline);
}

void NotePassedDeadline::perform(Turn& turn) {
  auto const name = turn.command<DeadlinePassed>().deadline;
  deadlines::pass(turn, name);
  notices::deadline_passed(turn, name);
  if (name != deadline_names::information) return;
  deadlines::resume(turn);
  turn.record(WaitingEnded{});
}

}  // namespace redress::workflows::actions
