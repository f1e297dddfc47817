// SPDX-License-Identifier: Apache-2.0
// Plays every *.scenario beside this file.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/scenarios/scenario_stage.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

std::vector<std::filesystem::path> all_scenarios() {
  std::vector<std::filesystem::path> paths;
  for (auto const& entry : std::filesystem::directory_iterator(source_directory() / "tests/scenarios"))
    if (entry.path().extension() == ".scenario") paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

class Story : public ::testing::TestWithParam<std::filesystem::path> {};

INSTANTIATE_TEST_SUITE_P(Scenario, Story, ::testing::ValuesIn(all_scenarios()), [](auto const& one) {
  auto name = one.param.stem().string();
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST_P(Story, Happens) {
  ScenarioStage(read_scenario(GetParam())).play();
}

}  // namespace
}  // namespace redress::testing
