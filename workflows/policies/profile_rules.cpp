// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/profile_rules.hpp"

#include <algorithm>

namespace redress::workflows {

DeadlineRule const* rule_of(Consideration const& at, Deadline const& deadline) {
  return deadline.start ? at.profile.find(deadline.name, at.complaint.received.channel, *deadline.start) : nullptr;
}

Deadline const* deadline_to_extend(Consideration const& at, std::optional<DeadlineName> const& name) {
  static DeadlineName const usual("final-response");
  auto const is_running = [](Deadline const& deadline) { return deadline.state == DeadlineState::Running && deadline.start; };
  auto const* wanted = find_deadline(at.complaint, name.value_or(usual));
  if (wanted != nullptr && is_running(*wanted)) return wanted;
  if (name) return nullptr;
  auto const found = std::ranges::find_if(at.complaint.deadlines, [&](Deadline const& deadline) {
    auto const* rule = rule_of(at, deadline);
    return is_running(deadline) && rule != nullptr && rule->extension;
  });
  return found == at.complaint.deadlines.end() ? nullptr : &*found;
}

}  // namespace redress::workflows
