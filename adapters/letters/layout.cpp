// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/layout.hpp"

#include "adapters/letters/clean_text.hpp"
#include "adapters/letters/written_dates.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace redress::letters {
namespace {

/// What tells the three layouts apart, and all that does.
struct LayoutRule {
  LetterLayout layout;
  Place head_and_close;  ///< return address, date, reference, close and signature
  double first_line_indent_mm;
};

// clang-format off
constexpr std::array<LayoutRule, 3> layouts{{
  {LetterLayout::Block        , Place::Left      ,  0.0},
  {LetterLayout::ModifiedBlock, Place::FromCentre,  0.0},
  {LetterLayout::SemiBlock    , Place::FromCentre, 12.7},
}};
// clang-format on

constexpr std::size_t room_for_signature = 3;
constexpr std::size_t room_above_address = 3;

LayoutRule const& rule_of(LetterLayout layout) {
  return *std::ranges::find(layouts, layout, &LayoutRule::layout);
}

Place place_of_head(Letterhead const& letterhead, LayoutRule const& rule) {
  if (letterhead.head == Head::Centred) return Place::Centred;
  return letterhead.head == Head::Corner ? Place::Corner : rule.head_and_close;
}

std::vector<std::string> readable(std::vector<std::string> const& lines) {
  std::vector<std::string> all;
  for (auto const& line : lines)
    if (auto text = on_one_line(line); !text.empty()) all.push_back(std::move(text));
  return all;
}

/// Collects the parts that hold something.
class Parts {
 public:
  explicit Parts(std::vector<PlacedPart>& parts) : parts_(parts) {}

  void add(Part part, std::vector<std::string> const& lines, Place place = Place::Left, std::size_t blank_lines = 1, FirstLine first_line = FirstLine::Flush) {
    if (auto fit = readable(lines); !fit.empty()) parts_.push_back({part, place, blank_lines, first_line, std::move(fit)});
  }

  void add_schedule() { parts_.push_back({.part = Part::Schedule, .lines = {}}); }

 private:
  std::vector<PlacedPart>& parts_;
};

/// How many paragraphs of the body stand above the schedule: all up to the last one that introduces it.
std::size_t paragraphs_above_schedule(LetterDocument const& document) {
  auto const& body = document.body;
  auto const last = std::ranges::find(body.rbegin(), body.rend(), Block::Schedule, &Paragraph::block);
  return last == body.rend() ? body.size() : static_cast<std::size_t>(body.rend() - last);
}

void add_head(Parts& parts, LetterDocument const& document, Letterhead const& letterhead, LayoutRule const& rule) {
  auto const place = place_of_head(letterhead, rule);
  auto const dated = place == Place::Centred ? rule.head_and_close : place;
  parts.add(Part::Letterhead, document.letterhead, place);
  parts.add(Part::Date, {document.date}, dated);
  parts.add(Part::Reference, {document.reference_line, document.in_reply_to}, dated, document.date.empty() ? 1 : 0);
  bool const is_beside = letterhead.head == Head::Corner;
  parts.add(Part::InsideAddress, document.inside_address, is_beside ? Place::BesideCorner : Place::Left, is_beside ? 1 : room_above_address);
}

void add_opening(Parts& parts, LetterDocument const& document, Letterhead const& letterhead) {
  auto const salutation = [&](std::size_t blank_lines) {
    parts.add(Part::Salutation, {document.salutation}, letterhead.salutation == SalutationPlace::Centred ? Place::Centred : Place::Left, blank_lines);
  };
  std::size_t const above = document.inside_address.empty() ? room_above_address : 1;
  if (letterhead.subject == SubjectPlace::AboveSalutation) {
    parts.add(Part::Subject, {document.subject}, Place::Left, above);
    salutation(1);
  } else {
    salutation(above);
    parts.add(Part::Subject, {document.subject});
  }
}

void add_body(Parts& parts, LetterDocument const& document, FirstLine first_line) {
  auto const above = paragraphs_above_schedule(document);
  for (std::size_t i = 0; i <= document.body.size(); ++i) {
    if (i == above && !document.schedule.empty()) parts.add_schedule();
    if (i < document.body.size()) parts.add(Part::Paragraph, {document.body[i].text}, Place::Left, 1, first_line);
  }
}

/// "Приложение: чек" on one line when there is one thing, a list below its heading when there are several.
std::vector<std::string> enclosures_of(LetterDocument const& document) {
  auto lines = readable(document.enclosures);
  if (lines.size() == 2) return {lines[0] + " " + lines[1]};
  for (std::size_t i = 1; i < lines.size(); ++i) lines[i] = std::to_string(i) + ". " + lines[i];
  return lines;
}

/// Position and name at the two ends of one line, room for the signature between them; how to reach them below it. The document has the name first.
void add_signature_across(Parts& parts, LetterDocument const& document) {
  constexpr std::size_t above_one_line = 2;
  auto const lines = readable(document.signature);
  auto const rest = lines.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(lines.size(), 2));
  if (lines.size() < 2) return parts.add(Part::Signature, lines, Place::Left, room_for_signature);
  parts.add(Part::Signature, {lines[1], lines[0]}, Place::Across, above_one_line);
  parts.add(Part::Signature, {rest, lines.end()});
}

