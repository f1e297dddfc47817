// SPDX-License-Identifier: Apache-2.0
// Diagrams and reference pages are drawn from the tables, so they can be trusted; the pages in docs/ are held to that. UPDATE_GOLDEN=1
// writes them anew.
#include "workflows/diagram.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>

namespace redress::workflows {
namespace {

std::filesystem::path page_of(CatalogueEntry const& entry) {
  return std::filesystem::path(REDRESS_SOURCE_DIR) / "docs/reference/workflows" / (std::string(entry.machine.name) + ".md");
}

std::string read(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

/// Whether every element that is opened is closed again, in order.
bool is_well_formed(std::string_view xml) {
  std::vector<std::string_view> open;
  for (auto at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) {
    auto const end = xml.find('>', at);
    if (end == std::string_view::npos) return false;
    auto const tag = xml.substr(at + 1, end - at - 1);
    auto const name = tag.substr(tag.starts_with('/') ? 1 : 0, tag.substr(tag.starts_with('/') ? 1 : 0).find_first_of(" /"));
    if (count(tag, "\"") % 2 != 0) return false;
    if (tag.starts_with('?') || tag.ends_with('/')) continue;
    if (!tag.starts_with('/'))
      open.push_back(name);
    else if (open.empty() || open.back() != name)
      return false;
    else
      open.pop_back();
  }
  return open.empty();
}

TEST(ReferencePages, AreThoseOfTheTables) {
  bool const is_updating = std::getenv("UPDATE_GOLDEN") != nullptr;
  for (auto const& entry : catalogue()) {
    auto const path = page_of(entry);
    auto const page = reference_page(entry);
    if (is_updating) {
      std::filesystem::create_directories(path.parent_path());
      std::ofstream(path, std::ios::binary) << page;
    }
    EXPECT_EQ(read(path), page) << path.filename() << " is out of date; run the tests with UPDATE_GOLDEN=1";
  }
}

TEST(Diagrams, InMermaidHaveALineForEveryRow) {
  for (auto const& entry : catalogue()) {
    auto const text = draw(entry, DiagramFormat::Mermaid);

    EXPECT_TRUE(text.starts_with("stateDiagram-v2\n    [*] --> " + std::string(entry.machine.initial)));
    for (auto const& edge : entry.machine.edges)
      EXPECT_NE(text.find(std::string(edge.from) + " --> " + std::string(edge.to) + " : " + std::string(edge.on)), std::string::npos) << edge.on;
  }
}

TEST(Diagrams, InDotCloseWhatTheyOpen) {
  for (auto const& entry : catalogue()) {
    auto const text = draw(entry, DiagramFormat::Dot);

    EXPECT_EQ(count(text, "{"), count(text, "}"));
    EXPECT_EQ(count(text, "\"") % 2, 0u);
    EXPECT_EQ(count(text, " -> "), entry.machine.edges.size());
  }
}

TEST(Diagrams, InScxmlAreWellFormed) {
  for (auto const& entry : catalogue()) {
    auto const text = draw(entry, DiagramFormat::Scxml);

    EXPECT_TRUE(is_well_formed(text)) << text;
    EXPECT_EQ(count(text, "<transition "), entry.machine.edges.size());
  }
}

TEST(Diagrams, InJsonSayWhatTheTableSays) {
  for (auto const& entry : catalogue()) {
    auto const value = boost::json::parse(draw(entry, DiagramFormat::Json));

    EXPECT_EQ(value.at("name").as_string(), boost::json::string_view(entry.machine.name.data(), entry.machine.name.size()));
    EXPECT_EQ(value.at("transitions").as_array().size(), entry.machine.edges.size());
    EXPECT_EQ(value.at("beside").as_array().size(), entry.beside.size());
  }
}

}  // namespace
}  // namespace redress::workflows
