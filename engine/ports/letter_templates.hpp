// SPDX-License-Identifier: Apache-2.0
#pragma once

// The templates that letters are composed from, as they were written: for people who want to know what a letter may say, and when. Nothing is composed from
// what is read here.

#include <optional>
#include <string>
#include <vector>

#include "engine/domain/language.hpp"
#include "engine/domain/letter_contents.hpp"
#include "engine/domain/letter_document.hpp"

namespace redress::ports {

struct WrittenParagraph {
  Block block = Block::Greeting;
  std::string text;                     ///< ICU MessageFormat, as it stands in the file
  std::optional<std::string> for_each;  ///< repeated for each entry of that list
  std::vector<std::string> needs;       ///< stands only in a letter that has all of these
  std::vector<std::string> unless;      ///< and none of these
  std::vector<LetterContents> states;   ///< what a regime may ask for and this paragraph says
};

struct WrittenTemplate {
  Language language = Language::English;
  LetterKind kind = LetterKind::Acknowledgement;
  std::string subject;
  std::vector<Block> recipe;  ///< which blocks, in their order
  std::vector<WrittenParagraph> paragraphs;
};

class LetterTemplates {
 public:
  virtual ~LetterTemplates() = default;

  /// Every language has a template for every kind of letter.
  [[nodiscard]] virtual WrittenTemplate letter_template(Language language, LetterKind kind) const = 0;
};

}  // namespace redress::ports
