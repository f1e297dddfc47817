// SPDX-License-Identifier: Apache-2.0
// A year of deadlines: each fires once, none early, and after a downtime in order. Here with 5,000 complaints, so that tests stay quick; `./dev bench year`
// runs 100,000 of them in memory, and a tenth of that in SQLite. REDRESS_SIMULATION_COMPLAINTS=N runs another number.
#include "tests/simulation/year.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

#include "adapters/codec/leaf.hpp"
#include "tests/simulation/brief_letters.hpp"
#include "tests/simulation/memory_store.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

std::size_t complaints() {
  auto const* told = std::getenv("REDRESS_SIMULATION_COMPLAINTS");
  return told == nullptr ? 5'000 : std::stoull(told);
}

/// What the histories say, which nobody who listens to commits had a hand in.
std::pair<std::size_t, std::size_t> warnings_and_ends(ports::Store& store) {
  std::size_t warnings = 0;
  std::size_t ends = 0;
  store.read_history({}, [&](ports::StoredLeaf const& leaf) {
    auto const recorded = codec::open_leaf(leaf.bytes, leaf.disclosures);
    if (std::holds_alternative<DeadlineWarningGiven>(recorded.event)) ++warnings;
    auto const* moved = std::get_if<DeadlineMoved>(&recorded.event);
    if (moved != nullptr && moved->state == DeadlineState::Passed) ++ends;
  });
  return {warnings, ends};
}

TEST(AYear, FiresEveryDeadlineOnceAndNoneEarly) {
  Year year(2026, complaints(), ":memory:");

  year.run();

  for (auto const& finding : year.findings()) ADD_FAILURE() << finding;
  auto const& ledger = year.ledger();
  EXPECT_EQ(warnings_and_ends(year.store()), std::pair(ledger.warned(), ledger.passed()));
  EXPECT_GT(ledger.passed(), complaints()) << "hardly anything came up: the year tests nothing";
  EXPECT_GT(ledger.late(), 0U);
  EXPECT_GT(ledger.running(), 0U);
  EXPECT_GE(year.downtimes(), 5U);
  EXPECT_LT(year.refused(), year.commands() / 10);
}

/// What `./dev bench year` runs is the same year: what comes up, and when, does not depend on where it is kept.
TEST(AYear, IsTheSameInMemory) {
  constexpr std::size_t few = 500;
  Year kept(7, few, ":memory:");
  BriefLetters const letters(demonstration_letters());
  BriefNotices const notices(demonstration_notices());
  Year forgotten(7, few, std::make_unique<MemoryStore>(), letters, notices);

  kept.run();
  forgotten.run();

  EXPECT_EQ(forgotten.findings(), kept.findings());
  EXPECT_EQ(std::tuple(forgotten.ledger().warned(), forgotten.ledger().passed(), forgotten.ledger().late(), forgotten.commands(), forgotten.refused()),
            std::tuple(kept.ledger().warned(), kept.ledger().passed(), kept.ledger().late(), kept.commands(), kept.refused()));
}

}  // namespace
}  // namespace redress::testing
