// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads what a text states by tables that are data: statements.toml in each language's folder of templates. All are read and checked when this is made; after
// that it is never changed, and any number of threads may ask it at once.

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/ports/statement_reader.hpp"

namespace redress::wording {

class RuleStatementReader final : public ports::StatementReader {
 public:
  /// `templates` holds a folder for each language. Throws WordingFault (rule_wording_reviewer.hpp).
  explicit RuleStatementReader(std::filesystem::path const& templates);
  ~RuleStatementReader() override;

  [[nodiscard]] Statements statements_in(std::string_view text, Language language) const override;
  [[nodiscard]] std::vector<TextRange> promises_in(std::string_view text, Language language) const override;
  [[nodiscard]] std::vector<TextRange> placeholders_in(std::string_view text) const override;

 private:
  struct Tables;
  std::unique_ptr<Tables const> tables_;
};

}  // namespace redress::wording
