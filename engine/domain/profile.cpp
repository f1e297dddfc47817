// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/profile.hpp"

#include <algorithm>

namespace redress {

bool DeadlineRule::applies_to(Channel channel) const {
  return channels.empty() || std::ranges::find(channels, channel) != channels.end();
}

DeadlineRule const* Profile::find(DeadlineName const& wanted, Channel channel, Milestone start) const {
  auto const found =
      std::ranges::find_if(deadlines, [&](DeadlineRule const& rule) { return rule.name == wanted && rule.start == start && rule.applies_to(channel); });
  return found == deadlines.end() ? nullptr : &*found;
}

ContentsRule const* contents_of(Profile const& profile, LetterKind kind) {
  auto const found = std::ranges::find(profile.contents, kind, &ContentsRule::letter);
  return found == profile.contents.end() ? nullptr : &*found;
}

bool must_say(Profile const& profile, LetterKind kind, LetterContents contents) {
  auto const* rule = contents_of(profile, kind);
  return rule != nullptr && std::ranges::find(rule->contents, contents) != rule->contents.end();
}

std::optional<ExtensionRefusal> refusal_of_extension(DeadlineRule const& rule, std::int64_t extensions_so_far, Time due, Period by,
                                                     WorkingCalendar const& calendar) {
  if (!rule.extension) return ExtensionRefusal::NotProvided;
  if (extensions_so_far >= rule.extension->times) return ExtensionRefusal::UsedUp;
  if (!rule.extension->at_most) return std::nullopt;
  auto const end_of = [&](Period period) { return after_extension({due, {}}, rule.counting, period, due, calendar).at; };
  return end_of(by) > end_of(*rule.extension->at_most) ? std::optional(ExtensionRefusal::TooLong) : std::nullopt;
}

}  // namespace redress
