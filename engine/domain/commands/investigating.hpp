// SPDX-License-Identifier: Apache-2.0
#pragma once

// Commands of the investigation: everyone heard, facts with their evidence, a cause that is a circumstance, an answer to every point.

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/letter_document.hpp"

namespace redress {

struct BeginInvestigation {
  static constexpr std::string_view name = "begin-investigation";
  static constexpr std::string_view title = "Begin the investigation";

  static constexpr auto fields = std::tuple{};
};

struct RequestStatement {
  static constexpr std::string_view name = "request-statement";
  static constexpr std::string_view title = "Ask someone involved for their view";
  std::string person_name;
  std::optional<std::string> email;
  std::optional<std::string> role;
  std::optional<std::string> question;

  static constexpr auto fields = std::tuple{
      personal("name", &RequestStatement::person_name, "who was involved"),
      personal("email", &RequestStatement::email, "where a copy of the letter reaches them"),
      personal("role", &RequestStatement::role, "what they had to do with it"),
      personal("question", &RequestStatement::question, "what we ask them"),
  };
};

struct RecordStatement {
  static constexpr std::string_view name = "record-statement";
  static constexpr std::string_view title = "Record a statement";
  PersonId person;
  std::string text;

  static constexpr auto fields = std::tuple{
      open("person", &RecordStatement::person, "whose statement"),
      personal("text", &RecordStatement::text, "what they say"),
  };
};

struct RecordFact {
  static constexpr std::string_view name = "record-fact";
  static constexpr std::string_view title = "Record a fact";
  std::string text;
  std::string evidence;

  static constexpr auto fields = std::tuple{
      personal("text", &RecordFact::text, "what is established"),
      personal("evidence", &RecordFact::evidence, "what establishes it"),
  };
};

struct RecordRootCause {
  static constexpr std::string_view name = "record-root-cause";
  static constexpr std::string_view title = "Record the root cause";
  std::string category;
  std::string circumstance;

  static constexpr auto fields = std::tuple{
      open("category", &RecordRootCause::category, "a word of the cause taxonomy"),
      personal("circumstance", &RecordRootCause::circumstance, "the circumstance that led to it, never a person"),
  };
};

struct PointAnswer {
  PointId point;
  Finding finding = Finding::Upheld;
  std::string explanation;

  static constexpr auto fields = std::tuple{
      open("point", &PointAnswer::point, "the point answered"),
      open("finding", &PointAnswer::finding, "how it was decided"),
      open("explanation", &PointAnswer::explanation, "what happened against what should have happened"),
  };
};

struct ConcludeInvestigation {
  static constexpr std::string_view name = "conclude-investigation";
  static constexpr std::string_view title = "Conclude the investigation";
  std::vector<PointAnswer> answers;

  static constexpr auto fields = std::tuple{personal("answers", &ConcludeInvestigation::answers, "an answer to every point of complaint")};
};

}  // namespace redress
