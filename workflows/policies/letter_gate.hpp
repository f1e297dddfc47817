// SPDX-License-Identifier: Apache-2.0
#pragma once

// The gate before a letter goes out: it answers every point, says what the profile asks for, states no date and no amount but those on record, has nothing left
// to fill in, and does not sound like a brush-off. docs/decisions/0018 says what is compared with what.

#include "workflows/turn.hpp"

namespace redress::workflows::policies {

/// How much is read. Words that an approver has passed do not change afterwards; what is on record may.
enum class Reading { Everything, WhatMayHaveChanged };

/// Everything that stands in the letter's way, in the order of the text.
void read_letter(Consideration const& at, Letter const& letter, Reading reading, std::vector<WordingOverride> const& overrides, MissingList& missing);

/// To whom the complainant's letters go: the address of their mail, else the lines on an envelope, else nothing.
[[nodiscard]] std::string recipient_of(Complaint const& complaint);

/// The letter that the command approves or sends may go out. Of a letter that is not approved, sending names everything that stands in its way.
struct LetterMayGoOut {
  static void check(Consideration const& at, MissingList& missing);
};

/// An acknowledgement is composed and goes out by one command: what its giver wrote into it themselves has nothing left to fill in and nothing that must
/// change, and the points are defined where the profile has it state them (docs/decisions/0028).
struct AcknowledgementMayGoOut {
  static void check(Consideration const& at, MissingList& missing);
};

/// The letter goes to whom the approver saw, or to whom the sender names; an address that changed meanwhile is looked at again.
struct RecipientConfirmed {
  static void check(Consideration const& at, MissingList& missing);
};

/// A body that somebody wrote themselves has words in it, and speaks of points that there are.
struct BodyIsSound {
  static void check(Consideration const& at, MissingList& missing);
};

}  // namespace redress::workflows::policies
