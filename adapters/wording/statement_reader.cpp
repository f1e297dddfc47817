// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/statement_reader.hpp"

#include <future>
#include <set>

#include "adapters/wording/kept_from_first_use.hpp"
#include "adapters/wording/placeholders.hpp"
#include "adapters/wording/promise_sentences.hpp"
#include "adapters/wording/stated_amounts.hpp"
#include "adapters/wording/stated_dates.hpp"
#include "adapters/wording/statement_table.hpp"
#include "engine/domain/enumeration.hpp"

namespace redress::wording {
namespace {

Statements read_statements(std::string_view text, Lexicon const& lexicon) {
  Pieces const pieces(text, lexicon);
  Statements found;
  for (std::size_t at = 0; at < pieces.size();) {
    auto const behind_dates = append_dates_at(pieces, at, found.dates);
    auto const behind = behind_dates != at ? behind_dates : append_amounts_at(pieces, at, found.amounts);
    at = behind != at ? behind : at + 1;
  }
  return found;
}

}  // namespace

struct RuleStatementReader::Tables {
  explicit Tables(std::function<StatementTable(Language)> load) : kept(std::move(load)) {}

  [[nodiscard]] StatementTable const& of(Language language) const { return kept.of(language); }

  KeptFromFirstUse<StatementTable> kept;
  std::set<std::string, std::less<>> placeholders;  ///< of all languages: what waits to be filled in may be in any
};

RuleStatementReader::RuleStatementReader(std::filesystem::path const& templates) {
  auto const load = [templates](Language language) { return load_statement_table(templates / name_of(language) / "statements.toml", language); };
  auto tables = std::make_unique<Tables>(load);
  // On a thread of its own, whose memory goes with it: what is read here is read to be checked, and for the placeholders of all languages.
  auto const check = [&load] {
    std::set<std::string, std::less<>> placeholders;
    for (auto const language : all_languages) placeholders.merge(load(language).placeholders);
    return placeholders;
  };
  tables->placeholders = std::async(std::launch::async, check).get();
  tables_ = std::move(tables);
}

RuleStatementReader::~RuleStatementReader() = default;

Statements RuleStatementReader::statements_in(std::string_view text, Language language) const {
  return read_statements(text, tables_->of(language).lexicon);
}

std::vector<TextRange> RuleStatementReader::promises_in(std::string_view text, Language language) const {
  auto const& table = tables_->of(language);
  return promise_sentences_in(text, table.promises, read_statements(text, table.lexicon));
}

std::vector<TextRange> RuleStatementReader::placeholders_in(std::string_view text) const {
  return wording::placeholders_in(text, tables_->placeholders);
}

}  // namespace redress::wording
