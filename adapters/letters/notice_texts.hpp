// SPDX-License-Identifier: Apache-2.0
#pragma once

// The texts of notices to staff in one language, templates/*/notices.toml, read strictly: every kind of notice is there, says what it is about and names
// nothing that it cannot have.

#include "adapters/letters/text_pattern.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/stage.hpp"
#include "engine/ports/notice_writer.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace redress::letters {

struct NoticeText {
  TextPattern subject;
  std::vector<TextPattern> paragraphs;
};

struct NoticeTexts {
  std::map<Escalation, std::string> levels;  ///< what each level is called
  std::map<ports::NoticeKind, NoticeText> notices;
};

/// Reads DIRECTORY/LANGUAGE/notices.toml. Throws ports::LetterFault with the file and what is wrong in it.
[[nodiscard]] NoticeTexts read_notice_texts(std::filesystem::path const& directory, Language language);

}  // namespace redress::letters
