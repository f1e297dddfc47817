// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/road_actions.hpp"

#include <algorithm>
#include <string>

#include "engine/domain/numbers_in_text.hpp"
#include "workflows/resolution/deadline_keeper.hpp"
#include "workflows/resolution/identity_actions.hpp"
#include "workflows/resolution/letter_actions.hpp"
#include "workflows/resolution/letter_facts.hpp"
#include "workflows/resolution/letter_queue.hpp"
#include "workflows/resolution/notices.hpp"

namespace redress::workflows::actions {
namespace {

std::string numbered(std::string_view stem, std::size_t before) {
  return std::string(stem) + "-" + std::to_string(before + 1);
}

/// The appointment the acknowledgement offers: made by this command, or the newest on record.
Appointment offered_appointment(Turn& turn, Acknowledge const& command, StaffId const& handler) {
  if (!command.appointment) return *standing_appointment(turn.complaint());
  Appointment const made{AppointmentId(numbered("appointment", turn.complaint().appointments.size())),
                         command.appointment->kind,
                         command.appointment->at,
                         turn.at.calendar.zone(),
                         handler,
                         0,
                         false};
  turn.record(AppointmentMade{made.id, made.kind, made.at, made.zone, made.with});
  return made;
}

void release_promises(Turn& turn, ProposalId const& proposal) {
  for (auto const& promise : turn.complaint().promises)
    if (promise.proposal == proposal && promise.state == PromiseState::Proposed) turn.record(PromiseReleased{promise.id, std::nullopt});
}

void leave_out_what_they_wrote(LetterFacts& facts) {
  facts.matter.clear();
  facts.complainant.name.clear();
  facts.complainant.salutation.clear();
}

/// What they named by number need not be asked for again (rule 9).
void add_evidence(ComplaintReceived& received, FoundNumber const& found) {
  auto const is_in = [&](std::string const& line) { return line.find(found.number) != std::string::npos; };
  if (std::ranges::none_of(received.evidence, is_in)) received.evidence.push_back(found.kind + " " + found.number);
}

}  // namespace

void FileComplaint::perform(Turn& turn) {
  auto const& command = turn.command<ReceiveComplaint>();
  ComplaintReceived received;
  received.reference = turn.circumstances.identifiers.reference();
  received.channel = command.channel;
  received.language = command.language;
  received.profile = turn.at.profile.name;
  received.calendar = turn.at.calendar.name();
  received.situation = command.situation;
  received.complainant = command.complainant;
  received.narrative = command.narrative;
  received.desired_outcome = command.desired_outcome;
  received.evidence = command.evidence;
  received.public_post = command.public_post;
  if (command.public_post) received.reach = command.public_post->reach;
  received.severity = command.severity;
  received.concerns_staff = command.concerns_staff;
  received.received_at = std::min(command.received_at.value_or(turn.at.now), turn.at.now);
  received.mail = command.mail;
  received.possibly_about = command.possibly_about;
  received.authentication = command.authentication;
  received.acknowledgement_withheld = command.acknowledgement_withheld;
  for (auto const& number : numbers_in(received.narrative, turn.at.rules.organisation.numbers)) add_evidence(received, number);
  turn.record(received);
  deadlines::start_with(turn, received);
  propose_identity(turn, received);
}

void SendAcknowledgement::perform(Turn& turn) {
  auto const& command = turn.command<Acknowledge>();
  auto const handler = command.handler.value_or(turn.complaint().handler);
  if (handler != turn.complaint().handler) turn.record(HandlerAssigned{handler});
  auto const appointment = offered_appointment(turn, command, handler);
  turn.record(ComplaintAcknowledged{handler, command.matter, command.no_apology_because, command.severity});
  if (is_answered_by_mail(turn.complaint().received.channel)) {
    auto facts = acknowledgement_facts(turn.at, command, handler, appointment);
    if (is_to_a_stranger(turn)) leave_out_what_they_wrote(facts);
    write_at_once(turn, facts, appointment);
  }
  if (is_by_itself(turn)) notices::acknowledged_by_itself(turn, appointment);
  deadlines::reach(turn, Milestone::Acknowledged);
}

void OpenInvestigation::perform(Turn& turn) {
  turn.record(InvestigationBegun{});
}

void AskForStatement::perform(Turn& turn) {
  auto const& command = turn.command<RequestStatement>();
  turn.record(
      StatementRequested{PersonId(numbered("person", turn.complaint().involved.size())), command.person_name, command.email, command.role, command.question});
}

void KeepStatement::perform(Turn& turn) {
  auto const& command = turn.command<RecordStatement>();
  turn.record(StatementRecorded{command.person, command.text});
}

void KeepFact::perform(Turn& turn) {
  auto const& command = turn.command<RecordFact>();
  turn.record(FactRecorded{FactId(numbered("fact", turn.complaint().facts.size())), command.text, command.evidence});
}

void NameCause::perform(Turn& turn) {
  auto const& command = turn.command<RecordRootCause>();
  turn.record(RootCauseRecorded{command.category, command.circumstance});
}

void RecordFindings::perform(Turn& turn) {
  for (auto const& answer : turn.command<ConcludeInvestigation>().answers) turn.record(PointAnswered{answer.point, answer.finding, answer.explanation});
  turn.record(InvestigationConcluded{});
}

void KeepHearing::perform(Turn& turn) {
  auto const& command = turn.command<RecordHearing>();
  turn.record(HearingRecorded{command.desired_outcome, command.summary});
  deadlines::reach(turn, Milestone::Talked);
}

void PutProposal::perform(Turn& turn) {
  auto const& command = turn.command<ProposeRemedy>();
  ProposalId const proposal(numbered("proposal", turn.complaint().proposals.size()));
  turn.record(RemedyProposed{proposal, command.description, command.compensation, command.goodwill});
  auto count = turn.complaint().promises.size();
  for (auto const& promise : command.promises)
    turn.record(PromiseProposed{PromiseId(numbered("promise", count++)), proposal, promise.what, promise.owner, promise.by});
}

void KeepAnswer::perform(Turn& turn) {
  auto const& command = turn.command<RecordAnswer>();
  turn.record(ProposalAnswered{command.proposal, command.answer, command.words});
  if (command.answer != ProposalAnswer::Accept) release_promises(turn, command.proposal);
}

void AgreeOnSchedule::perform(Turn& turn) {
  auto const& proposal = turn.complaint().proposals.back().id;
  turn.record(ScheduleAgreed{proposal});
  for (auto const& promise : turn.complaint().promises) {
    if (promise.proposal != proposal || promise.state != PromiseState::Proposed) continue;
    turn.record(PromiseAgreed{promise.id});
    deadlines::watch_promise(turn, promise.id, promise.by);
  }
  deadlines::reach(turn, Milestone::Agreed);
}

void StatePosition::perform(Turn& turn) {
  turn.record(AgreementNotReached{turn.command<ConcludeWithoutAgreement>().final_position});
}

void SendFinalResponse::perform(Turn& turn) {
  SendTheLetter::perform(turn);
  deadlines::reach(turn, Milestone::FinalResponseSent);
}

void TakeBackUndelivered::perform(Turn& turn) {
  NoteReturn::perform(turn);
  deadlines::take_back(turn, Milestone::FinalResponseSent);
}

void KeepFollowUp::perform(Turn& turn) {
  auto const& command = turn.command<RecordFollowUp>();
  turn.record(FollowUpRecorded{command.satisfaction, command.words});
}

void CloseComplaint::perform(Turn& turn) {
  auto const& command = turn.command<Close>();
  turn.record(ComplaintClosed{command.outcome, command.lesson});
  for (auto const& hold : turn.complaint().holds) {
    if (hold.lifted) continue;
    turn.record(HoldLifted{hold.id, {}});
    notices::hold_lifted(turn, hold.id);
  }
  deadlines::reach(turn, Milestone::Closed);
  deadlines::cancel_all(turn);
}

void RecordWithdrawal::perform(Turn& turn) {
  turn.record(ComplaintWithdrawn{turn.command<Withdraw>().reason});
  deadlines::cancel_all(turn);
}

void RecordMerge::perform(Turn& turn) {
  turn.record(ComplaintMerged{turn.command<Merge>().into});
  deadlines::cancel_all(turn);
}

void RecordReferral::perform(Turn& turn) {
  auto const& command = turn.command<Refer>();
  turn.record(ComplaintReferred{command.organisation, command.reason});
  deadlines::cancel_all(turn);
}

void ReopenComplaint::perform(Turn& turn) {
  turn.record(ComplaintReopened{turn.command<Reopen>().reason});
  if (turn.complaint().waiting == Waiting::WaitingForComplainant) {
    deadlines::cancel_information(turn);
    deadlines::resume(turn);
    turn.record(WaitingEnded{});
  }
  deadlines::reach(turn, Milestone::Reopened);
}

}  // namespace redress::workflows::actions
