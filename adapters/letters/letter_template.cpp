// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/letter_template.hpp"

#include "adapters/letters/template_table.hpp"
#include "engine/domain/enumeration.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::letters {
namespace {

std::optional<List> read_list(TemplateTable const& table) {
  if (!table.has("for_each")) return std::nullopt;
  auto const list = enumerator_named<List>(table.text("for_each"));
  if (!list) table.fault("\"for_each\" names no list");
  return list;
}

std::vector<LetterContents> read_states(TemplateTable const& table) {
  std::vector<LetterContents> states;
  if (!table.has("states")) return states;
  for (auto const& name : table.texts("states")) {
    auto const known = enumerator_named<LetterContents>(name);
    if (!known) table.fault(fmt::format("states \"{}\", which no regime asks for", name));
    states.push_back(*known);
  }
  return states;
}

TemplateParagraph read_paragraph(TemplateTable const& table) {
  table.hold_only({"needs", "unless", "for_each", "states", "text"});
  auto const conditions = [&](std::string_view key) { return table.has(key) ? table.texts(key) : std::vector<std::string>{}; };
  TextPattern text(table.text("text"), table.language(), table.where());
  return {conditions("needs"), conditions("unless"), read_list(table), std::move(text), read_states(table)};
}

}  // namespace

LetterTemplate read_letter(TemplateTable const& table) {
  LetterTemplate letter{.file = table.file(),
                        .subject = TextPattern(table.text("subject"), table.language(), table.place("subject")),
                        .recipe = read_recipe(table),
                        .blocks = {}};
  for (auto const block : letter.recipe)
    for (auto const& paragraph : table.tables(name_of(block))) letter.blocks[block].push_back(read_paragraph(paragraph));
  for (auto const& key : table.keys()) {
    auto const block = enumerator_named<Block>(key);
    bool const is_used = block && letter.blocks.contains(*block);
    if (!is_used && key != "subject" && key != "recipe") table.fault(fmt::format("\"{}\" is no block of the recipe", key));
  }
  return letter;
}

std::vector<Block> read_recipe(TemplateTable const& table) {
  std::vector<Block> recipe;
  for (auto const& name : table.texts("recipe")) {
    auto const block = enumerator_named<Block>(name);
    if (!block) table.fault(fmt::format("the recipe names \"{}\", which is no block", name));
    if (std::ranges::find(recipe, *block) != recipe.end()) table.fault(fmt::format("the recipe has the block \"{}\" twice", name));
    recipe.push_back(*block);
  }
  return recipe;
}

}  // namespace redress::letters
