// SPDX-License-Identifier: Apache-2.0
#pragma once

// The repository as text, for the tests that hold its sources and documentation to the rules of the house. What npm brings and what is
// built is not ours.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace redress::repository {

struct File {
  std::string path;  ///< from the root: "engine/domain/time.hpp"
  std::string text;
  std::vector<std::string_view> lines;  ///< of `text`, without their ends

  [[nodiscard]] bool ends_with(std::string_view ending) const { return path.ends_with(ending); }
  [[nodiscard]] bool is_under(std::string_view folder) const { return path.starts_with(folder); }
  [[nodiscard]] bool is_cpp() const { return ends_with(".cpp") || ends_with(".hpp"); }
};

/// A file that is not in the repository, to show that a rule finds what it is there to find.
[[nodiscard]] File invented(std::string path, std::string text);

/// Every text file of ours, in order of their paths; read once.
[[nodiscard]] std::vector<File> const& files();
/// Whether the repository has that file or folder.
[[nodiscard]] bool exists(std::string_view path);

/// "path:line: what", one for each thing wrong.
using Findings = std::vector<std::string>;

[[nodiscard]] std::string finding(File const& file, std::size_t line, std::string_view what);

/// What a rule finds in all files; a rule takes a file and a place for its findings.
template <class Rule>
[[nodiscard]] Findings find_everywhere(Rule const& rule) {
  Findings findings;
  for (auto const& file : files()) rule(file, findings);
  return findings;
}

/// A line each, for the message of a failing test.
[[nodiscard]] std::string listed(Findings const& findings);

/// Source text with comments and the insides of literals blanked out; every character keeps its place.
[[nodiscard]] std::string without_comments_and_literals(std::string_view text);

}  // namespace redress::repository
