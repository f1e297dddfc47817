// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every event there is. An event is a fact: it was decided, it is written, it is never taken back. Adding one means adding it here and in apply()
// (complaint.cpp); the compiler finds what was forgotten. A released event never changes its fields: a new version gets a new name and the old one stays.

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <variant>

#include "engine/domain/command.hpp"
#include "engine/domain/events/beside.hpp"
#include "engine/domain/events/discussing.hpp"
#include "engine/domain/events/following_up.hpp"
#include "engine/domain/events/investigating.hpp"
#include "engine/domain/events/letters.hpp"
#include "engine/domain/events/receiving.hpp"

namespace redress {

using Event =
    std::variant<ComplaintReceived, StageMoved, IdentityProposed, IdentityAsked, IdentityConfirmed, ComplaintAcknowledged, PointsDefined, PointDefined,
                 SituationNamed, HandlerAssigned, AppointmentMade, AppointmentChanged, AppointmentCancelled, MessageReceived, ContactRecorded,
                 InvestigationBegun, StatementRequested, StatementRecorded, FactRecorded, RootCauseRecorded, PointAnswered, InvestigationConcluded,
                 HearingRecorded, RemedyProposed, ProposalAnswered, ScheduleAgreed, AgreementNotReached, LetterDrafted, LetterReviewed, LetterReturned,
                 LetterApproved, LetterQueued, LetterCopied, CopyRead, LetterDelivered, LetterDelayNoted, LetterReturnedUndelivered, PromiseProposed,
                 PromiseAgreed, PromiseFellDue, PromiseKept, PromiseBroken, PromiseAmended, PromiseReleased, FollowUpRecorded, PreventiveActionProposed,
                 PreventiveActionRuledOut, PreventiveActionAgreed, PreventiveActionCompleted, PreventiveActionAssessed, ComplaintClosed, ComplaintEscalated,
                 InformationAsked, InformationRecorded, WaitingEnded, ResponseExtended, HoldPlaced, HoldLifted, NoteAdded, FileAttached, StaffNamed,
                 GlassBroken, ComplaintWithdrawn, ComplaintMerged, ComplaintReferred, ComplaintReopened, DeadlineSet, DeadlineMoved, DeadlineWarningGiven>;

[[nodiscard]] inline std::string_view name_of(Event const& event) {
  return std::visit([](auto const& one) { return one.name; }, event);
}

/// An event as it stands in a complaint's history: the n-th, at a moment, by someone.
struct RecordedEvent {
  EventId id;
  ComplaintId complaint;
  std::int64_t sequence = 0;  ///< 1 for the first event of a complaint, without gaps
  Time at;
  Actor actor;
  Event event;
};

}  // namespace redress
