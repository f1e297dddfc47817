// SPDX-License-Identifier: Apache-2.0
// A hundred complaints of a city, each with its target and the city's own word on whether it was overdue: ours must be the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/domain/deadline.hpp"

namespace redress {
namespace {

using Row = std::map<std::string, std::string>;

std::filesystem::path corpus() {
  auto const* told = std::getenv("REDRESS_SHARED");
  auto const shared = told ? std::filesystem::path{told} : std::filesystem::path{REDRESS_SOURCE_DIR} / ".." / "shared";
  return shared / "corpus/complaints-311/boston311-100.csv";
}

/// The fields of one line; a field in quotes may hold commas.
std::vector<std::string> fields_of(std::string const& line) {
  std::vector<std::string> fields(1);
  bool in_quotes = false;
  for (char const letter : line) {
    if (letter == '"')
      in_quotes = !in_quotes;
    else if (letter == ',' && !in_quotes)
      fields.emplace_back();
    else if (letter != '\r')
      fields.back() += letter;
  }
  return fields;
}

std::vector<Row> rows_of(std::istream& file) {
  std::string line;
  std::getline(file, line);
  auto const names = fields_of(line);
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    auto const fields = fields_of(line);
    Row row;
    for (std::size_t i = 0; i < std::min(names.size(), fields.size()); ++i) row[names[i]] = fields[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

/// All times are of one zone, so it does not matter which.
std::optional<Time> time_of(Row const& row, std::string const& column) {
  return parse_time(row.at(column) + "Z");
}

/// When the file was read out nobody says; it was after everything that it speaks of.
Time read_out_at(std::vector<Row> const& rows) {
  Time latest;
  for (auto const& row : rows)
    for (auto const* column : {"open_dt", "target_dt", "closed_dt"}) latest = std::max(latest, time_of(row, column).value_or(latest));
  return latest + std::chrono::seconds{1};
}

TEST(Corpus, OfAHundredComplaintsIsOverdueExactlyWhereTheCitySaysSo) {
  std::ifstream file(corpus());
  if (!file) GTEST_SKIP() << "the corpus of complaints is not here; set REDRESS_SHARED to the folder that holds it";
  auto const rows = rows_of(file);
  auto const now = read_out_at(rows);
  ASSERT_EQ(rows.size(), 100u);
  std::size_t overdue = 0;

  for (auto const& row : rows) {
    auto const target = time_of(row, "target_dt");
    std::optional<Deadline> deadline;
    if (target) deadline = Deadline{DeadlineName{"closing"}, {}, {}, *target, *target, {}, DeadlineState::Running, false};

    bool const is_overdue = deadline && is_late(deadline->due_at, time_of(row, "closed_dt").value_or(now));

    EXPECT_EQ(is_overdue ? "OVERDUE" : "ONTIME", row.at("ontime")) << row.at("open_dt");
    if (is_overdue) ++overdue;
  }

  EXPECT_EQ(overdue, 17u);
}

}  // namespace
}  // namespace redress
