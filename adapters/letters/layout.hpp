// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter laid out: its parts in reading order, each with its place on the page. This is decided once, here, from the document, the layout and the
// letterhead; text, HTML and PDF only draw it. Parts that are empty are left out with their blank lines.

#include "adapters/letters/letterhead.hpp"
#include "adapters/letters/template_catalogue.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace redress::letters {

enum class Part { CopyNote, Letterhead, Date, Reference, InsideAddress, Salutation, Subject, Paragraph, Schedule, Close, Signature, Enclosures, Copies };

/// Where the lines of a part stand. FromCentre: they begin at the middle of the page. Corner and BesideCorner: side by side at the head of a page that has
/// room for it; one below the other, the second from the centre, where a page is only one column of text. Across: two lines, the first from the left, the
/// second up to the right margin and level with the end of the first.
enum class Place { Left, FromCentre, Centred, Corner, BesideCorner, Across };

enum class FirstLine { Flush, Indented };

struct PlacedPart {
  Part part = Part::Paragraph;
  Place place = Place::Left;
  std::size_t blank_lines = 1;  ///< above it
  FirstLine first_line = FirstLine::Flush;
  std::vector<std::string> lines;  ///< each fit to read; a long one wraps
};

/// A row of the schedule, and the day for programs.
struct PlacedRow {
  std::string what;
  std::string who;
  std::string by;
  std::string iso_date;
};

struct LaidOut {
  Language language = Language::English;
  std::vector<PlacedPart> parts;  ///< the part Schedule has no lines: it stands for the rows below
  std::vector<std::string> schedule_heading;
  std::vector<PlacedRow> schedule;
  std::string title;      ///< of the document, for programs that show one
  std::string author;     ///< the organisation
  std::string recipient;  ///< by name; may be empty
  std::string date;       ///< in words
  std::string iso_date;   ///< "2026-03-10"; empty when it is not known
  LetterStyle style;
  Letterhead const* letterhead = nullptr;
  double first_line_indent_mm = 0;
};

/// The lines of the copy note stand above the letter; none for none.
[[nodiscard]] LaidOut lay_out(LetterDocument const& document, CommonTexts const& common, Letterhead const& letterhead, LetterStyle const& style,
                              std::vector<std::string> const& copy_note = {});

/// UTF-8 with LF line ends, at most 78 columns wide; a link is never broken.
[[nodiscard]] std::string as_text(LaidOut const& letter);

/// A complete page: no script, nothing fetched, colours of the reader's choice.
[[nodiscard]] std::string as_html(LaidOut const& letter);

/// A PDF with its fonts inside, tagged, its language said. The same letter gives the same bytes. Throws ports::LetterFault.
[[nodiscard]] std::string as_pdf(LaidOut const& letter);

}  // namespace redress::letters
