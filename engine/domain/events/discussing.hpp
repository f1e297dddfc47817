// SPDX-License-Identifier: Apache-2.0
#pragma once

// What happened in the discussion.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/money.hpp"
#include "engine/domain/remedy.hpp"
#include "engine/domain/time.hpp"

namespace redress {

struct HearingRecorded {
  static constexpr std::string_view name = "hearing-recorded";
  std::string desired_outcome;
  std::optional<std::string> summary;

  friend bool operator==(HearingRecorded const&, HearingRecorded const&) = default;

  static constexpr auto fields = std::tuple{
      personal("desired_outcome", &HearingRecorded::desired_outcome, "in their own words"),
      personal("summary", &HearingRecorded::summary, "what was said"),
  };
};

struct RemedyProposed {
  static constexpr std::string_view name = "remedy-proposed";
  ProposalId proposal;
  std::string description;
  std::optional<Money> compensation;
  std::optional<std::string> goodwill;

  friend bool operator==(RemedyProposed const&, RemedyProposed const&) = default;

  static constexpr auto fields = std::tuple{
      open("proposal", &RemedyProposed::proposal, "which proposal"),
      personal("description", &RemedyProposed::description, "the course of action"),
      open("compensation", &RemedyProposed::compensation, "an amount owed"),
      personal("goodwill", &RemedyProposed::goodwill, "a gesture beyond what is owed"),
  };
};

struct ProposalAnswered {
  static constexpr std::string_view name = "proposal-answered";
  ProposalId proposal;
  ProposalAnswer answer = ProposalAnswer::Accept;
  std::optional<std::string> words;

  friend bool operator==(ProposalAnswered const&, ProposalAnswered const&) = default;

  static constexpr auto fields = std::tuple{
      open("proposal", &ProposalAnswered::proposal, "which proposal"),
      open("answer", &ProposalAnswered::answer, "what they said to it"),
      personal("words", &ProposalAnswered::words, "in their own words"),
  };
};

struct ScheduleAgreed {
  static constexpr std::string_view name = "schedule-agreed";
  ProposalId proposal;

  friend bool operator==(ScheduleAgreed const&, ScheduleAgreed const&) = default;

  static constexpr auto fields = std::tuple{open("proposal", &ScheduleAgreed::proposal, "the proposal agreed")};
};

struct AgreementNotReached {
  static constexpr std::string_view name = "agreement-not-reached";
  std::string final_position;

  friend bool operator==(AgreementNotReached const&, AgreementNotReached const&) = default;

  static constexpr auto fields = std::tuple{personal("final_position", &AgreementNotReached::final_position, "where we stand, and why")};
};

}  // namespace redress
