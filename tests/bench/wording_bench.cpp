// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/wording_bench.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include "adapters/wording/rule_wording_reviewer.hpp"
#include "engine/domain/enumeration.hpp"
#include "tests/bench/measurement.hpp"

namespace redress::bench {
namespace {

std::string letter_in(Language language) {
  std::ifstream file(fmt::format("{}/tests/golden/letters/final-response-not-agreed.{}.txt", REDRESS_SOURCE_DIR, name_of(language)), std::ios::binary);
  if (!file) throw std::runtime_error("the letter to review is not there");
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

void bench_wording() {
  wording::RuleWordingReviewer const reviewer(REDRESS_SOURCE_DIR "/templates");
  for (auto const language : all_languages) {
    auto const letter = letter_in(language);
    std::int64_t words = 0;
    auto const figures = measure(1, [&](int) { words = reviewer.review(letter, language).readability.words; });
    print("wording", 1, figures, fmt::format(",\"language\":\"{}\",\"words\":{}", name_of(language), words));
  }
}

}  // namespace redress::bench
