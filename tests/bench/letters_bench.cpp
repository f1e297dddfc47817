// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/letters_bench.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string_view>

#include <fmt/format.h>

#include "adapters/letters/template_letter_writer.hpp"
#include "engine/domain/enumeration.hpp"
#include "tests/adapters/letters_sample.hpp"
#include "tests/bench/measurement.hpp"

namespace redress::bench {
namespace {

namespace sample = letters_sample;

/// Resident memory of this process, in kilobytes.
std::size_t resident_kb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stoul(line.substr(6));
  throw std::logic_error("the system does not say how much memory is used");
}

std::string extra(LetterFacts const& facts) {
  return fmt::format(",\"kind\":\"{}\",\"language\":\"{}\"", name_of(facts.kind), name_of(facts.language));
}

std::size_t pages_of(std::string_view pdf) {
  constexpr std::string_view page = "/Type /Page";
  std::size_t pages = 0;
  for (auto at = pdf.find(page); at != std::string_view::npos; at = pdf.find(page, at + page.size()))
    if (pdf.substr(at + page.size(), 1) != "s") ++pages;
  return pages;
}

void bench_one(letters::TemplateLetterWriter const& writer, LetterFacts const& facts) {
  std::size_t bytes = 0;
  auto const rendered = measure(1, [&](int) {
    auto const document = writer.compose(facts);
    bytes += writer.text(document).size() + writer.html(document).size();
  });
  print("letters-text-and-html", 1, rendered, extra(facts));
  auto const document = writer.compose(facts);
  auto const drawn = measure(1, [&](int) { bytes += writer.pdf(document).size(); });
  print("letters-pdf", 1, drawn, extra(facts) + fmt::format(",\"pages\":{}", pages_of(writer.pdf(document))));
  if (bytes == 0) throw std::logic_error("nothing was written");
}

/// A hundred letters fill the caches of fonts; the thousand that follow should leave nothing.
void bench_memory(letters::TemplateLetterWriter const& writer) {
  std::size_t bytes = 0;
  auto const write = [&](int letters) {
    for (int i = 0; i < letters; ++i) {
      auto const facts = sample::rich(i % 2 == 0 ? LetterKind::Acknowledgement : LetterKind::FinalResponse, all_languages[static_cast<std::size_t>(i) % 3]);
      auto const document = writer.compose(facts);
      bytes += writer.text(document).size() + writer.html(document).size() + writer.pdf(document).size();
    }
  };
  write(100);
  auto const before = resident_kb();
  write(1000);
  std::cout << fmt::format("{{\"bench\":\"letters-memory\",\"letters\":1000,\"rss_before_kb\":{},\"rss_after_kb\":{}}}", before, resident_kb()) << std::endl;
  if (bytes == 0) throw std::logic_error("nothing was written");
}

}  // namespace

void bench_letters() {
  letters::TemplateLetterWriter const writer(std::filesystem::path(REDRESS_SOURCE_DIR) / "templates", sample::organisation());
  for (auto const language : all_languages)
    for (auto const& facts : {sample::bare(LetterKind::Acknowledgement, language), sample::rich(LetterKind::Acknowledgement, language),
                              sample::rich(LetterKind::FinalResponse, language)})
      bench_one(writer, facts);
  bench_memory(writer);
}

}  // namespace redress::bench
