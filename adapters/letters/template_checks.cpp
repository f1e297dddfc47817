// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/template_checks.hpp"

#include "engine/domain/enumeration.hpp"
#include "engine/ports/letter_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::letters {
namespace {

[[noreturn]] void fault(std::string_view where, std::string_view what) {
  throw ports::LetterFault(fmt::format("{}: {}", where, what));
}

/// An acknowledgement and a holding response answer and apologise; the final response does all seven things and states the schedule. A letter on
/// an appointment has nothing to be sorry for.
std::vector<Block> blocks_needed(LetterKind kind) {
  using enum Block;
  if (kind == LetterKind::FinalResponse) return {Greeting, Joining, Help, Care, Apology, Goodwill, OpenDoor, Schedule};
  if (kind == LetterKind::Appointment) return {Greeting, Help, Care, OpenDoor};
  return {Greeting, Joining, Help, Care, Apology, OpenDoor};
}

void check_recipe(LetterTemplate const& letter, LetterKind kind) {
  for (auto const block : blocks_needed(kind))
    if (std::ranges::find(letter.recipe, block) == letter.recipe.end()) fault(letter.file, fmt::format("the recipe lacks the block \"{}\"", name_of(block)));
  for (auto const block : letter.recipe)
    if (std::ranges::count(letter.recipe, block) > 1) fault(letter.file, fmt::format("the recipe has the block \"{}\" twice", name_of(block)));
}

KnownFact const* known(std::string_view name, LetterKind kind, std::optional<List> list) {
  auto const* const entry = list ? entry_named(name, *list) : nullptr;
  return entry != nullptr ? entry : fact_named(name, kind);
}

void check_choice(TextPattern const& text, Placeholder const& placeholder, KnownFact const& fact) {
  for (auto const& keyword : placeholder.keywords)
    if (keyword != "other" && std::ranges::find(fact.keywords, keyword) == fact.keywords.end())
      fault(text.where(), fmt::format("{{{}}} is never \"{}\"", placeholder.name, keyword));
}

void check_placeholders(TextPattern const& text, LetterKind kind, std::optional<List> list) {
  for (auto const& placeholder : text.placeholders()) {
    auto const* const fact = known(placeholder.name, kind, list);
    if (fact == nullptr) fault(text.where(), fmt::format("names {{{}}}, which this letter cannot have", placeholder.name));
    if (fact->use != placeholder.use) fault(text.where(), fmt::format("{{{}}} cannot be used in this way", placeholder.name));
    if (placeholder.use == Use::Choice) check_choice(text, placeholder, *fact);
  }
}

void check_conditions(TemplateParagraph const& paragraph, LetterKind kind) {
  for (auto const& conditions : {paragraph.needs, paragraph.unless})
    for (auto const& name : conditions)
      if (fact_named(name, kind) == nullptr) fault(paragraph.text.where(), fmt::format("asks for \"{}\", which this letter cannot have", name));
  for (auto const& name : paragraph.needs)
    if (std::ranges::find(paragraph.unless, name) != paragraph.unless.end())
      fault(paragraph.text.where(), fmt::format("both needs \"{}\" and stands only without it", name));
}

void check_paragraph(TemplateParagraph const& paragraph, LetterKind kind) {
  check_conditions(paragraph, kind);
  if (paragraph.for_each && fact_named(name_of(*paragraph.for_each), kind) == nullptr)
    fault(paragraph.text.where(), fmt::format("is for each of \"{}\", which this letter cannot have", name_of(*paragraph.for_each)));
  check_placeholders(paragraph.text, kind, paragraph.for_each);
}

}  // namespace

void check(LetterTemplate const& letter, LetterKind kind) {
  check_recipe(letter, kind);
  check_placeholders(letter.subject, kind, std::nullopt);
  for (auto const& [block, paragraphs] : letter.blocks)
    for (auto const& paragraph : paragraphs) {
      check_paragraph(paragraph, kind);
      auto const& needs = paragraph.needs;
      if (block == Block::Apology && std::ranges::find(needs, "apology_due") == needs.end())
        fault(paragraph.text.where(), "an apology must need \"apology_due\"");
    }
}

}  // namespace redress::letters
