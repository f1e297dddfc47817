// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/layout.hpp"

#include "adapters/letters/clean_text.hpp"
#include "adapters/letters/written_dates.hpp"
#include "engine/domain/enumeration.hpp"

#include <fmt/format.h>

// Styles stand on the elements, for many mail readers drop style sheets. No colour is set but those that follow the reader's: the page is
// as legible in the dark as on paper.

namespace redress::letters {
namespace {

constexpr std::string_view page_style =
    "margin:0;padding:1.5rem 1.25rem;font-family:Georgia,'Times New Roman',serif;font-size:1.0625rem;line-height:1.5;text-align:left;"
    "overflow-wrap:break-word";
constexpr std::string_view column_style = "max-width:40rem";
constexpr std::string_view part_style = "margin:0 0 1.5em";
constexpr std::string_view part_before_space_style = "margin:0 0 4.5em";
constexpr std::string_view subject_style = "margin:0 0 1.5em;font-size:1em;font-weight:bold";
constexpr std::string_view note_style = "margin:0 0 2em;padding:0 0 1.5em;border-bottom:1px solid currentColor;font-style:italic";
constexpr std::string_view table_style = "width:100%;margin:0 0 1.5em;border-collapse:collapse;font-size:1em";
constexpr std::string_view head_style = "padding:.4em .75em .4em 0;border-bottom:2px solid currentColor;text-align:left;vertical-align:bottom";
constexpr std::string_view cell_style = "padding:.5em .75em .5em 0;border-bottom:1px solid currentColor;text-align:left;vertical-align:top;font-weight:normal";

std::string escaped(std::string_view value) {
  std::string html;
  for (char const c : on_one_line(value)) switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  return html;
}

std::string paragraph(std::string_view text, std::string_view style = part_style) {
  return text.empty() ? std::string{} : fmt::format("<p style=\"{}\">{}</p>\n", style, escaped(text));
}

std::string lines_part(std::vector<std::string> const& lines, std::string_view style = part_style) {
  if (lines.empty()) return {};
  std::string inside;
  for (auto const& line : lines) inside += (inside.empty() ? "" : "<br>\n") + escaped(line);
  return fmt::format("<p style=\"{}\">{}</p>\n", style, inside);
}

std::string schedule_row(ScheduleRow const& row, DateForm const& form) {
  return fmt::format(
      "<tr>\n<th scope=\"row\" style=\"{0}\">{1}</th>\n<td style=\"{0}\">{2}</td>\n<td style=\"{0}\"><time "
      "datetime=\"{3}\">{4}</time></td>\n</tr>\n",
      cell_style, escaped(on_one_line(row.what)), escaped(on_one_line(row.who)), to_text(row.by), escaped(written(row.by, form)));
}

std::string schedule_table(LaidOut const& letter) {
  if (letter.document.schedule.empty()) return {};
  std::string heads;
  for (auto const& head : letter.document.schedule_heading) heads += fmt::format("<th scope=\"col\" style=\"{}\">{}</th>\n", head_style, escaped(head));
  std::string rows;
  for (auto const& row : letter.document.schedule) rows += schedule_row(row, letter.common.dates.schedule);
  return fmt::format("<table style=\"{}\">\n<thead>\n<tr>\n{}</tr>\n</thead>\n<tbody>\n{}</tbody>\n</table>\n", table_style, heads, rows);
}

std::string body(LaidOut const& letter) {
  auto const above = paragraphs_above_schedule(letter.document);
  std::string html;
  for (std::size_t i = 0; i < letter.document.body.size(); ++i) {
    if (i == above) html += schedule_table(letter);
    html += paragraph(letter.document.body[i].text);
  }
  return above == letter.document.body.size() ? html + schedule_table(letter) : html;
}

std::string letter_parts(LaidOut const& letter) {
  auto const& document = letter.document;
  auto html = paragraph(letter.copy_note, note_style);
  html += lines_part(document.letterhead);
  html += lines_part({document.date, document.reference_line}, part_before_space_style);
  html += lines_part(document.inside_address);
  html += paragraph(document.salutation);
  html += fmt::format("<h1 style=\"{}\">{}</h1>\n", subject_style, escaped(document.subject));
  html += body(letter);
  html += paragraph(document.close, part_before_space_style);
  html += lines_part(document.signature);
  return html + lines_part(document.copies);
}

}  // namespace

std::string as_html(LaidOut const& letter) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light "
      "dark\">\n<title>{1}</title>\n</head>\n"
      "<body style=\"{2}\">\n<main lang=\"{0}\" style=\"{3}\">\n{4}</main>\n</body>\n</html>\n",
      name_of(letter.document.language), escaped(letter.document.subject), page_style, column_style, letter_parts(letter));
}

}  // namespace redress::letters
