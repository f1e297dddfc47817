// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/compose.hpp"

#include "adapters/letters/clean_text.hpp"
#include "adapters/letters/letter_arguments.hpp"
#include "adapters/letters/written_dates.hpp"
#include "engine/ports/letter_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace redress::letters {
namespace {

bool stands(TemplateParagraph const& paragraph, Arguments const& arguments) {
  auto const is_there = [&](std::string const& name) { return arguments.contains(name); };
  return std::ranges::all_of(paragraph.needs, is_there) && std::ranges::none_of(paragraph.unless, is_there);
}

/// The order that suits the situation. What the letter has and the situation does not name stands after the block that it follows in the letter's own order.
std::vector<Block> order_of(std::vector<Block> const& letter, std::vector<Block> const* situation) {
  if (situation == nullptr) return letter;
  auto order = *situation;
  std::erase_if(order, [&](Block block) { return std::ranges::find(letter, block) == letter.end(); });
  auto place = order.begin();
  for (auto const block : letter) {
    auto found = std::ranges::find(order, block);
    if (found == order.end()) found = order.insert(place, block);
    place = std::next(found);
  }
  return order;
}

void append(std::vector<Paragraph>& body, Block block, TemplateParagraph const& paragraph, LetterFacts const& facts, Arguments const& arguments,
            CommonTexts const& common) {
  if (!paragraph.for_each) return body.push_back({block, paragraph.text.with(arguments), {}, paragraph.states});
  std::size_t number = 0;
  for (auto& entry : entries_of(facts, *paragraph.for_each, common)) {
    entry.insert(arguments.begin(), arguments.end());
    auto const point = *paragraph.for_each == List::Answers ? facts.answers.at(number).id : PointId{};
    body.push_back({block, paragraph.text.with(entry), point, paragraph.states});
    ++number;
  }
}

/// The help, the schedule and the care hold what every letter of its kind must say: the points, the promises, whom to reach. A situation adds to them.
bool gives_way(Block block) {
  return block != Block::Help && block != Block::Schedule && block != Block::Care;
}

/// In each block what the situation has to say comes first. The general paragraphs give way to it or follow.
std::vector<Paragraph> body_of(LetterFacts const& facts, Arguments const& arguments, TemplateCatalogue const& templates) {
  auto const& letter = templates.letter(facts.language, facts.kind);
  auto const& common = templates.common(facts.language);
  auto const* const situation = templates.situations().texts(facts.language, facts.situation);
  std::vector<Paragraph> body;
  for (auto const block : order_of(letter.recipe, templates.situations().recipe(facts.situation))) {
    auto const* own = situation == nullptr ? nullptr : situation->paragraph(facts.kind, block);
    if (own != nullptr && !stands(*own, arguments)) own = nullptr;
    if (own != nullptr) append(body, block, *own, facts, arguments, common);
    for (auto const& paragraph : letter.blocks.at(block))
      if (stands(paragraph, arguments) && (own == nullptr || !gives_way(block))) append(body, block, paragraph, facts, arguments, common);
  }
  return body;
}

std::vector<std::string> clean_lines(std::vector<std::string> const& lines) {
  std::vector<std::string> cleaned;
  for (auto const& line : lines)
    if (auto text = on_one_line(line); !text.empty()) cleaned.push_back(std::move(text));
  return cleaned;
}

std::vector<std::string> letterhead_of(Organisation const& organisation, Language language) {
  auto lines = clean_lines(organisation.address.at(language));
  lines.insert(lines.begin(), on_one_line(organisation.name.at(language)));
  return lines;
}

std::vector<std::string> inside_address_of(Complainant const& complainant) {
  auto lines = clean_lines(complainant.postal_address);
  auto const name = on_one_line(complainant.name);
  if (!name.empty() && (lines.empty() || lines.front() != name)) lines.insert(lines.begin(), name);
  return lines;
}

/// As they asked to be addressed, without the comma or exclamation mark that the language's own form puts there.
std::string wished_salutation(Complainant const& complainant) {
  auto wished = on_one_line(complainant.salutation);
  while (!wished.empty() && std::string_view(",!:. ").find(wished.back()) != std::string_view::npos) wished.pop_back();
  return wished;
}

std::string salutation_of(Complainant const& complainant, Salutations const& forms) {
  Arguments arguments;
  set(arguments, "salutation", wished_salutation(complainant));
  set(arguments, "name", on_one_line(complainant.name));
  if (arguments.contains("salutation")) return forms.given.with(arguments);
  return arguments.contains("name") ? forms.named.with(arguments) : forms.nameless.with(arguments);
}

void append_labelled(std::vector<std::string>& lines, TextPattern const& label, std::string_view name, std::string const& value) {
  Arguments arguments;
  set(arguments, name, on_one_line(value));
  if (!arguments.empty()) lines.push_back(label.with(arguments));
}

std::vector<std::string> signature_of(StaffMember const& handler, Language language, Labels const& labels) {
  auto lines = clean_lines({handler.name.at(language), handler.title.at(language)});
  append_labelled(lines, labels.phone, "phone", handler.phone);
  append_labelled(lines, labels.email, "email", handler.email);
  return lines;
}

/// The days it was asked to state, whatever words were found for them.
std::vector<Date> days_of(LetterFacts const& facts) {
  std::vector<Date> days;
  if (facts.new_date) days.push_back(*facts.new_date);
  if (facts.answer_by) days.push_back(*facts.answer_by);
  if (facts.promise) days.push_back(facts.promise->by);
  return days;
}

std::vector<std::string> copies_of(LetterFacts const& facts, Labels const& labels) {
  auto lines = clean_lines(facts.copies);
  if (lines.empty()) return lines;
  Arguments arguments;
  set(arguments, "copies_count", lines.size());
  lines.insert(lines.begin(), labels.copies.with(arguments));
  return lines;
}

/// The rows as they stand on record, so that they can be held against the promises when the letter is sent; they are made fit to read when it is laid out.
std::vector<ScheduleRow> schedule_of(LetterFacts const& facts) {
  if (facts.kind != LetterKind::FinalResponse && facts.kind != LetterKind::Proposal) return {};
  for (std::size_t i = 0; i < facts.schedule.size(); ++i) {
    auto const& row = facts.schedule[i];
    if (as_phrase(row.what).empty() || as_phrase(row.who).empty() || !row.by.ok())
      throw ports::LetterFault(fmt::format("row {} of the schedule lacks what, who or by when", i + 1));
  }
  return facts.schedule;
}

}  // namespace

LetterDocument composed(LetterFacts const& facts, Organisation const& organisation, TemplateCatalogue const& templates) {
  auto const& common = templates.common(facts.language);
  auto const& letter = templates.letter(facts.language, facts.kind);
  auto const arguments = arguments_of(facts, organisation, common);
  auto const schedule = schedule_of(facts);
  return {
      .kind = facts.kind,
      .language = facts.language,
      .letterhead = letterhead_of(organisation, facts.language),
      .date = written(facts.date, common.dates.letter),
      .reference_line = common.labels.reference.with(arguments),
      .inside_address = inside_address_of(facts.complainant),
      .salutation = salutation_of(facts.complainant, common.salutation),
      .subject = letter.subject.with(arguments),
      .body = body_of(facts, arguments, templates),
      .schedule_heading = schedule.empty() ? std::vector<std::string>{} : common.schedule_heading,
      .schedule = schedule,
      .close = common.close.with({}),
      .signature = signature_of(handler_of(facts, organisation), facts.language, common.labels),
      .copies = copies_of(facts, common.labels),
      .days = days_of(facts),
  };
}

}  // namespace redress::letters
