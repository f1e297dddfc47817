// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/letters.hpp"

#include <algorithm>

#include "workflows/policies/member_of_staff.hpp"
#include "workflows/policies/promise_date.hpp"
#include "workflows/resolution/schedule.hpp"

namespace redress::workflows::policies {
namespace {

/// The letter a command names, whichever of the letter commands it is; empty when it names none.
LetterId named_letter(Command const& command) {
  return std::visit(
      [](auto const& one) -> LetterId {
        if constexpr (requires { LetterId{one.letter}; })
          return one.letter;
        else
          return {};
      },
      command);
}

/// The letter on a missed promise is about one that was missed, and offers a day on which it can be kept.
void check_missed_promise(Consideration const& at, DraftLetter const& command, MissingList& missing) {
  auto const* promise = missed_promise(at.complaint, command.promise);
  if (promise == nullptr && command.promise && find_by_id(at.complaint.promises, *command.promise) == nullptr)
    miss(missing, Reason::UnknownPromise, command.promise->value);
  else if (promise == nullptr)
    miss(missing, Reason::WrongLetterKind, std::string(name_of(command.kind)));
  if (promise == nullptr || !command.new_date) return;
  check_promise_date(at, *command.new_date, "new_date", missing);
  check_promise_owner(at, promise->owner, *command.new_date, "new_date", missing);
}

bool has_copy(Letter const& letter, PersonId const& person) {
  return std::ranges::any_of(letter.copies, [&](LetterCopy const& copy) { return copy.recipient == person; });
}

bool waits_for_an_answer(Complaint const& complaint) {
  return std::ranges::any_of(complaint.questions, [](AskedQuestion const& question) { return !question.answered && !question.text.empty(); });
}

bool suits_the_stage(LetterKind kind, Complaint const& complaint) {
  auto const stage = complaint.stage;
  bool const concluded = stage == Stage::Agreed || stage == Stage::NotAgreed;
  switch (kind) {
    case LetterKind::Acknowledgement:
    case LetterKind::Appointment:
      return false;
    case LetterKind::PromiseMissed:
      return true;
    case LetterKind::HoldingResponse:
      return !concluded;
    case LetterKind::FinalResponse:
      return concluded;
    case LetterKind::RequestForInformation:
      return waits_for_an_answer(complaint);
    case LetterKind::Proposal:
      return stage == Stage::Discussing;
    case LetterKind::FollowUp:
      return stage == Stage::FollowingUp;
    case LetterKind::Closure:
      return stage == Stage::FollowingUp || stage == Stage::NotAgreed;
    case LetterKind::UnconfirmedSender:
      return !complaint.identity_confirmed && !concluded;
  }
  return false;
}

/// What the letter cannot be written without, and nobody but the command or the record can say.
void check_own_facts(Consideration const& at, DraftLetter const& command, MissingList& missing) {
  if (command.kind == LetterKind::PromiseMissed) check_missed_promise(at, command, missing);
  if (command.kind == LetterKind::HoldingResponse) {
    if (!command.delay_reason) miss(missing, Reason::MalformedCommand, "delay_reason");
    if (!command.new_date) miss(missing, Reason::MalformedCommand, "new_date");
  }
  if (command.kind != LetterKind::Proposal) return;
  if (at.complaint.proposals.empty() || at.complaint.proposals.back().answer) miss(missing, Reason::NoOpenProposal);
  if (!command.answer_by) miss(missing, Reason::MalformedCommand, "answer_by");
}

}  // namespace

void LetterIsKnown::check(Consideration const& at, MissingList& missing) {
  if (at.command == nullptr) {
    if (at.complaint.letters.empty()) miss(missing, Reason::UnknownLetter);
    return;
  }
  auto const id = named_letter(*at.command);
  if (find_by_id(at.complaint.letters, id) == nullptr) miss(missing, Reason::UnknownLetter, id.value);
}

void LetterSuitsTheStage::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<DraftLetter>();
  if (command == nullptr) return;
  if (!suits_the_stage(command->kind, at.complaint)) miss(missing, Reason::WrongLetterKind, std::string(name_of(command->kind)));
  check_own_facts(at, *command, missing);
}

void SignatoryAssigned::check(Consideration const& at, MissingList& missing) {
  if (at.complaint.handler.empty()) miss(missing, Reason::NoHandler);
  auto const* command = at.given<DraftLetter>();
  if (command != nullptr && command->signed_by) check_staff(at, *command->signed_by, missing);
}

