// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/template_checks.hpp"

#include "engine/domain/enumeration.hpp"
#include "engine/ports/letter_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

namespace redress::letters {
namespace {

[[noreturn]] void fault(std::string_view where, std::string_view what) {
  throw ports::LetterFault(fmt::format("{}: {}", where, what));
}

/// An acknowledgement, a holding response and a letter on a missed promise answer and apologise; the final response does all seven things and states the
/// schedule; a proposal states one too. A letter on an appointment is about nothing else. The other letters come when an apology has been made or is not yet
/// due.
std::vector<Block> blocks_needed(LetterKind kind) {
  using enum Block;
  switch (kind) {
    case LetterKind::FinalResponse:
      return {Greeting, Joining, Help, Care, Apology, Goodwill, OpenDoor, Schedule};
    case LetterKind::Acknowledgement:
    case LetterKind::HoldingResponse:
    case LetterKind::PromiseMissed:
      return {Greeting, Joining, Help, Care, Apology, OpenDoor};
    case LetterKind::Proposal:
      return {Greeting, Joining, Help, Schedule, Goodwill, Care, OpenDoor};
    case LetterKind::Appointment:
      return {Greeting, Help, Care, OpenDoor};
    case LetterKind::RequestForInformation:
    case LetterKind::FollowUp:
    case LetterKind::Closure:
    case LetterKind::UnconfirmedSender:
      return {Greeting, Joining, Help, Care, OpenDoor};
  }
  return {};
}

void check_recipe(LetterTemplate const& letter, LetterKind kind) {
  for (auto const block : blocks_needed(kind))
    if (std::ranges::find(letter.recipe, block) == letter.recipe.end()) fault(letter.file, fmt::format("the recipe lacks the block \"{}\"", name_of(block)));
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

/// Every name that some paragraph of the letter writes, whether for itself or for each entry of a list.
std::set<std::string> written_in(LetterTemplate const& letter) {
  std::set<std::string> written;
  auto const add = [&](TextPattern const& text) {
    for (auto const& placeholder : text.placeholders()) written.insert(placeholder.name);
  };
  add(letter.subject);
  for (auto const& [block, paragraphs] : letter.blocks)
    for (auto const& paragraph : paragraphs) add(paragraph.text);
  return written;
}

void check_nothing_is_left_out(LetterTemplate const& letter, LetterKind kind) {
  auto const written = written_in(letter);
  for (auto const name : must_be_written(kind))
    if (!written.contains(std::string(name)))
      fault(letter.file, fmt::format("no paragraph writes {{{}}}, which this letter must say; add it to one, or write one that needs it", name));
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
  check_nothing_is_left_out(letter, kind);
}

void check_situation(TemplateParagraph const& paragraph, LetterKind kind) {
  check_paragraph(paragraph, kind);
  for (auto const& placeholder : paragraph.text.placeholders())
    if (!is_always_there(placeholder.name))
      fault(paragraph.text.where(),
            fmt::format("names {{{}}}, which not every letter of the situation has; say it without, or leave it to the general paragraphs", placeholder.name));
}

}  // namespace redress::letters
