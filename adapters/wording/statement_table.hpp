// SPDX-License-Identifier: Apache-2.0
#pragma once

// statements.toml of one language, loaded: how dates, amounts and promises are written in it (docs/reference/statements.md has every key).

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "adapters/wording/rule_book.hpp"
#include "adapters/wording/statement_words.hpp"
#include "engine/domain/language.hpp"

namespace redress::wording {

/// By what a sentence is known that promises: patterns, and endings that only verbs of the future have.
struct PromiseSigns {
  RuleBook book;                                   ///< one rule: its findings are the promises
  std::vector<std::string> endings;                ///< "siet"
  std::set<std::string, std::less<>> no_promises;  ///< words that only happen to end so
};

struct StatementTable {
  Lexicon lexicon;
  PromiseSigns promises;
  std::set<std::string, std::less<>> placeholders;  ///< folded: "tbc", "dd.mm.yyyy"
};

/// Throws WordingFault.
[[nodiscard]] StatementTable load_statement_table(std::filesystem::path const& path, Language language);

}  // namespace redress::wording
