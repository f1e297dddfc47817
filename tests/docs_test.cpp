// SPDX-License-Identifier: Apache-2.0
// The documentation keeps its promises: links lead somewhere, files that are named exist, decisions are complete and indexed, and no page
// is out of reach.
#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <functional>
#include <set>

#include "tests/repository.hpp"

namespace redress::repository {
namespace {

namespace fs = std::filesystem;

bool is_page(File const& file) {
  return file.ends_with(".md");
}

bool is_elsewhere(std::string_view target) {
  return target.find("://") != std::string_view::npos || target.starts_with("mailto:");
}

struct Link {
  std::string target;    ///< from the root of the repository
  std::string fragment;  ///< without its #; empty when there is none
  std::size_t line = 0;
};

Link resolved(File const& page, std::string_view written, std::size_t line) {
  auto const hash = std::min(written.find('#'), written.size());
  auto const path = written.substr(0, hash);
  auto const folder = fs::path(page.path).parent_path();
  auto const target = path.empty() ? fs::path(page.path) : (folder / path).lexically_normal();
  return {target.generic_string(), std::string(written.substr(std::min(hash + 1, written.size()))), line};
}

/// Every relative link of a page; what stands in a block of code is no link.
std::vector<Link> links_of(File const& page) {
  std::vector<Link> links;
  bool in_code = false;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    auto const line = page.lines[i];
    if (line.starts_with("```")) in_code = !in_code;
    for (auto at = line.find("]("); !in_code && at != std::string_view::npos; at = line.find("](", at + 1)) {
      auto const target = line.substr(at + 2, line.find(')', at) - at - 2);
      if (!is_elsewhere(target)) links.push_back(resolved(page, target, i + 1));
    }
  }
  return links;
}

/// The name under which a heading can be linked to.
std::string anchor_of(std::string_view heading) {
  heading.remove_prefix(std::min(heading.find_first_not_of("# "), heading.size()));
  std::string anchor;
  for (char const letter : heading) {
    auto const byte = static_cast<unsigned char>(letter);
    if (letter == ' ')
      anchor += '-';
    else if (std::isalnum(byte) != 0 || letter == '-' || letter == '_' || byte >= 0x80)
      anchor += static_cast<char>(std::tolower(byte));
  }
  return anchor;
}

bool has_anchor(std::string const& path, std::string const& anchor) {
  auto const page = std::ranges::find(files(), path, &File::path);
  return page != files().end() && std::ranges::any_of(page->lines, [&](auto line) { return line.starts_with('#') && anchor_of(line) == anchor; });
}

void have_links_that_lead_somewhere(File const& file, Findings& findings) {
  if (!is_page(file)) return;
  for (auto const& link : links_of(file)) {
    if (!exists(link.target))
      findings.push_back(finding(file, link.line, "there is no " + link.target));
    else if (!link.fragment.empty() && !has_anchor(link.target, link.fragment))
      findings.push_back(finding(file, link.line, link.target + " has no heading #" + link.fragment));
  }
}

bool is_path_letter(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 || std::string_view("/_-.").find(letter) != std::string_view::npos;
}

/// Calls `found(path, line)` for each path in the text that begins with one of the beginnings. Patterns, with * or <, are not paths.
void for_each_path(File const& file, std::vector<std::string_view> const& beginnings, std::function<void(std::string, std::size_t)> const& found) {
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    auto const line = file.lines[i];
    for (auto const beginning : beginnings) {
      for (auto at = line.find(beginning); at != std::string_view::npos; at = line.find(beginning, at + 1)) {
        if (at > 0 && (is_path_letter(line[at - 1]) || line[at - 1] == '}')) continue;
        auto end = at;
        while (end < line.size() && is_path_letter(line[end])) ++end;
        if (end < line.size() && std::string_view("*<{").find(line[end]) != std::string_view::npos) continue;
        auto path = std::string(line.substr(at, end - at));
        while (path.ends_with('.') || path.ends_with('-')) path.pop_back();
        found(std::move(path), i + 1);
      }
    }
  }
}

