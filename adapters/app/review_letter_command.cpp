// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/review_letter_command.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include <fmt/format.h>
#include <boost/json/serialize.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/codec/text.hpp"
#include "adapters/wording/rule_wording_reviewer.hpp"
#include "engine/domain/enumeration.hpp"

namespace redress::app {
namespace {

std::string read_all(std::istream& stream) {
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string text_of(ReviewQuestion const& question) {
  if (question.file == "-") return read_all(std::cin);
  if (std::filesystem::is_directory(question.file))
    throw std::runtime_error(fmt::format("{} is a folder; name a file, or - for standard input", question.file));
  std::ifstream file(question.file, std::ios::binary);
  if (!file) throw std::runtime_error(fmt::format("{} cannot be read; check that it exists and that you may read it", question.file));
  return read_all(file);
}

/// How many places on a screen the bytes take, near enough to point at them.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

/// The line, and beneath it a mark under the phrase, up to the end of the line when it goes on.
std::string marked(std::string_view text, WordingFinding const& finding) {
  auto const start = static_cast<std::size_t>(finding.start);
  auto const before = text.substr(0, start).rfind('\n');
  auto const line_start = before == std::string_view::npos ? 0 : before + 1;
  auto const line_end = std::min(text.find('\n', start), text.size());
  auto const end = std::min(static_cast<std::size_t>(finding.end), line_end);
  std::string line(text.substr(line_start, line_end - line_start));
  std::ranges::replace_if(
      line, [](char byte) { return static_cast<unsigned char>(byte) < 0x20; }, ' ');
  return fmt::format("    {}\n    {:{}}{:^>{}}\n", line, "", width_of(text.substr(line_start, start - line_start)), "",
                     width_of(text.substr(start, end - start)));
}

std::string summary(WordingReview const& review) {
  std::array<std::size_t, count_of<WordingSeverity>> counts{};
  for (auto const& finding : review.findings) ++counts[static_cast<std::size_t>(finding.severity)];
  auto const& readability = review.readability;
  return fmt::format("{} must change, {} should, {} as advice. {} sentences of {} words on average, the longest of {}; {} {}.\n", counts[0], counts[1],
                     counts[2], readability.sentences, readability.average_sentence_words, readability.longest_sentence_words, name_of(readability.index_name),
                     readability.index);
}

void print_text(std::string const& text, WordingReview const& review, std::string const& name) {
  for (auto const& finding : review.findings)
    std::cout << fmt::format("{}:{}: {}: {} ({})\n{}    {}\n    {}\n\n", name, finding.line, name_of(finding.severity), name_of(finding.wording_class),
                             finding.rule, marked(text, finding), finding.why, finding.suggestion);
  std::cout << summary(review);
}

}  // namespace

int print_review(ReviewQuestion const& question, Resources const& resources) {
  auto const text = text_of(question);
  auto const name = question.file == "-" ? std::string("standard input") : question.file;
  if (!codec::is_text(text)) throw std::runtime_error(fmt::format("{} is not UTF-8 text; save it as UTF-8 and try again", name));
  wording::RuleWordingReviewer const reviewer(resources.templates());
  auto const review = reviewer.review(text, enumerator_named<Language>(question.language).value_or(Language::English));
  if (question.output == ReviewOutput::Json)
    std::cout << boost::json::serialize(codec::to_json(review)) << "\n";
  else
    print_text(text, review, name);
  auto const is_must = [](WordingFinding const& finding) { return finding.severity == WordingSeverity::Must; };
  return std::ranges::any_of(review.findings, is_must) ? 1 : 0;
}

}  // namespace redress::app
