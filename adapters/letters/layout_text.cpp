// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/layout.hpp"

#include "adapters/letters/clean_text.hpp"
#include "adapters/letters/text_width.hpp"
#include "adapters/letters/written_dates.hpp"

#include <algorithm>

namespace redress::letters {
namespace {

constexpr std::size_t page_columns = 78;

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

/// A promise: what on lines of its own, then who and by when, each behind its name. Columns would need a fixed-width font, which few mail programs use, and
/// would tear a long promise apart.
std::vector<std::string> schedule_lines(LaidOut const& letter) {
  std::vector<std::string> lines;
  auto const& heading = letter.document.schedule_heading;
  auto const add = [&](std::string const& text) { std::ranges::move(wrapped(on_one_line(text), page_columns), std::back_inserter(lines)); };
  for (auto const& row : letter.document.schedule) {
    if (!lines.empty()) lines.emplace_back();
    add(heading.at(0) + ": " + row.what);
    add(heading.at(1) + ": " + row.who);
    add(heading.at(2) + ": " + written(row.by, letter.common.dates.schedule));
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
