// SPDX-License-Identifier: Apache-2.0
// Whatever happens, in whatever order: the history is whole, what was answered is in it, and no letter is lost. REDRESS_SIMULATION_SEEDS=N
// runs more seeds, REDRESS_SIMULATION_SEED=N that one alone.
#include "tests/simulation/simulation.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

namespace redress::testing {
namespace {

constexpr int steps = 40;

std::uint64_t number_from_environment(char const* name, std::uint64_t otherwise) {
  auto const* told = std::getenv(name);
  return told == nullptr ? otherwise : std::stoull(told);
}

TEST(TheHouse, KeepsItsWordWhateverHappens) {
  auto const alone = number_from_environment("REDRESS_SIMULATION_SEED", 0);
  auto const first = alone == 0 ? 1 : alone;
  auto const last = alone == 0 ? number_from_environment("REDRESS_SIMULATION_SEEDS", 200) : alone;
  std::size_t answered = 0;
  int faults = 0;

  for (auto seed = first; seed <= last; ++seed) {
    Simulation simulation(seed);
    simulation.run(steps);
    for (auto const& finding : simulation.findings()) ADD_FAILURE() << "seed " << seed << ": " << finding;
    answered += simulation.answered();
    faults += simulation.faults();
  }

  EXPECT_GT(answered, 10 * (last - first + 1)) << "hardly anything happened: the simulation tests nothing";
  EXPECT_GT(faults, 0);
}

TEST(TheHouse, DoesTheSameTwiceForOneSeed) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    Simulation first(seed);
    Simulation second(seed);
    first.run(2 * steps);
    second.run(2 * steps);

    EXPECT_EQ(first.histories(), second.histories()) << "seed " << seed;
    EXPECT_FALSE(first.histories().empty());
  }
}

}  // namespace
}  // namespace redress::testing
