// SPDX-License-Identifier: Apache-2.0
#pragma once

// The template of one kind of letter in one language: its recipe, and the paragraphs of each block with what they need to stand. Composing is compose.cpp;
// whether a template makes sense is template_checks.cpp.

#include "adapters/letters/known_facts.hpp"
#include "adapters/letters/text_pattern.hpp"
#include "engine/domain/letter_document.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace redress::letters {

class TemplateTable;

struct TemplateParagraph {
  std::vector<std::string> needs;   ///< stands only in a letter that has all of these
  std::vector<std::string> unless;  ///< and none of these
  std::optional<List> for_each;     ///< repeated for each entry of the list
  TextPattern text;
  std::vector<LetterContents> states = {};  ///< what a regime may ask for and this paragraph says
};

struct LetterTemplate {
  std::string file;
  TextPattern subject;
  std::vector<Block> recipe;
  std::map<Block, std::vector<TemplateParagraph>> blocks;
};

/// Both throw ports::LetterFault with the place and what is wrong there.
[[nodiscard]] LetterTemplate read_letter(TemplateTable const& table);
/// The blocks that the key "recipe" names, each once.
[[nodiscard]] std::vector<Block> read_recipe(TemplateTable const& table);

}  // namespace redress::letters
