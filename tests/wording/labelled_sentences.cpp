// SPDX-License-Identifier: Apache-2.0
#include "tests/wording/labelled_sentences.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/domain/enumeration.hpp"

namespace redress::wording {
namespace {

std::string described(LabelledSentence const& sentence, WordingReview const& review) {
  std::vector<std::string> rules;
  for (auto const& finding : review.findings) rules.push_back(fmt::format("{}/{}", name_of(finding.wording_class), finding.rule));
  return fmt::format("{}: {} [{}]", sentence.label, sentence.text, fmt::join(rules, " "));
}

void count_classes(LabelledSentence const& sentence, WordingReview const& review, Score& score) {
  std::set<std::string_view> found;
  for (auto const& finding : review.findings) found.insert(name_of(finding.wording_class));
  if (auto const label = enumerator_named<WordingClass>(sentence.label)) {
    auto& of_class = score.of_class[static_cast<std::size_t>(*label)];
    ++of_class.labelled;
    of_class.marked += found.empty() ? 0u : 1u;
    of_class.marked_as_such += found.contains(sentence.label) ? 1u : 0u;
  } else {
    for (auto const name : found) ++score.of_class[static_cast<std::size_t>(*enumerator_named<WordingClass>(name))].marked_in_vain;
  }
}

}  // namespace

std::vector<LabelledSentence> labelled_sentences(std::string_view set, Language language) {
  auto const path = std::filesystem::path(REDRESS_SOURCE_DIR) / "tests/wording" / set / fmt::format("{}.tsv", name_of(language));
  std::ifstream file(path);
  if (!file) throw std::runtime_error(fmt::format("there is no {}", path.string()));
  std::vector<LabelledSentence> sentences;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    auto const tab = line.find('\t');
    LabelledSentence sentence{line.substr(0, tab), tab == std::string::npos ? std::string{} : line.substr(tab + 1)};
    if (sentence.is_fault() && !enumerator_named<WordingClass>(sentence.label)) throw std::runtime_error(fmt::format("no class \"{}\"", sentence.label));
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

double Score::precision() const {
  auto const marked = faults_marked + innocents_marked;
  return marked == 0 ? 1.0 : static_cast<double>(faults_marked) / static_cast<double>(marked);
}

double Score::recall() const {
  return faults == 0 ? 1.0 : static_cast<double>(faults_marked) / static_cast<double>(faults);
}

std::string Score::text(std::string_view title) const {
  auto text = fmt::format("{}: precision {:.3f}, recall {:.3f} ({} of {} faults marked, {} of {} innocent sentences marked)\n", title, precision(), recall(),
                          faults_marked, faults, innocents_marked, innocents);
  for (std::size_t i = 0; i < of_class.size(); ++i)
    text += fmt::format("  {:20} {:3} labelled, {:3} marked, {:3} as such; {} in vain\n", name_of(static_cast<WordingClass>(i)), of_class[i].labelled,
                        of_class[i].marked, of_class[i].marked_as_such, of_class[i].marked_in_vain);
  for (auto const& mistake : mistakes) text += "  " + mistake + "\n";
  return text;
}

Score score_of(std::vector<LabelledSentence> const& sentences, ports::WordingReviewer const& reviewer, Language language) {
  Score score;
  score.of_class.resize(count_of<WordingClass>);
  for (auto const& sentence : sentences) {
    auto const review = reviewer.review(sentence.text, language);
    bool const is_marked = !review.findings.empty();
    count_classes(sentence, review, score);
    ++(sentence.is_fault() ? score.faults : score.innocents);
    if (is_marked) ++(sentence.is_fault() ? score.faults_marked : score.innocents_marked);
    if (is_marked != sentence.is_fault()) score.mistakes.push_back(described(sentence, review));
    auto const is_must = [](WordingFinding const& finding) { return finding.severity == WordingSeverity::Must; };
    if (!sentence.is_fault() && std::ranges::any_of(review.findings, is_must)) score.musts_on_innocents.push_back(described(sentence, review));
  }
  return score;
}

}  // namespace redress::wording