void name_files_that_exist(File const& file, Findings& findings) {
  if (!is_page(file) || file.is_under("docs/decisions/")) return;
  for_each_path(file, {"engine/", "workflows/", "adapters/", "templates/", "tests/", "docs/", "cmake/"}, [&](std::string const& path, std::size_t line) {
    if (!exists(path)) findings.push_back(finding(file, line, "there is no " + path));
  });
}

/// A comment may name a decision by its number alone: "docs/decisions/0006".
bool is_a_decision(std::string const& path) {
  return path.starts_with("docs/decisions/0") && std::ranges::any_of(files(), [&](auto const& file) { return file.path.starts_with(path + "-"); });
}

void name_pages_that_exist(File const& file, Findings& findings) {
  if (is_page(file) || file.path == "tests/docs_test.cpp") return;
  for_each_path(file, {"docs/"}, [&](std::string const& path, std::size_t line) {
    if (!exists(path) && !is_a_decision(path)) findings.push_back(finding(file, line, "there is no " + path));
  });
}

bool is_decision(File const& file) {
  return file.is_under("docs/decisions/0");
}

void decide_completely(File const& file, Findings& findings) {
  if (!is_decision(file)) return;
  for (std::string_view const part : {"## Context", "## Decision", "## Alternatives", "## Consequences"})
    if (std::ranges::find(file.lines, part) == file.lines.end()) findings.push_back(finding(file, 1, "a decision has a part \"" + std::string(part) + "\""));
}

/// Where a link leads: a page, or every page of a folder.
void add_pages(std::string const& target, std::vector<std::string>& pages) {
  for (auto const& file : files())
    if (is_page(file) && (file.path == target || fs::path(file.path).parent_path() == target)) pages.push_back(file.path);
}

/// Every page that can be reached from the first by following links.
std::set<std::string> reachable_from(std::string const& first) {
  std::set<std::string> seen;
  std::vector<std::string> next{first};
  while (!next.empty()) {
    auto const path = next.back();
    next.pop_back();
    auto const page = std::ranges::find(files(), path, &File::path);
    if (page == files().end() || !seen.insert(path).second) continue;
    for (auto const& link : links_of(*page)) add_pages(link.target, next);
  }
  return seen;
}

TEST(Documentation, HasLinksThatLeadSomewhere) {
  auto const findings = find_everywhere(have_links_that_lead_somewhere);

  EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Documentation, NamesFilesThatExist) {
  auto const findings = find_everywhere(name_files_that_exist);

  EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Documentation, IsThereWhereverASourceNamesIt) {
  auto const findings = find_everywhere(name_pages_that_exist);

  EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Documentation, CanBeReachedFromTheReadme) {
  auto const reached = reachable_from("README.md");

  for (auto const& file : files()) {
    bool const must_be_reached = is_page(file) && file.is_under("docs/") && !file.is_under("docs/release-notes/");
    EXPECT_TRUE(!must_be_reached || reached.contains(file.path)) << file.path << " is linked from nowhere";
  }
}

TEST(Decisions, SayWhyAndWhatElseWasPossible) {
  auto const findings = find_everywhere(decide_completely);

  EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Decisions, AreAllInTheIndex) {
  auto const index = std::ranges::find(files(), "docs/decisions/README.md", &File::path);
  ASSERT_NE(index, files().end());
  std::set<std::string> linked;
  for (auto const& link : links_of(*index)) linked.insert(link.target);

  for (auto const& file : files()) EXPECT_TRUE(!is_decision(file) || linked.contains(file.path)) << file.path;
}

TEST(DocumentationRules, FindALinkThatLeadsNowhere) {
  Findings findings;

  have_links_that_lead_somewhere(invented("docs/a.md", "See [b](b.md), [c](https://example.org) and [the start](../README.md).\n"), findings);

  EXPECT_EQ(findings, Findings{"docs/a.md:1: there is no docs/b.md"});
}

}  // namespace
}  // namespace redress::repository
