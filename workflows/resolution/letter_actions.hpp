// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is recorded when letters are drafted, passed on, frozen and copied, and when the outbox reports back.

#include "workflows/turn.hpp"

namespace redress::workflows::actions {

/// Drafts the letter that the profile wants when its deadline comes near, unless one stands unsent. Somebody looks at it before it goes.
void draft_what_is_due(Turn& turn, DeadlineName const& name);

/// Drafts the letter that explains a promise just missed and offers a new day for it. Somebody looks at it before it goes.
void draft_on_missed_promise(Turn& turn, PromiseId const& promise);

/// Drafts the letter that asks the complainant, where answers go by mail and there is somebody to sign it. Somebody looks at it before it goes.
void draft_the_question(Turn& turn, std::string const& question);

/// Composed from the templates and what is on record.
struct DraftTheLetter {
  static void perform(Turn& turn);
};
struct PassTheLetter {
  static void perform(Turn& turn);
};
struct ReturnTheLetter {
  static void perform(Turn& turn);
};
struct ApproveTheLetter {
  static void perform(Turn& turn);
};
/// Freezes the bytes and queues them.
struct SendTheLetter {
  static void perform(Turn& turn);
};
/// A copy of the letter, frozen for each recipient.
struct CopyThoseInvolved {
  static void perform(Turn& turn);
};
struct PostTheLetter {
  static void perform(Turn& turn);
};
struct KeepReading {
  static void perform(Turn& turn);
};
struct NoteDelivery {
  static void perform(Turn& turn);
};
/// The other side keeps trying: nothing is lost yet.
struct NoteDelay {
  static void perform(Turn& turn);
};
struct NoteReturn {
  static void perform(Turn& turn);
};

}  // namespace redress::workflows::actions
