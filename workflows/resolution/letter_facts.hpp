// SPDX-License-Identifier: Apache-2.0
#pragma once

// The facts a letter is composed from, taken from what is on record and from the command that drafts it.

#include "workflows/turn.hpp"

namespace redress::workflows {

[[nodiscard]] LetterFacts acknowledgement_facts(Consideration const& at, Acknowledge const& command, StaffId const& handler, Appointment const& appointment);
/// Signed by whoever keeps the appointment.
[[nodiscard]] LetterFacts appointment_facts(Consideration const& at, Appointment const& appointment, LetterFacts::News news);
/// For a question that is being asked by the very command: it stands in no history yet.
[[nodiscard]] LetterFacts question_facts(Consideration const& at, std::string const& question);
/// A letter on a missed promise names its promise.
[[nodiscard]] LetterFacts drafted_facts(Consideration const& at, DraftLetter const& command);

}  // namespace redress::workflows
