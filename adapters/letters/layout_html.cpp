// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/layout.hpp"

#include "adapters/letters/web_links.hpp"

#include "engine/domain/enumeration.hpp"

#include <fmt/format.h>

#include <array>

// Styles stand on the elements, for many mail readers drop style sheets. No colour is set but those that follow the reader's: the page is
// as legible in the dark as on paper.

namespace redress::letters {
namespace {

constexpr std::string_view page_style =
    "margin:0;padding:1.5rem 1.25rem;font-family:Georgia,'Times New Roman',serif;font-size:1.0625rem;line-height:1.5;text-align:left;"
    "overflow-wrap:break-word";
constexpr std::string_view column_style = "max-width:40rem";
constexpr std::string_view subject_style = "font-size:1em;font-weight:bold";
constexpr std::string_view note_style = "margin:0 0 2em;padding:0 0 1.5em;border-bottom:1px solid currentColor;font-style:italic";
constexpr std::string_view table_style = "width:100%;margin:0 0 1.5em;border-collapse:collapse;font-size:1em;table-layout:fixed";
constexpr std::array<std::string_view, 3> column_widths{"width:50%;", "width:26%;", "width:24%;"};
constexpr std::string_view head_style = "padding:.4em .75em .4em 0;border-bottom:2px solid currentColor;text-align:left;vertical-align:bottom";
constexpr std::string_view cell_style = "padding:.5em .75em .5em 0;border-bottom:1px solid currentColor;text-align:left;vertical-align:top;font-weight:normal";

std::string escaped(std::string_view value) {
  std::string html;
  for (char const c : value) switch (c) {
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

std::string schedule_row(PlacedRow const& row) {
  return fmt::format(
      "<tr>\n<th scope=\"row\" style=\"{0}\">{1}</th>\n<td style=\"{0}\">{2}</td>\n<td style=\"{0}\"><time "
      "datetime=\"{3}\">{4}</time></td>\n</tr>\n",
      cell_style, escaped(row.what), escaped(row.who), row.iso_date, escaped(row.by));
}

std::string schedule_table(LaidOut const& letter) {
  std::string heads;
  for (std::size_t i = 0; i < letter.schedule_heading.size(); ++i)
    heads += fmt::format("<th scope=\"col\" style=\"{}{}\">{}</th>\n", column_widths.at(i), head_style, escaped(letter.schedule_heading[i]));
  std::string rows;
  for (auto const& row : letter.schedule) rows += schedule_row(row);
  return fmt::format("<table style=\"{}\">\n<thead>\n<tr>\n{}</tr>\n</thead>\n<tbody>\n{}</tbody>\n</table>\n", table_style, heads, rows);
}

std::string_view style_of(Place place) {
  switch (place) {
    case Place::FromCentre:
    case Place::BesideCorner:
      return ";margin-left:50%";
    case Place::Centred:
      return ";text-align:center";
    case Place::Left:
    case Place::Corner:
    case Place::Across:
      return "";
  }
  return "";
}

/// A blank line is as high as a line of text.
std::string style_of(PlacedPart const& part, std::size_t blank_lines_below, LaidOut const& letter) {
  auto style = fmt::format("margin:0 0 {:g}em{}", static_cast<double>(blank_lines_below) * 1.5, style_of(part.place));
  if (part.part == Part::Paragraph && letter.letterhead->body == Alignment::Justified) style += ";text-align:justify";
  if (part.first_line == FirstLine::Indented) style += fmt::format(";text-indent:{:g}mm", letter.first_line_indent_mm);
  return style;
}

std::string with_links(std::string_view line) {
  std::string html;
  while (!line.empty()) {
    auto const piece = take_web_piece(line);
    auto const text = escaped(piece.text);
    html += piece.address.empty() ? text : fmt::format("<a href=\"{}\" style=\"color:inherit\">{}</a>", escaped(piece.address), text);
  }
  return html;
}

std::string in_lines(std::vector<std::string> const& lines) {
  std::string inside;
  for (auto const& line : lines) inside += (inside.empty() ? "" : "<br>\n") + with_links(line);
  return inside;
}

/// A table that says nothing of being one: mail readers know no better way to set two things at the ends of a line.
std::string across(PlacedPart const& part, std::string_view style) {
  constexpr std::string_view cell = "width:50%;padding:0;vertical-align:bottom;text-align";
  return fmt::format(
      "<table role=\"presentation\" style=\"{0};width:100%;border-collapse:collapse;font-size:1em\">\n<tr>\n<td style=\"{1}:left\">{2}</td>\n"
      "<td style=\"{1}:right\">{3}</td>\n</tr>\n</table>\n",
      style, cell, escaped(part.lines.at(0)), escaped(part.lines.at(1)));
}

std::string element(PlacedPart const& part, std::string_view style, std::string_view inside) {
  if (part.place == Place::Across) return across(part, style);
  if (part.part == Part::CopyNote) return fmt::format("<p style=\"{}\">{}</p>\n", note_style, inside);
  if (part.part == Part::Subject) return fmt::format("<h1 style=\"{};{}\">{}</h1>\n", style, subject_style, inside);
  return fmt::format("<p style=\"{}\">{}</p>\n", style, inside);
}

/// Parts with no blank line between them are one paragraph.
std::string letter_parts(LaidOut const& letter) {
  std::string html;
  for (std::size_t i = 0; i < letter.parts.size(); ++i) {
    auto const& part = letter.parts[i];
    if (part.part == Part::Schedule) {
      html += schedule_table(letter);
      continue;
    }
    auto inside = in_lines(part.lines);
    while (i + 1 < letter.parts.size() && letter.parts[i + 1].blank_lines == 0) inside += "<br>\n" + in_lines(letter.parts[++i].lines);
    auto const below = i + 1 < letter.parts.size() ? letter.parts[i + 1].blank_lines : 1;
    html += element(part, style_of(part, below, letter), inside);
  }
  return html;
}

}  // namespace

std::string as_html(LaidOut const& letter) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light "
      "dark\">\n<title>{1}</title>\n</head>\n"
      "<body style=\"{2}\">\n<main lang=\"{0}\" style=\"{3}\">\n{4}</main>\n</body>\n</html>\n",
      name_of(letter.language), escaped(letter.title), page_style, column_style, letter_parts(letter));
}

}  // namespace redress::letters
