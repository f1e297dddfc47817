// SPDX-License-Identifier: Apache-2.0
#pragma once

// The situations a complaint may be in: what a handler should know about each, the order of the blocks that suits it, and the paragraphs that say in a letter
// what only this situation has to say. All of it is read and checked when the program starts; a situation that exists has its words in every language.

#include "adapters/letters/letter_template.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/situation.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace redress::letters {

/// A situation in one language: at most one paragraph a block in each kind of letter that it has words for.
struct SituationTexts {
  SituationGuide guide;
  std::map<LetterKind, std::map<Block, TemplateParagraph>> paragraphs;

  /// The paragraph for that place; nullptr when the general ones will do.
  [[nodiscard]] TemplateParagraph const* paragraph(LetterKind kind, Block block) const;
};

class SituationCatalogue {
 public:
  /// Reads DIRECTORY/situations.toml and DIRECTORY/{en,lv,ru}/situations/STORY/SITUATION.toml. Throws ports::LetterFault with the file, the line and what is
  /// wrong there.
  explicit SituationCatalogue(std::filesystem::path const& directory);

  /// In the order of the file.
  [[nodiscard]] std::vector<std::string> const& names() const { return names_; }
  /// Its blocks in order; nullptr when there is no such situation.
  [[nodiscard]] std::vector<Block> const* recipe(std::string_view name) const;
  /// Its words; nullptr when there is no such situation.
  [[nodiscard]] SituationTexts const* texts(Language language, std::string_view name) const;

 private:
  void read_names(std::filesystem::path const& directory);
  void read_texts(std::filesystem::path const& directory, Language language);

  std::vector<std::string> names_;
  std::map<std::string, std::vector<Block>, std::less<>> recipes_;
  std::map<Language, std::map<std::string, SituationTexts, std::less<>>> texts_;
};

}  // namespace redress::letters
