// SPDX-License-Identifier: Apache-2.0
#pragma once

// One table of a wording file, read key by key: every refusal names file and line and says what to do, and `end` refuses what was not asked for.

#include <filesystem>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

namespace redress::wording {

/// A text in a list, and the line on which it stands.
struct Line {
  std::string text;
  std::size_t number;
};

class WordingTable {
 public:
  /// The whole file. Throws WordingFault when it cannot be read or is no TOML.
  explicit WordingTable(std::filesystem::path const& path);

  [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
  [[nodiscard]] std::vector<std::string> keys() const;
  [[nodiscard]] std::string text(std::string_view key);
  [[nodiscard]] std::size_t positive_number(std::string_view key);
  /// At least one; none twice.
  [[nodiscard]] std::vector<Line> lines(std::string_view key);
  /// None when the key is not there.
  [[nodiscard]] std::vector<Line> optional_lines(std::string_view key);
  [[nodiscard]] std::size_t one_of(std::string_view key, std::span<std::string_view const> names);
  [[nodiscard]] WordingTable table(std::string_view key);
  /// At least one.
  [[nodiscard]] std::vector<WordingTable> tables(std::string_view key);

  /// Refuses every key that was not read.
  void end() const;
  /// Throws WordingFault at the line of that key, or of the table when it has no such key.
  [[noreturn]] void refuse(std::string_view key, std::string_view reason) const;
  [[noreturn]] void refuse_line(std::size_t line, std::string_view reason) const;

 private:
  WordingTable(WordingTable const& file, toml::table const& table) : path_(file.path_), document_(file.document_), table_(&table) {}

  toml::node const& required(std::string_view key);

  std::filesystem::path path_;
  std::shared_ptr<toml::table const> document_;
  toml::table const* table_;
  std::set<std::string, std::less<>> read_;
};

}  // namespace redress::wording
