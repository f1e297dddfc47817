// SPDX-License-Identifier: Apache-2.0
#pragma once

// A table of a template file, read strictly: a key that is missing, of the wrong type or unknown is a fault that names the file, the line and the
// key. A misspelt key is never a paragraph that silently does not appear.

#include "adapters/letters/text_pattern.hpp"
#include "engine/domain/language.hpp"

#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace redress::letters {

class TemplateTable {
 public:
  /// The whole of a file, under the name by which faults call it.
  TemplateTable(toml::table const& table, Language language, std::string file);

  [[nodiscard]] std::string const& file() const { return file_; }
  /// What faults say of this table: "en/letters/proposal.toml:12: help 4".
  [[nodiscard]] std::string where() const;
  /// And of a key in it, which need not be there.
  [[nodiscard]] std::string place(std::string_view key) const;
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }

  [[nodiscard]] std::vector<std::string> keys() const;
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
  /// As `texts`, and exactly that many.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key, std::size_t count) const;
  /// A text that may hold these arguments and no others.
  [[nodiscard]] TextPattern pattern(std::string_view key, std::initializer_list<std::string_view> arguments) const;
  [[nodiscard]] TemplateTable table(std::string_view key) const;
  [[nodiscard]] std::vector<TemplateTable> tables(std::string_view key) const;

  /// Refuses every key that is not among these.
  void hold_only(std::initializer_list<std::string_view> keys) const;
  [[noreturn]] void fault(std::string_view what) const;

 private:
  TemplateTable(toml::table const& table, TemplateTable const& within, std::string path);

  [[nodiscard]] std::string path_to(std::string_view key) const;
  [[nodiscard]] toml::array const& array(std::string_view key) const;

  toml::table const* table_;
  Language language_;
  std::string file_;
  std::string path_;  ///< of the table in its file: "date.by", "help 4"; empty for the file itself
};

/// Reads a template file; throws ports::LetterFault when it is missing or no TOML. `shown` is how faults call it.
[[nodiscard]] toml::table read_template_file(std::filesystem::path const& file, std::string const& shown);

}  // namespace redress::letters
