// SPDX-License-Identifier: Apache-2.0
// How well the shipped rules tell a brush-off from plain speech, by sentences that people labelled. The figures are printed; a language that falls below
// them fails.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "adapters/wording/rule_wording_reviewer.hpp"
#include "engine/domain/enumeration.hpp"
#include "tests/wording/labelled_sentences.hpp"

namespace redress::wording {
namespace {

constexpr double least_precision = 0.97;
constexpr double least_recall = 0.9;

ports::WordingReviewer const& shipped() {
  static RuleWordingReviewer const reviewer(REDRESS_SOURCE_DIR "/templates");
  return reviewer;
}

class ShippedRules : public testing::TestWithParam<Language> {
 protected:
  static Score printed_score(std::string_view set) {
    auto score = score_of(labelled_sentences(set, GetParam()), shipped(), GetParam());
    std::cout << score.text(fmt::format("{} {}", set, name_of(GetParam())));
    return score;
  }
};

TEST_P(ShippedRules, TellFaultsFromInnocentSentences) {
  auto const score = printed_score("labelled");

  EXPECT_GE(score.faults + score.innocents, 150u);
  EXPECT_GE(score.precision(), least_precision);
  EXPECT_GE(score.recall(), least_recall);
  for (auto const& of_class : score.of_class) EXPECT_GT(of_class.labelled, 0u) << "a class has no labelled sentence";
}

TEST_P(ShippedRules, TellThemInSentencesTheyWereNotMadeBy) {
  auto const score = printed_score("held_out");

  EXPECT_GE(score.faults + score.innocents, 60u);
  EXPECT_GE(score.precision(), least_precision);
  EXPECT_GE(score.recall(), least_recall);
}

TEST_P(ShippedRules, ForbidNothingInInnocentSentences) {
  for (auto const* set : {"labelled", "held_out"})
    for (auto const& must : score_of(labelled_sentences(set, GetParam()), shipped(), GetParam()).musts_on_innocents) ADD_FAILURE() << must;
}

TEST_P(ShippedRules, FindNothingToChangeInOurOwnLetters) {
  auto const ending = fmt::format(".{}.txt", name_of(GetParam()));
  std::size_t letters = 0;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(REDRESS_SOURCE_DIR "/tests/golden/letters")) {
    if (!entry.path().filename().string().ends_with(ending)) continue;
    ++letters;
    std::ifstream file(entry.path(), std::ios::binary);
    std::string const text{std::istreambuf_iterator<char>(file), {}};
    for (auto const& finding : shipped().review(text, GetParam()).findings)
      if (finding.severity != WordingSeverity::Advice)
        ADD_FAILURE() << fmt::format("{}:{}: {}: {}", entry.path().filename().string(), finding.line, finding.rule,
                                     text.substr(static_cast<std::size_t>(finding.start), static_cast<std::size_t>(finding.end - finding.start)));
  }
  EXPECT_GT(letters, 0u);
}

INSTANTIATE_TEST_SUITE_P(OfEveryLanguage, ShippedRules, testing::ValuesIn(all_languages),
                         [](auto const& language) { return std::string(name_of(language.param)); });

}  // namespace
}  // namespace redress::wording