void add_signature(Parts& parts, LetterDocument const& document, Letterhead const& letterhead, LayoutRule const& rule) {
  if (letterhead.signature == SignatureForm::OneLine) return add_signature_across(parts, document);
  parts.add(Part::Signature, document.signature, rule.head_and_close, room_for_signature);
}

void add_ending(Parts& parts, LetterDocument const& document, Letterhead const& letterhead, LayoutRule const& rule) {
  bool const is_below_text = letterhead.enclosures == EnclosuresPlace::BelowText;
  if (is_below_text) parts.add(Part::Enclosures, enclosures_of(document));
  parts.add(Part::Close, {document.close}, rule.head_and_close);
  add_signature(parts, document, letterhead, rule);
  if (!is_below_text) parts.add(Part::Enclosures, enclosures_of(document));
  parts.add(Part::Copies, document.copies);
}

std::vector<PlacedRow> rows_of(LetterDocument const& document, CommonTexts const& common) {
  std::vector<PlacedRow> rows;
  for (auto const& row : document.schedule)
    rows.push_back({on_one_line(row.what), on_one_line(row.who), written(row.by, common.dates.schedule), to_text(row.by)});
  return rows;
}

std::string first_of(std::vector<std::string> const& lines) {
  return lines.empty() ? std::string{} : on_one_line(lines.front());
}

}  // namespace

LaidOut lay_out(LetterDocument const& document, CommonTexts const& common, Letterhead const& letterhead, LetterStyle const& style,
                std::vector<std::string> const& copy_note) {
  auto const& rule = rule_of(style.layout);
  auto const indent = letterhead.first_line_indent_mm > 0 ? letterhead.first_line_indent_mm : rule.first_line_indent_mm;
  LaidOut letter{.language = document.language,
                 .parts = {},
                 .schedule_heading = readable(document.schedule_heading),
                 .schedule = rows_of(document, common),
                 .title = on_one_line(document.subject),
                 .author = first_of(document.letterhead),
                 .recipient = first_of(document.inside_address),
                 .date = on_one_line(document.date),
                 .iso_date = document.dated ? to_text(*document.dated) : std::string{},
                 .style = style,
                 .letterhead = &letterhead,
                 .first_line_indent_mm = indent};
  Parts parts(letter.parts);
  parts.add(Part::CopyNote, copy_note);
  add_head(parts, document, letterhead, rule);
  add_opening(parts, document, letterhead);
  add_body(parts, document, indent > 0 ? FirstLine::Indented : FirstLine::Flush);
  add_ending(parts, document, letterhead, rule);
  return letter;
}

}  // namespace redress::letters
