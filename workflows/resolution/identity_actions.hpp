// SPDX-License-Identifier: Apache-2.0
#pragma once

// Making sure who the complainant is: who they may be, the question at the registered address, and the answer.

#include <expected>
#include <string>

#include "engine/domain/refusal.hpp"
#include "workflows/turn.hpp"

namespace redress::workflows {

/// Records who the sender of a complaint that is just being taken in may be, and tells whoever is responsible for that account.
void propose_identity(Turn& turn, ComplaintReceived const& received);

/// Whether a code that was given is not the one we asked with, or came too late.
[[nodiscard]] bool is_wrong_code(Complaint const& complaint, ConfirmIdentity const& command, ports::LetterWriter const& letters, Time now);

namespace actions {

struct AskAtTheAddress {
  static void perform(Turn& turn);
};
/// The account is the one named, the one we asked about, or the one whose registered address wrote.
struct ConfirmWho {
  static void perform(Turn& turn);
};

}  // namespace actions
}  // namespace redress::workflows
