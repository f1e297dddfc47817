// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plays a scenario on the whole house: time moves to each line's moment, with everything that falls due on the way; then the line happens,
// and what it expects is looked at.

#include <string>
#include <vector>

#include "tests/scenarios/scenario.hpp"
#include "tests/support/house.hpp"

namespace redress::testing {

class ScenarioStage {
 public:
  explicit ScenarioStage(Scenario scenario) : scenario_(std::move(scenario)) {}

  /// Reports every expectation that is not met as a failure of the test, with its line.
  void play();

 private:
  void play(ScenarioLine const& line);
  [[nodiscard]] runtime::Outcome give(ScenarioLine const& line);
  [[nodiscard]] bool happens_in_the_world(ScenarioLine const& line);
  void check(ScenarioLine const& line, std::string const& expectation);
  [[nodiscard]] bool is_met(std::vector<Word> const& words, std::string const& place);
  [[nodiscard]] bool is_deadline(std::vector<Word> const& words) const;
  [[nodiscard]] bool is_effort(std::vector<Word> const& words, std::string const& place) const;
  [[nodiscard]] bool is_letter(std::vector<Word> const& words) const;
  [[nodiscard]] std::vector<std::string> events_of_this_line();
  [[nodiscard]] std::string story_so_far();

  Scenario scenario_;
  House house_;
  Reference reference_;
  Reference other_;
  Complaint complaint_;       ///< after the line
  runtime::Outcome outcome_;  ///< of the line's command
  std::int64_t version_before_ = 0;
  std::size_t mails_before_ = 0;
  std::size_t prints_before_ = 0;
};

}  // namespace redress::testing
