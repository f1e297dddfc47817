// SPDX-License-Identifier: Apache-2.0
#pragma once

// A scenario is a story that a complaint manager can read and a machine can check (tests/scenarios/README.md). This reads one into lines;
// scenario_stage.hpp plays them.

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace redress::testing {

/// A scenario that cannot be read. The text is "file:line: what is wrong".
class ScenarioFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Word {
  std::string text;
  bool is_quoted = false;
};

/// One line: at this local moment this happens, and then these things are true.
struct ScenarioLine {
  std::string place;  ///< "file:line"
  std::string moment;
  std::vector<Word> words;                ///< what happens: a command, or a thing of the world; never empty
  std::vector<std::string> expectations;  ///< in the words of the README
};

struct Scenario {
  std::map<std::string, std::string> settings;  ///< profile, calendar, language
  std::vector<ScenarioLine> lines;
};

[[nodiscard]] Scenario read_scenario(std::filesystem::path const& path);

/// The words of a text, quoted ones as one.
[[nodiscard]] std::vector<Word> words_of(std::string_view text, std::string const& place);

}  // namespace redress::testing
