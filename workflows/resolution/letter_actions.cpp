// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/letter_actions.hpp"

#include <algorithm>

#include "engine/domain/ensure.hpp"
#include "workflows/policies/letter_gate.hpp"
#include "workflows/policies/profile_rules.hpp"
#include "workflows/resolution/edited_body.hpp"
#include "workflows/resolution/letter_facts.hpp"
#include "workflows/resolution/letter_queue.hpp"
#include "workflows/resolution/notices.hpp"
#include "workflows/resolution/reply_address.hpp"

namespace redress::workflows {
namespace {

struct Frozen {
  Route route = Route::Mail;
  std::string bytes;
  FrozenMessage record;
  std::optional<std::string> message_id;   ///< none on paper
  std::optional<std::string> reply_token;  ///< none on paper
};

ports::MessageEnvelope envelope_to(Turn& turn, std::string const& name, std::string const& address) {
  auto const& organisation = turn.at.rules.organisation;
  ports::MessageEnvelope envelope;
  make_known(turn, envelope);
  envelope.from_name = organisation.name.at(turn.complaint().received.language);
  envelope.from_address = organisation.mail_address;
  envelope.to_name = name;
  envelope.to_address = address;
  envelope.date = turn.at.now;
  return envelope;
}

Frozen freeze(Turn& turn, LetterDocument const& document, ports::MessageEnvelope const& envelope, Route route) {
  Frozen frozen;
  frozen.route = route;
  frozen.bytes = frozen.route == Route::Mail ? turn.letters.message(document, envelope) : turn.letters.printed(document, envelope);
  frozen.record = turn.letters.freeze(frozen.bytes, frozen.route == Route::Mail ? "message/rfc822" : "application/pdf");
  if (frozen.route != Route::Mail) return frozen;
  frozen.message_id = envelope.message_id;
  frozen.reply_token = reply_token_of(turn, envelope);
  return frozen;
}

Route route_to(std::string const& address) {
  return address.empty() ? Route::Print : Route::Mail;
}

/// What the recipient of a copy need not know is left out of it.
LetterDocument without(LetterDocument document, std::vector<Withheld> const& withheld) {
  auto const leaves_out = [&](Withheld what) { return std::ranges::find(withheld, what) != withheld.end(); };
  auto const erase = [&](Block block) { std::erase_if(document.body, [&](Paragraph const& paragraph) { return paragraph.block == block; }); };
  if (leaves_out(Withheld::Address) && document.inside_address.size() > 1) document.inside_address.resize(1);
  if (leaves_out(Withheld::Goodwill)) erase(Block::Goodwill);
  if (!leaves_out(Withheld::Schedule)) return document;
  erase(Block::Schedule);
  document.schedule.clear();
  document.schedule_heading.clear();
  return document;
}

/// Pure acknowledgements go out under the null return path, so that no machine answers them (RFC 3834).
std::string return_path(Turn const& turn, LetterKind kind, ports::MessageEnvelope const& envelope) {
  return kind == LetterKind::Acknowledgement ? std::string{} : return_path_of(turn, envelope);
}

bool has_unsent(Complaint const& complaint, LetterKind kind) {
  auto const* letter = newest_letter(complaint, kind);
  return letter != nullptr && (letter->state == LetterState::Drafted || letter->state == LetterState::Reviewed || letter->state == LetterState::Approved);
}

/// The last day of the longest extension there may be; ten working days where the regime sets no bound, and none where it knows no extension.
Date day_after_extension(Consideration const& at, Deadline const& deadline, DeadlineRule const& rule) {
  auto due = deadline.due_at;
  if (rule.extension) {
    auto const most = rule.extension->at_most.value_or(Period{10, Unit::WorkingDays});
    due = after_extension({due, {}}, rule.counting, most, at.now, at.regime_calendar).at;
  }
  return at.regime_calendar.local_day(due - Duration{1});
}

/// A letter on a missed promise names it; every other letter names none.
DraftLetter with_its_promise(Turn const& turn, DraftLetter command) {
  auto const* promise = command.kind == LetterKind::PromiseMissed ? missed_promise(turn.complaint(), command.promise) : nullptr;
  command.promise = promise == nullptr ? std::nullopt : std::optional(promise->id);
  return command;
}

LetterId next_letter(Turn const& turn) {
  return LetterId("letter-" + std::to_string(turn.complaint().letters.size() + 1));
}

/// A draft of that kind that nobody has touched is written anew; a draft that somebody has is left to them, and a new letter begins.
LetterId untouched_draft_or_next(Turn const& turn, LetterKind kind) {
  auto const* letter = newest_letter(turn.complaint(), kind);
  bool const is_untouched = letter != nullptr && letter->state == LetterState::Drafted && letter->drafted_by.empty();
  return is_untouched ? letter->id : next_letter(turn);
}

/// Nobody has looked at it yet, and nobody wrote it.
void draft_by_itself(Turn& turn, LetterId const& id, LetterFacts const& facts) {
  auto document = turn.letters.compose(facts);
  turn.record(LetterDrafted{id, facts.kind, document.language, {}, std::move(document), {}});
}

/// A cancellation counts as a change: a calendar takes it for newer than what it has (RFC 5546, 2.1.4).
ports::Invitation invitation_to(Turn const& turn, Appointment const& appointment) {
  auto const& reference = turn.complaint().received.reference;
  auto const method = appointment.cancelled ? ports::CalendarMethod::Cancel : ports::CalendarMethod::Request;
  auto const sequence = appointment.changes + (appointment.cancelled ? 1 : 0);
  return {method, {turn.at.rules.organisation.calendar_name(reference, appointment.id), sequence, reference, appointment.kind, appointment.at}};
}

Letter const& known_letter(Turn const& turn, LetterId const& id) {
  auto const* letter = find_by_id(turn.complaint().letters, id);
  ensure(letter != nullptr, "a policy let an unknown letter through");
  return *letter;
}

}  // namespace

bool is_by_itself(Turn const& turn) {
  return turn.envelope.actor.kind == ActorKind::System && turn.envelope.actor.via == "mail";
}

bool is_to_a_stranger(Turn const& turn) {
  auto const& authentication = turn.complaint().received.authentication;
  return is_by_itself(turn) && !(authentication && authentication->proves_sender());
}

void queue_letter(Turn& turn, LetterId const& id, LetterDocument const& document, std::optional<ports::Invitation> invitation) {
  auto const& complainant = turn.complaint().received.complainant;
  auto envelope = envelope_to(turn, is_to_a_stranger(turn) ? std::string{} : complainant.name, complainant.email);
  if (is_by_itself(turn)) envelope.auto_submitted = ports::AutoSubmitted::Replied;
  envelope.invitation = std::move(invitation);
  auto frozen = freeze(turn, document, envelope, route_to(complainant.email));
  turn.record(LetterQueued{id, frozen.route, frozen.record, frozen.message_id, frozen.reply_token});
  turn.decision.effects.emplace_back(
      SendMessage{id, std::nullopt, frozen.route, return_path(turn, document.kind, envelope), complainant.email, std::move(frozen.bytes)});
}

void write_at_once(Turn& turn, LetterFacts const& facts, Appointment const& appointment) {
  auto const id = next_letter(turn);
  auto const document = turn.letters.compose(facts);
  turn.record(LetterDrafted{id, facts.kind, document.language, turn.actor(), document, std::nullopt});
  turn.record(LetterReviewed{id, {}});
  turn.record(LetterApproved{id, {}, {}, {}});
  queue_letter(turn, id, document, invitation_to(turn, appointment));
}

void queue_copy(Turn& turn, Letter const& letter, Involved const& recipient, std::vector<Withheld> const& withheld) {
  auto envelope = envelope_to(turn, recipient.name, recipient.email);
  envelope.copy = withheld.empty() ? ports::CopyNote::Whole : ports::CopyNote::InPart;
  auto frozen = freeze(turn, without(letter.document, withheld), envelope, route_to(recipient.email));
  turn.record(LetterCopied{letter.id, recipient.person, frozen.route, frozen.record, letter.drafts, withheld, frozen.message_id, frozen.reply_token});
  turn.decision.effects.emplace_back(
      SendMessage{letter.id, recipient.person, frozen.route, return_path(turn, letter.kind, envelope), recipient.email, std::move(frozen.bytes)});
}

namespace actions {

void DraftTheLetter::perform(Turn& turn) {
  auto const& command = turn.command<DraftLetter>();
  auto const id = command.letter.value_or(next_letter(turn));
  auto document = turn.letters.compose(drafted_facts(turn.at, with_its_promise(turn, command)));
  if (command.body) document.body = edited_body(*command.body, document.body);
  turn.record(LetterDrafted{id, command.kind, document.language, turn.actor(), std::move(document), command.signed_by});
}

void draft_what_is_due(Turn& turn, DeadlineName const& name) {
  auto const* deadline = find_deadline(turn.complaint(), name);
  auto const* rule = deadline == nullptr ? nullptr : rule_of(turn.at, *deadline);
  bool const asks_for_it = rule != nullptr && rule->drafts_on_warning == LetterKind::HoldingResponse;
  bool const is_answering = turn.complaint().stage < Stage::Agreed && !turn.complaint().handler.empty();
  if (!asks_for_it || !is_answering || has_unsent(turn.complaint(), LetterKind::HoldingResponse)) return;
  DraftLetter draft;
  draft.kind = LetterKind::HoldingResponse;
  draft.new_date = day_after_extension(turn.at, *deadline, *rule);
  draft_by_itself(turn, next_letter(turn), drafted_facts(turn.at, draft));
}

void draft_on_missed_promise(Turn& turn, PromiseId const& promise) {
  if (turn.complaint().handler.empty()) return;
  DraftLetter draft;
  draft.kind = LetterKind::PromiseMissed;
  draft.promise = promise;
  draft_by_itself(turn, next_letter(turn), drafted_facts(turn.at, draft));
}

void draft_the_question(Turn& turn, std::string const& question) {
  auto const& complaint = turn.complaint();
  if (complaint.handler.empty() || !is_answered_by_mail(complaint.received.channel)) return;
  draft_by_itself(turn, untouched_draft_or_next(turn, LetterKind::RequestForInformation), question_facts(turn.at, question));
}

void PassTheLetter::perform(Turn& turn) {
  turn.record(LetterReviewed{turn.command<ReviewLetter>().letter, turn.actor()});
}

void ReturnTheLetter::perform(Turn& turn) {
  auto const& command = turn.command<ReturnLetter>();
  turn.record(LetterReturned{command.letter, turn.actor(), command.remarks});
}

void ApproveTheLetter::perform(Turn& turn) {
  auto const& command = turn.command<ApproveLetter>();
  auto overrides = command.overrides.empty() ? std::nullopt : std::optional(command.overrides);
  turn.record(LetterApproved{command.letter, turn.actor(), policies::recipient_of(turn.complaint()), std::move(overrides)});
}

void SendTheLetter::perform(Turn& turn) {
  auto const& letter = known_letter(turn, turn.command<SendLetter>().letter);
  queue_letter(turn, letter.id, letter.document);
}

void CopyThoseInvolved::perform(Turn& turn) {
  auto const& command = turn.command<CopyLetter>();
  auto const& letter = known_letter(turn, command.letter);
  for (auto const& person : turn.complaint().involved) {
    bool const has_one = std::ranges::any_of(letter.copies, [&](LetterCopy const& copy) { return copy.recipient == person.person; });
    bool const is_meant = command.recipients.empty() || std::ranges::find(command.recipients, person.person) != command.recipients.end();
    if (is_meant && !has_one) queue_copy(turn, letter, person, command.withhold);
  }
}

/// The same letter on paper: it stays as it was frozen, and the print folder gets it.
void PostTheLetter::perform(Turn& turn) {
  auto const& letter = known_letter(turn, turn.command<PostLetter>().letter);
  auto const& complainant = turn.complaint().received.complainant;
  auto frozen = freeze(turn, letter.document, envelope_to(turn, complainant.name, {}), Route::Print);
  turn.record(LetterQueued{letter.id, frozen.route, frozen.record});
  turn.decision.effects.emplace_back(SendMessage{letter.id, std::nullopt, frozen.route, {}, {}, std::move(frozen.bytes)});
}

void KeepReading::perform(Turn& turn) {
  auto const& command = turn.command<RecordCopyRead>();
  turn.record(CopyRead{command.letter, command.recipient, command.learned});
}

void NoteDelivery::perform(Turn& turn) {
  auto const& command = turn.command<LetterAccepted>();
  turn.record(LetterDelivered{command.letter, command.recipient});
}

void NoteDelay::perform(Turn& turn) {
  auto const& command = turn.command<LetterDelayed>();
  turn.record(LetterDelayNoted{command.letter, command.recipient, command.reason});
}

void NoteReturn::perform(Turn& turn) {
  auto const& command = turn.command<LetterBounced>();
  turn.record(LetterReturnedUndelivered{command.letter, command.recipient, command.reason});
  notices::letter_bounced(turn);
}

}  // namespace actions
}  // namespace redress::workflows
