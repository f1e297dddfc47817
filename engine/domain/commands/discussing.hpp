// SPDX-License-Identifier: Apache-2.0
#pragma once

// Commands of the discussion: heard out first, then proposals and answers until both agree on a course of action and its schedule.

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

struct RecordHearing {
  static constexpr std::string_view name = "record-hearing";
  static constexpr std::string_view title = "Record that the complainant was heard out";
  std::string desired_outcome;
  std::optional<std::string> summary;

  static constexpr auto fields = std::tuple{
      personal("desired_outcome", &RecordHearing::desired_outcome, "what would put it right, in their own words"),
      personal("summary", &RecordHearing::summary, "what was said"),
  };
};

struct PromiseDraft {
  std::string what;
  StaffId owner;
  Date by{};

  static constexpr auto fields = std::tuple{
      open("what", &PromiseDraft::what, "what will happen"),
      open("owner", &PromiseDraft::owner, "the member of staff who keeps it"),
      open("by", &PromiseDraft::by, "the last day on which it is in time"),
  };
};

struct ProposeRemedy {
  static constexpr std::string_view name = "propose-remedy";
  static constexpr std::string_view title = "Propose a remedy";
  std::string description;
  std::vector<PromiseDraft> promises;
  std::optional<Money> compensation;
  std::optional<std::string> goodwill;

  static constexpr auto fields = std::tuple{
      personal("description", &ProposeRemedy::description, "the course of action proposed"),
      personal("promises", &ProposeRemedy::promises, "its schedule: what, who, by when; at least one"),
      open("compensation", &ProposeRemedy::compensation, "an amount owed"),
      personal("goodwill", &ProposeRemedy::goodwill, "a gesture beyond what is owed"),
  };
};

struct RecordAnswer {
  static constexpr std::string_view name = "record-answer";
  static constexpr std::string_view title = "Record the complainant's answer";
  ProposalId proposal;
  ProposalAnswer answer = ProposalAnswer::Accept;
  std::optional<std::string> words;

  static constexpr auto fields = std::tuple{
      open("proposal", &RecordAnswer::proposal, "the proposal answered"),
      open("answer", &RecordAnswer::answer, "accept, decline or counter"),
      personal("words", &RecordAnswer::words, "in their own words"),
  };
};

struct AgreeSchedule {
  static constexpr std::string_view name = "agree-schedule";
  static constexpr std::string_view title = "Agree the schedule";

  static constexpr auto fields = std::tuple{};
};

struct ConcludeWithoutAgreement {
  static constexpr std::string_view name = "conclude-without-agreement";
  static constexpr std::string_view title = "Conclude without agreement";
  std::string final_position;

  static constexpr auto fields = std::tuple{personal("final_position", &ConcludeWithoutAgreement::final_position, "where we stand, and why")};
};

}  // namespace redress
