// SPDX-License-Identifier: Apache-2.0
#pragma once

// What happened in the investigation.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/letter_document.hpp"

namespace redress {

struct InvestigationBegun {
  static constexpr std::string_view name = "investigation-begun";

  friend bool operator==(InvestigationBegun const&, InvestigationBegun const&) = default;

  static constexpr auto fields = std::tuple{};
};

struct StatementRequested {
  static constexpr std::string_view name = "statement-requested";
  PersonId person;
  std::string person_name;
  std::optional<std::string> email;
  std::optional<std::string> role;
  std::optional<std::string> question;

  friend bool operator==(StatementRequested const&, StatementRequested const&) = default;

  static constexpr auto fields = std::tuple{
      open("person", &StatementRequested::person, "who is heard"),
      personal("name", &StatementRequested::person_name, "their name"),
      personal("email", &StatementRequested::email, "where a copy reaches them"),
      personal("role", &StatementRequested::role, "what they had to do with it"),
      personal("question", &StatementRequested::question, "what they were asked"),
  };
};

struct StatementRecorded {
  static constexpr std::string_view name = "statement-recorded";
  PersonId person;
  std::string text;

  friend bool operator==(StatementRecorded const&, StatementRecorded const&) = default;

  static constexpr auto fields = std::tuple{
      open("person", &StatementRecorded::person, "whose statement"),
      personal("text", &StatementRecorded::text, "what they say"),
  };
};

struct FactRecorded {
  static constexpr std::string_view name = "fact-recorded";
  FactId fact;
  std::string text;
  std::string evidence;

  friend bool operator==(FactRecorded const&, FactRecorded const&) = default;

  static constexpr auto fields = std::tuple{
      open("fact", &FactRecorded::fact, "which fact"),
      personal("text", &FactRecorded::text, "what is established"),
      personal("evidence", &FactRecorded::evidence, "what establishes it"),
  };
};

struct RootCauseRecorded {
  static constexpr std::string_view name = "root-cause-recorded";
  std::string category;
  std::string circumstance;

  friend bool operator==(RootCauseRecorded const&, RootCauseRecorded const&) = default;

  static constexpr auto fields = std::tuple{
      open("category", &RootCauseRecorded::category, "a word of the cause taxonomy"),
      personal("circumstance", &RootCauseRecorded::circumstance, "the circumstance that led to it"),
  };
};

struct PointAnswered {
  static constexpr std::string_view name = "point-answered";
  PointId point;
  Finding finding = Finding::Upheld;
  std::string explanation;

  friend bool operator==(PointAnswered const&, PointAnswered const&) = default;

  static constexpr auto fields = std::tuple{
      open("point", &PointAnswered::point, "which point"),
      open("finding", &PointAnswered::finding, "how it was decided"),
      personal("explanation", &PointAnswered::explanation, "with the reasons"),
  };
};

struct InvestigationConcluded {
  static constexpr std::string_view name = "investigation-concluded";

  friend bool operator==(InvestigationConcluded const&, InvestigationConcluded const&) = default;

  static constexpr auto fields = std::tuple{};
};

}  // namespace redress
