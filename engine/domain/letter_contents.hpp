// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a regime may ask a letter to say. A profile lists them for each kind of letter (docs/how-to/add-a-profile.md says what each means), a template marks the
// paragraphs that say them, and the gate looks for them before the letter goes out.

#include <array>
#include <string_view>

namespace redress {

enum class LetterContents {
  Decided,
  Reasons,
  Remedy,
  RightToRefer,
  ReferralBody,
  ReferralTimeLimit,
  NamedHandler,
  NextSteps,
  ReferenceToQuote,
  PointsOfComplaint,
  DayOfAnswer,
  Apology,
  DelayReason,
};

constexpr auto names_of(LetterContents) {
  return std::array<std::string_view, 13>{"decision",      "reasons",    "remedy",    "right-to-refer",      "referral-body", "referral-time-limit",
                                          "named-handler", "next-steps", "reference", "points-of-complaint", "deadline",      "apology",
                                          "delay-reason"};
}

}  // namespace redress
