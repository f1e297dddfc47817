// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/layout.hpp"

#include "adapters/letters/text_width.hpp"

#include <algorithm>

namespace redress::letters {
namespace {

constexpr std::size_t page_columns = 78;
constexpr std::size_t centre_column = 39;
constexpr std::size_t indent_columns = 5;

std::size_t left_of(Place place) {
  return place == Place::FromCentre || place == Place::BesideCorner ? centre_column : 0;
}

/// A line of the part, wrapped and set where the part stands.
std::vector<std::string> set_lines(std::string const& line, PlacedPart const& part) {
  auto const left = left_of(part.place);
  auto const indent = part.first_line == FirstLine::Indented ? indent_columns : 0;
  auto lines = wrapped(line, page_columns - left, indent);
  for (auto& set : lines) {
    auto const free = part.place == Place::Centred ? (page_columns - std::min(page_columns, columns_of(set))) / 2 : left;
    set.insert(0, free, ' ');
  }
  if (!lines.empty()) lines.front().insert(0, indent, ' ');
  return lines;
}

/// The second ends where the page does, on the last line of the first.
std::vector<std::string> lines_across(PlacedPart const& part) {
  constexpr std::size_t between = 2;
  auto lines = wrapped(part.lines.at(0), centre_column - between);
  auto const right = wrapped(part.lines.at(1), centre_column);
  auto row = lines.size() - 1;
  for (auto const& piece : right) {
    if (row == lines.size()) lines.emplace_back();
    lines[row].append(page_columns - columns_of(piece) - columns_of(lines[row]), ' ').append(piece);
    ++row;
  }
  return lines;
}

/// A promise: what on lines of its own, then who and by when, each behind its name. Columns would need a fixed-width font, which few mail programs use, and
/// would tear a long promise apart.
std::vector<std::string> schedule_lines(LaidOut const& letter) {
  std::vector<std::string> lines;
  auto const& heading = letter.schedule_heading;
  auto const add = [&](std::string const& text) { std::ranges::move(wrapped(text, page_columns), std::back_inserter(lines)); };
  for (auto const& row : letter.schedule) {
    if (!lines.empty()) lines.emplace_back();
    add(heading.at(0) + ": " + row.what);
    add(heading.at(1) + ": " + row.who);
    add(heading.at(2) + ": " + row.by);
  }
  return lines;
}

std::vector<std::string> lines_of(PlacedPart const& part, LaidOut const& letter) {
  if (part.part == Part::Schedule) return schedule_lines(letter);
  if (part.place == Place::Across) return lines_across(part);
  std::vector<std::string> lines;
  for (auto const& line : part.lines) std::ranges::move(set_lines(line, part), std::back_inserter(lines));
  return lines;
}

}  // namespace

std::string as_text(LaidOut const& letter) {
  std::string text;
  for (auto const& part : letter.parts) {
    if (!text.empty()) text.append(part.blank_lines, '\n');
    for (auto const& line : lines_of(part, letter)) text += line + "\n";
    if (part.part == Part::CopyNote) text += "\n" + std::string(page_columns, '-') + "\n";
  }
  return text;
}

}  // namespace redress::letters
