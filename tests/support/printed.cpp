// SPDX-License-Identifier: Apache-2.0
#include "tests/support/printed.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"

namespace redress::testing {
namespace {

std::string output_of(std::string const& command) {
  std::string output;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> const pipe(::popen(command.c_str(), "r"), &::pclose);
  if (!pipe) return output;
  std::array<char, 4096> part{};
  while (auto const read = std::fread(part.data(), 1, part.size(), pipe.get())) output.append(part.data(), read);
  return output;
}

std::string unescaped(std::string text) {
  for (auto const& [mark, sign] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}})
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) text.replace(at, std::string_view(mark).size(), sign);
  return text;
}

/// From the page that pdftotext -bbox writes: a line for each page and each word.
std::vector<PrintedWord> words_in(std::string const& page_of_boxes) {
  static std::regex const form(R"re(<word xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="([0-9.-]+)" yMax="([0-9.-]+)">(.*)</word>)re");
  std::vector<PrintedWord> words;
  std::size_t page = 0;
  std::istringstream lines(page_of_boxes);
  for (std::string line; std::getline(lines, line);) {
    if (line.find("<page ") != std::string::npos) ++page;
    std::smatch found;
    if (line.size() < 1000 && std::regex_search(line, found, form))
      words.push_back({page, std::stod(found[1]), std::stod(found[2]), std::stod(found[3]), std::stod(found[4]), unescaped(found[5])});
  }
  return words;
}

std::vector<PrintedFont> fonts_in(std::string const& table) {
  static std::regex const form(R"(^(\S+)\s+.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$)");
  std::vector<PrintedFont> fonts;
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);)
    if (std::smatch found; std::regex_match(line, found, form)) fonts.push_back({found[1], found[2] == "yes", found[4] == "yes"});
  return fonts;
}

}  // namespace

Printed::Printed(std::string bytes) : bytes_(std::move(bytes)) {
  TemporaryFolder const folder("printed");
  std::filesystem::create_directories(folder.path());
  auto const file = (folder.path() / "letter.pdf").string();
  std::ofstream(file, std::ios::binary) << bytes_;
  text_ = output_of("pdftotext -layout " + file + " - 2>&1");
  information_ = output_of("pdfinfo " + file + " 2>&1");
  structure_ = output_of("pdfinfo -struct " + file + " 2>&1");
  words_ = words_in(output_of("pdftotext -bbox " + file + " - 2>&1"));
  fonts_ = fonts_in(output_of("pdffonts " + file + " 2>&1"));
}

std::string Printed::particular(std::string const& name) const {
  std::istringstream lines(information_);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(name + ":")) return line.substr(std::min(line.find_first_not_of(' ', name.size() + 1), line.size()));
  return {};
}

PrintedWord Printed::word(std::string const& text, std::size_t page) const {
  for (auto const& one : words_)
    if (one.text == text && one.page == page) return one;
  ADD_FAILURE() << "\"" << text << "\" is not on page " << page << " of\n" << text_;
  return {};
}

}  // namespace redress::testing
