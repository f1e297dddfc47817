// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which small machine a command also concerns, and where that machine stands.

#include <optional>
#include <string_view>
#include <vector>

#include "workflows/machine.hpp"

namespace redress::workflows {

/// A question to one small machine. `forbids` is the refusal when it has no row; `subject` names what it is about.
struct Question {
  Machine const* machine = nullptr;
  std::string_view state;
  std::string_view event;
  Reason forbids = Reason::NotAtThisStage;
  std::string subject;
};

/// Every small machine the command concerns. What the command names and the complaint does not have is left to the policies.
[[nodiscard]] std::vector<Question> questions(Complaint const& complaint, Command const& command);

/// What forbids a command whatever it names: that nothing of the complaint stands where a small machine has a row for it. Empty when something does, or
/// when no small machine knows the command.
[[nodiscard]] MissingList nothing_stands_ready(Complaint const& complaint, std::string_view command);

}  // namespace redress::workflows
