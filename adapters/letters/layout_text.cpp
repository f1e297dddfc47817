// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/layout.hpp"

#include "adapters/letters/clean_text.hpp"
#include "adapters/letters/text_width.hpp"
#include "adapters/letters/written_dates.hpp"

#include <algorithm>
#include <array>

namespace redress::letters {
namespace {

constexpr std::size_t page_columns = 78;
constexpr std::size_t gap_columns = 2;
constexpr std::size_t who_columns_max = 22;

using Cells = std::array<std::string, 3>;
using Widths = std::array<std::size_t, 3>;

class TextPage {
 public:
  /// Adds a part, set off by so many blank lines from what stands above it.
  void add(std::vector<std::string> const& lines, std::size_t blank_lines = 1) {
    if (lines.empty()) return;
    if (!text_.empty()) text_.append(blank_lines, '\n');
    for (auto const& line : lines) text_ += line + "\n";
  }

  void add(std::string const& paragraph, std::size_t blank_lines = 1) { add(wrapped(on_one_line(paragraph), page_columns), blank_lines); }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::vector<std::string> wrapped_lines(std::vector<std::string> const& lines) {
  std::vector<std::string> all;
  for (auto const& line : lines) std::ranges::move(wrapped(on_one_line(line), page_columns), std::back_inserter(all));
  return all;
}

std::vector<Cells> cells_of(LaidOut const& letter) {
  auto const& heading = letter.document.schedule_heading;
  std::vector<Cells> rows{{heading.at(0), heading.at(1), heading.at(2)}};
  for (auto const& row : letter.document.schedule) rows.push_back({as_phrase(row.what), as_phrase(row.who), written(row.by, letter.common.dates.schedule)});
  return rows;
}

std::size_t widest(std::vector<Cells> const& rows, std::size_t column) {
  std::size_t columns = 0;
  for (auto const& row : rows) columns = std::max(columns, columns_of(row[column]));
  return columns;
}

/// Dates stay whole, the names of those who act may wrap, and what will happen has the rest of the line.
Widths widths_of(std::vector<Cells> const& rows) {
  auto const by = std::min<std::size_t>(widest(rows, 2), 26);
  auto const who = std::min(widest(rows, 1), who_columns_max);
  auto const what = std::min(widest(rows, 0), page_columns - by - who - 2 * gap_columns);
  return {what, who, by};
}

void append_row(std::vector<std::string>& lines, Cells const& cells, Widths const& widths) {
  std::array<std::vector<std::string>, 3> columns;
  std::size_t height = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    columns[i] = wrapped(on_one_line(cells[i]), widths[i]);
    height = std::max(height, columns[i].size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t i = 0; i < columns.size(); ++i)
      text += padded(line < columns[i].size() ? columns[i][line] : "", widths[i] + (i + 1 < columns.size() ? gap_columns : 0));
    text.erase(text.find_last_not_of(' ') + 1);
    lines.push_back(std::move(text));
  }
}

std::vector<std::string> schedule_lines(LaidOut const& letter) {
  if (letter.document.schedule.empty()) return {};
  auto const rows = cells_of(letter);
  auto const widths = widths_of(rows);
  Cells rule;
  for (std::size_t i = 0; i < rule.size(); ++i) rule[i].assign(widths[i], '-');
  std::vector<std::string> lines;
  append_row(lines, rows.front(), widths);
  append_row(lines, rule, widths);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (i > 1) lines.emplace_back();
    append_row(lines, rows[i], widths);
  }
  return lines;
}

void add_body(TextPage& page, LaidOut const& letter) {
  auto const above = paragraphs_above_schedule(letter.document);
  for (std::size_t i = 0; i < letter.document.body.size(); ++i) {
    if (i == above) page.add(schedule_lines(letter));
    page.add(letter.document.body[i].text);
  }
  if (above == letter.document.body.size()) page.add(schedule_lines(letter));
}

}  // namespace

std::size_t paragraphs_above_schedule(LetterDocument const& document) {
  auto const& body = document.body;
  auto const last = std::ranges::find(body.rbegin(), body.rend(), Block::Schedule, &Paragraph::block);
  return last == body.rend() ? body.size() : static_cast<std::size_t>(body.rend() - last);
}

std::string as_text(LaidOut const& letter) {
  auto const& document = letter.document;
  TextPage page;
  if (!letter.copy_note.empty()) {
    page.add(letter.copy_note);
    page.add(std::vector{std::string(page_columns, '-')});
  }
  page.add(wrapped_lines(document.letterhead));
  page.add(wrapped_lines({document.date, document.reference_line}));
  page.add(wrapped_lines(document.inside_address), 3);
  page.add(document.salutation, document.inside_address.empty() ? 3 : 1);
  page.add(document.subject);
  add_body(page, letter);
  page.add(document.close);
  page.add(wrapped_lines(document.signature), 3);
  page.add(wrapped_lines(document.copies));
  return page.take();
}

}  // namespace redress::letters
