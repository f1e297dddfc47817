// SPDX-License-Identifier: Apache-2.0
#include "tests/scenarios/scenario.hpp"

#include <fstream>

namespace redress::testing {
namespace {

/// Columns stand two spaces or more apart.
std::vector<std::string> columns_of(std::string_view line) {
  std::vector<std::string> columns;
  while (!line.empty()) {
    auto const from = line.find_first_not_of(' ');
    if (from == std::string_view::npos) break;
    line.remove_prefix(from);
    auto const end = line.find("  ");
    columns.emplace_back(line.substr(0, end));
    line.remove_prefix(end == std::string_view::npos ? line.size() : end);
  }
  while (!columns.empty() && columns.back().empty()) columns.pop_back();
  return columns;
}

bool begins_with_a_date(std::string_view text) {
  return text.size() >= 16 && text.substr(4, 1) == "-" && text.substr(10, 1) == " ";
}

void read_settings(Scenario& scenario, std::vector<std::string> const& columns, std::string const& place) {
  for (auto const& column : columns) {
    auto const space = column.find(' ');
    if (space == std::string::npos) throw ScenarioFault(place + ": a setting is a name and a value");
    scenario.settings[column.substr(0, space)] = column.substr(space + 1);
  }
}

}  // namespace

std::vector<Word> words_of(std::string_view text, std::string const& place) {
  std::vector<Word> words;
  while (!text.empty()) {
    if (text.front() == ' ') {
      text.remove_prefix(1);
      continue;
    }
    bool const is_quoted = text.front() == '"';
    if (is_quoted) text.remove_prefix(1);
    auto const end = text.find(is_quoted ? '"' : ' ');
    if (is_quoted && end == std::string_view::npos) throw ScenarioFault(place + ": a quotation has no end");
    words.push_back({std::string(text.substr(0, end)), is_quoted});
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return words;
}

Scenario read_scenario(std::filesystem::path const& path) {
  std::ifstream file(path);
  Scenario scenario;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    auto const place = path.filename().string() + ":" + std::to_string(number);
    auto columns = columns_of(line);
    if (columns.empty()) continue;
    if (!begins_with_a_date(columns.front())) {
      read_settings(scenario, columns, place);
      continue;
    }
    if (columns.size() < 2) throw ScenarioFault(place + ": nothing happens here; write time_passes when that is meant");
    ScenarioLine one{place, columns[0], words_of(columns[1], place), {columns.begin() + 2, columns.end()}};
    scenario.lines.push_back(std::move(one));
  }
  if (scenario.lines.empty()) throw ScenarioFault(path.filename().string() + ": nothing happens in it");
  return scenario;
}

}  // namespace redress::testing
