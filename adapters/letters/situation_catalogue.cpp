// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/situation_catalogue.hpp"

#include "adapters/letters/template_checks.hpp"
#include "adapters/letters/template_table.hpp"
#include "engine/domain/enumeration.hpp"
#include "engine/ports/letter_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::letters {
namespace {

namespace fs = std::filesystem;

/// What a situation must have its own words for in a kind of letter, and what it may have besides.
struct Wording {
  LetterKind kind;
  std::vector<Block> must;
  std::vector<Block> may;
};

std::vector<Wording> const& wordings() {
  using enum Block;
  static std::vector<Wording> const all{
      {LetterKind::Acknowledgement, {Joining, Apology, Help, Care}, {Greeting, OpenDoor}},
      {LetterKind::FinalResponse, {Joining, Apology, Care, OpenDoor}, {Greeting, Help}},
  };
  return all;
}

/// An apology is made when it is due, and in a final response for what was found to be so. What a final response says last is about an agreement.
std::vector<std::string> needs_of(LetterKind kind, Block block) {
  bool const is_final = kind == LetterKind::FinalResponse;
  if (block == Block::Apology) return is_final ? std::vector<std::string>{"apology_due", "upheld"} : std::vector<std::string>{"apology_due"};
  if (is_final && (block == Block::Care || block == Block::OpenDoor)) return {"agreed"};
  return {};
}

void read_wording(TemplateTable const& table, Wording const& wording, std::map<Block, TemplateParagraph>& paragraphs) {
  for (auto const block : wording.must)
    if (!table.has(name_of(block))) table.fault(fmt::format("\"{}\" is missing; write what this situation says there", name_of(block)));
  for (auto const& key : table.keys()) {
    auto const block = enumerator_named<Block>(key);
    bool const is_worded =
        block && (std::ranges::find(wording.must, *block) != wording.must.end() || std::ranges::find(wording.may, *block) != wording.may.end());
    if (!is_worded) table.fault(fmt::format("\"{}\" is no block that a situation words in this letter; take it out", key));
    TemplateParagraph paragraph{needs_of(wording.kind, *block), {}, std::nullopt, {table.text(key), table.language(), table.place(key)}};
    check_situation(paragraph, wording.kind);
    paragraphs.emplace(*block, std::move(paragraph));
  }
}

/// Five of the seven blocks belong into every answer; an apology and a gesture when they are due. The schedule stands after the help by itself.
std::vector<Block> read_situation_recipe(TemplateTable const& table) {
  using enum Block;
  auto recipe = read_recipe(table);
  for (auto const block : {Greeting, Joining, Help, Care, OpenDoor})
    if (std::ranges::find(recipe, block) == recipe.end())
      table.fault(fmt::format("the recipe lacks the block \"{}\"; put it where it belongs", name_of(block)));
  if (std::ranges::find(recipe, Schedule) != recipe.end()) table.fault("the schedule stands after \"help\" by itself; take it out of the recipe");
  return recipe;
}

SituationTexts read_situation(TemplateTable const& table, std::string const& name) {
  table.hold_only({"question", "interest", "evidence", "next", "acknowledgement", "final-response"});
  SituationTexts texts{{name, table.text("question"), table.text("interest"), table.texts("evidence"), table.texts("next")}, {}};
  for (auto const& wording : wordings()) read_wording(table.table(name_of(wording.kind)), wording, texts.paragraphs[wording.kind]);
  return texts;
}

/// Nobody's work lies in a file that is never read.
void refuse_strangers(fs::path const& directory, std::string const& folder, std::vector<std::string> const& names) {
  for (auto const& entry : fs::recursive_directory_iterator(directory / folder)) {
    if (!entry.is_regular_file()) continue;
    auto const name = fs::relative(entry.path(), directory / folder).replace_extension().generic_string();
    if (std::ranges::find(names, name) == names.end())
      throw ports::LetterFault(fmt::format("{}/{}.toml: situations.toml names no situation \"{}\"; add it there, or take the file away", folder, name, name));
  }
}

}  // namespace

TemplateParagraph const* SituationTexts::paragraph(LetterKind kind, Block block) const {
  auto const in_letter = paragraphs.find(kind);
  if (in_letter == paragraphs.end()) return nullptr;
  auto const found = in_letter->second.find(block);
  return found == in_letter->second.end() ? nullptr : &found->second;
}

SituationCatalogue::SituationCatalogue(fs::path const& directory) {
  read_names(directory);
  for (auto const language : all_languages) read_texts(directory, language);
}

void SituationCatalogue::read_names(fs::path const& directory) {
  std::string const file = "situations.toml";
  auto const content = read_template_file(directory / file, file);
  TemplateTable const table(content, Language::English, file);
  table.hold_only({"situation"});
  for (auto const& situation : table.tables("situation")) {
    situation.hold_only({"name", "recipe"});
    auto const name = situation.text("name");
    if (recipes_.contains(name)) situation.fault(fmt::format("\"{}\" stands here twice; take one away", name));
    recipes_.emplace(name, read_situation_recipe(situation));
    names_.push_back(name);
  }
}

void SituationCatalogue::read_texts(fs::path const& directory, Language language) {
  auto const folder = fmt::format("{}/situations", name_of(language));
  for (auto const& name : names_) {
    auto const file = fmt::format("{}/{}.toml", folder, name);
    if (!fs::exists(directory / file))
      throw ports::LetterFault(
          fmt::format("{}: the situation \"{}\" has no words in this language; write the file, or take the situation out of situations.toml", file, name));
    auto const content = read_template_file(directory / file, file);
    texts_[language].emplace(name, read_situation(TemplateTable(content, language, file), name));
  }
  refuse_strangers(directory, folder, names_);
}

std::vector<Block> const* SituationCatalogue::recipe(std::string_view name) const {
  auto const found = recipes_.find(name);
  return found == recipes_.end() ? nullptr : &found->second;
}

SituationTexts const* SituationCatalogue::texts(Language language, std::string_view name) const {
  auto const& all = texts_.at(language);
  auto const found = all.find(name);
  return found == all.end() ? nullptr : &found->second;
}

}  // namespace redress::letters
