// SPDX-License-Identifier: Apache-2.0
#pragma once

// One table of a TOML file, read key by key. Every answer is checked, every refusal names file and line, and `end` refuses what was not
// asked for, so that a misspelt key is found at start and not by a deadline that never came. It is private to this adapter.

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "engine/domain/deadline.hpp"
#include "engine/domain/enumeration.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/time.hpp"
#include "engine/domain/working_calendar.hpp"

namespace redress::rules {

class RuleTable {
 public:
  /// The whole file.
  explicit RuleTable(std::filesystem::path const& path);

  [[nodiscard]] bool has(std::string_view key) const;
  /// A text that is not blank.
  [[nodiscard]] std::string text(std::string_view key);
  /// As `text`, but empty when the key is not there.
  [[nodiscard]] std::string optional_text(std::string_view key);
  /// The text under `key`, which must be the file's own name without its ending, so that what is asked for by name is what is found.
  [[nodiscard]] std::string name_of_file(std::string_view key);
  [[nodiscard]] std::int64_t positive_number(std::string_view key);
  /// "15 working-days".
  [[nodiscard]] Period period(std::string_view key);
  [[nodiscard]] std::optional<Period> optional_period(std::string_view key);
  [[nodiscard]] Date date(std::string_view key);
  /// "09:00-17:00", or "09:00-13:00, 14:00-17:00" with a break; empty for "closed".
  [[nodiscard]] DayHours hours(std::string_view key);
  [[nodiscard]] std::map<Language, std::string> text_in_every_language(std::string_view key);
  [[nodiscard]] std::map<Language, std::vector<std::string>> lines_in_every_language(std::string_view key);

  /// The place among `names` of the text under `key`, which must be one of them.
  [[nodiscard]] std::size_t one_of(std::string_view key, std::span<std::string_view const> names);
  /// The places of the texts in the list under `key`; there must be at least one, and none twice.
  [[nodiscard]] std::vector<std::size_t> some_of(std::string_view key, std::span<std::string_view const> names);
  /// The enumerator of that name.
  template <Named E>
  [[nodiscard]] E enumerator(std::string_view key) {
    return static_cast<E>(one_of(key, names_of(E{})));
  }
  template <Named E>
  [[nodiscard]] E enumerator(std::string_view key, E if_absent) {
    return has(key) ? enumerator<E>(key) : if_absent;
  }

  [[nodiscard]] RuleTable table(std::string_view key);
  /// Empty when the key is not there.
  [[nodiscard]] std::optional<RuleTable> optional_table(std::string_view key);
  /// The tables of a list; none when the key is not there.
  [[nodiscard]] std::vector<RuleTable> tables(std::string_view key);

  /// Refuses every key that was not read.
  void end() const;

  /// Throws RuleFault at the line of that key, or of the table when it has no such key.
  [[noreturn]] void refuse(std::string_view key, std::string_view reason) const;

 private:
  RuleTable(RuleTable const& file, toml::table const& table) : path_(file.path_), document_(file.document_), table_(&table) {}

  [[nodiscard]] toml::node const& required(std::string_view key);

  std::filesystem::path path_;
  std::shared_ptr<toml::table const> document_;  ///< shared by all tables of a file, so that none outlives what it points into
  toml::table const* table_;
  std::set<std::string, std::less<>> read_;
};

}  // namespace redress::rules
