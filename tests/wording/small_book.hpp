// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small books of rules for tests: what a test is about, and beneath it the rest that every book must have.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "adapters/wording/readability.hpp"
#include "adapters/wording/rule_book.hpp"
#include "adapters/wording/rule_matching.hpp"
#include "adapters/wording/rule_wording_reviewer.hpp"
#include "engine/domain/enumeration.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::wording {

/// A rule of every class, which finds a word that nobody writes.
inline std::string rules_nobody_breaks() {
  std::string text;
  for (auto const name : names_of(WordingClass{}))
    text += fmt::format("\n[[rule]]\nname = \"no-{0}\"\nclass = \"{0}\"\nseverity = \"advice\"\nwhy = \"why\"\nsuggestion = \"better\"\nfind = [\"zzz{0}\"]\n",
                        name);
  return text;
}

inline std::string rule(std::string_view find, std::string_view more = "", std::string_view severity = "must") {
  return fmt::format("\n[[rule]]\nname = \"tested\"\nclass = \"excuse\"\nseverity = \"{}\"\nwhy = \"why\"\nsuggestion = \"better\"\nfind = [\"{}\"]\n{}\n",
                     severity, find, more);
}

inline std::string book_text(std::string_view head, std::string_view rules) {
  return fmt::format(
      "language = \"en\"\n{}\n[[long_sentence]]\nname = \"long\"\nclass = \"readability\"\nseverity = \"advice\"\nmore_than = 30\nwhy = \"why\"\n"
      "suggestion = \"better\"\n{}{}",
      head, rules, rules_nobody_breaks());
}

/// What stands above the first rule or long sentence is written to words.toml, the rest to rules.toml.
inline RuleBook loaded(std::string const& text) {
  testing::TemporaryFolder const folder("wording");
  std::filesystem::create_directories(folder.path());
  auto const rules = std::min(text.find("[[long_sentence]]"), text.size());
  std::ofstream(folder.path() / "words.toml", std::ios::binary) << text.substr(0, rules);
  std::ofstream(folder.path() / "rules.toml", std::ios::binary) << (rules == text.size() ? "# none\n" : text.substr(rules));
  return load_rule_book(folder.path(), Language::English);
}

/// What the fault says, without the folder; empty when there was none.
inline std::string fault_of(std::string const& text) {
  try {
    static_cast<void>(loaded(text));
    return {};
  } catch (WordingFault const& fault) {
    std::string const said = fault.what();
    return std::filesystem::path(said.substr(0, said.find(": "))).filename().string() + said.substr(said.find(": "));
  }
}

inline std::vector<WordingFinding> findings_by(RuleBook const& book, std::string_view text) {
  return findings_in(text, read_text(text, book.habits), book);
}

/// The phrases that a book with this one rule finds.
inline std::vector<std::string> found_by(std::string_view pattern, std::string_view text, std::string_view more = "", std::string_view head = "") {
  std::vector<std::string> phrases;
  for (auto const& finding : findings_by(loaded(book_text(head, rule(pattern, more))), text))
    if (finding.rule == "tested")
      phrases.emplace_back(text.substr(static_cast<std::size_t>(finding.start), static_cast<std::size_t>(finding.end - finding.start)));
  return phrases;
}

}  // namespace redress::wording