void NotTheFinalResponse::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<SendLetter>();
  auto const* letter = command == nullptr ? nullptr : find_by_id(at.complaint.letters, command->letter);
  if (letter != nullptr && letter->kind == LetterKind::FinalResponse) miss(missing, Reason::NotAtThisStage, std::string(name_of(at.complaint.stage)));
}

void LetterIsFree::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<DraftLetter>();
  if (command == nullptr || !command->letter) return;
  auto const* letter = find_by_id(at.complaint.letters, *command->letter);
  if (letter == nullptr)
    miss(missing, Reason::UnknownLetter, command->letter->value);
  else if (letter->kind != command->kind)
    miss(missing, Reason::WrongLetterKind, command->letter->value);
}

void FinalResponseApproved::check(Consideration const& at, MissingList& missing) {
  auto const* letter = newest_letter(at.complaint, LetterKind::FinalResponse);
  if (letter == nullptr)
    miss(missing, Reason::NoFinalResponse);
  else if (letter->state != LetterState::Approved)
    miss(missing, Reason::LetterNotReady, letter->id.value);
  else if (auto const* command = at.given<SendLetter>(); command != nullptr && command->letter != letter->id)
    miss(missing, Reason::UnknownLetter, command->letter.value);
}

void ScheduleMatchesPromises::check(Consideration const& at, MissingList& missing) {
  auto const* letter = newest_letter(at.complaint, LetterKind::FinalResponse);
  if (letter == nullptr) return;
  if (letter->document.schedule != schedule_on_record(at.complaint, at.rules.organisation)) miss(missing, Reason::ScheduleDiffers, letter->id.value);
}

void FinalResponseOut::check(Consideration const& at, MissingList& missing) {
  auto const* letter = newest_letter(at.complaint, LetterKind::FinalResponse);
  if (letter == nullptr || letter->state < LetterState::Queued) return miss(missing, Reason::NoFinalResponse);
  auto const* command = at.given<CopyLetter>();
  if (command != nullptr && command->letter != letter->id) miss(missing, Reason::WrongLetterKind, command->letter.value);
}

void FinalResponseArrived::check(Consideration const& at, MissingList& missing) {
  auto const* letter = newest_letter(at.complaint, LetterKind::FinalResponse);
  if (letter == nullptr || letter->state < LetterState::Queued)
    miss(missing, Reason::NoFinalResponse);
  else if (letter->state != LetterState::Accepted)
    miss(missing, Reason::LetterOnItsWay, letter->id.value);
}

void EveryoneInvolvedCopied::check(Consideration const& at, MissingList& missing) {
  auto const* letter = newest_letter(at.complaint, LetterKind::FinalResponse);
  auto const* command = at.given<CopyLetter>();
  if (letter == nullptr || command == nullptr || command->recipients.empty()) return;
  for (auto const& person : at.complaint.involved)
    if (!has_copy(*letter, person.person) && std::ranges::find(command->recipients, person.person) == command->recipients.end())
      miss(missing, Reason::CopiesMissing, person.person.value);
}

void CopyIsTheirs::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<RecordCopyRead>();
  auto const is_copied = [](Letter const& one) { return !one.copies.empty(); };
  if (at.command == nullptr && std::ranges::none_of(at.complaint.letters, is_copied)) miss(missing, Reason::NoSuchCopy);
  auto const* letter = command == nullptr ? nullptr : find_by_id(at.complaint.letters, command->letter);
  if (letter != nullptr && !has_copy(*letter, command->recipient)) miss(missing, Reason::NoSuchCopy, command->recipient.value);
}

void PostalAddressKnown::check(Consideration const& at, MissingList& missing) {
  if (at.complaint.received.complainant.postal_address.empty()) miss(missing, Reason::NoAddress);
}

void CopyRecipientsAreInvolved::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<CopyLetter>();
  auto const* final_response = newest_letter(at.complaint, LetterKind::FinalResponse);
  auto const has_one = [&](Involved const& person) { return final_response != nullptr && has_copy(*final_response, person.person); };
  if (std::ranges::all_of(at.complaint.involved, has_one)) return miss(missing, Reason::NoCopyRecipient);
  if (command == nullptr) return;
  auto const* letter = find_by_id(at.complaint.letters, command->letter);
  for (auto const& recipient : command->recipients) {
    auto const same = [&](Involved const& person) { return person.person == recipient; };
    if (std::ranges::none_of(at.complaint.involved, same))
      miss(missing, Reason::UnknownPerson, recipient.value);
    else if (letter != nullptr && has_copy(*letter, recipient))
      miss(missing, Reason::AlreadyCopied, recipient.value);
  }
}

}  // namespace redress::workflows::policies
