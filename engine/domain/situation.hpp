// SPDX-License-Identifier: Apache-2.0
#pragma once

// What whoever handles a complaint should know about its situation (domain.md, "Situations and answers"): twenty of them, five stories of four. The words are
// data (templates/*/situations); a complaint only names the situation it is in.

#include <string>
#include <tuple>
#include <vector>

#include "engine/domain/field.hpp"

namespace redress {

/// A situation told in one language.
struct SituationGuide {
  std::string name;                         ///< story and situation: "delivery/late"
  std::string question;                     ///< as it is asked
  std::string interest;                     ///< what they really want to know
  std::vector<std::string> evidence;        ///< to have ready before anybody calls
  std::vector<std::string> next_questions;  ///< likely to come next

  friend bool operator==(SituationGuide const&, SituationGuide const&) = default;

  static constexpr auto fields = std::tuple{
      open("name", &SituationGuide::name, "story and situation"),
      open("question", &SituationGuide::question, "the question as it is asked"),
      open("interest", &SituationGuide::interest, "what they really want to know"),
      open("evidence", &SituationGuide::evidence, "what to have ready"),
      open("next_questions", &SituationGuide::next_questions, "what is likely to be asked next"),
  };
};

}  // namespace redress
