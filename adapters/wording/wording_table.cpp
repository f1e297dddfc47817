// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/wording_table.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/wording/rule_wording_reviewer.hpp"

namespace redress::wording {
namespace {

std::shared_ptr<toml::table const> parse(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  std::string const content{std::istreambuf_iterator<char>(file), {}};
  if (!file || content.empty()) throw WordingFault(fmt::format("{}: cannot be read; check that it exists and that Redress may read it", path.string()));
  try {
    return std::make_shared<toml::table const>(toml::parse(content, path.string()));
  } catch (toml::parse_error const& error) {
    throw WordingFault(fmt::format("{}:{}: {}", path.string(), error.source().begin.line, error.description()));
  }
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

WordingTable::WordingTable(std::filesystem::path const& path) : path_(path), document_(parse(path)), table_(document_.get()) {}

void WordingTable::refuse(std::string_view key, std::string_view reason) const {
  auto const* node = table_->get(key);
  refuse_line((node ? node->source() : table_->source()).begin.line, reason);
}

void WordingTable::refuse_line(std::size_t line, std::string_view reason) const {
  throw WordingFault(fmt::format("{}:{}: {}", path_.string(), line, reason));
}

toml::node const& WordingTable::required(std::string_view key) {
  auto const* node = table_->get(key);
  if (node == nullptr) refuse(key, fmt::format("\"{}\" is missing; add it here", key));
  read_.emplace(key);
  return *node;
}

std::vector<std::string> WordingTable::keys() const {
  std::vector<std::string> keys;
  for (auto const& [key, value] : *table_) keys.emplace_back(key.str());
  return keys;
}

std::string WordingTable::text(std::string_view key) {
  auto const value = required(key).value_exact<std::string>();
  if (!value || is_blank(*value)) refuse(key, fmt::format("\"{}\" must be a text in quotes, and not blank", key));
  return *value;
}

std::size_t WordingTable::positive_number(std::string_view key) {
  auto const value = required(key).value_exact<std::int64_t>();
  if (!value || *value < 1) refuse(key, fmt::format("\"{}\" must be a whole number of at least 1", key));
  return static_cast<std::size_t>(*value);
}

std::vector<Line> WordingTable::lines(std::string_view key) {
  auto const* array = required(key).as_array();
  if (array == nullptr || array->empty()) refuse(key, fmt::format("\"{}\" must be a list of texts, with one at least", key));
  std::vector<Line> all;
  std::set<std::string> seen;
  for (auto const& entry : *array) {
    auto const line = entry.source().begin.line;
    auto const value = entry.value_exact<std::string>();
    if (!value || is_blank(*value)) refuse_line(line, fmt::format("\"{}\" holds texts in quotes, and no blank one; correct this one", key));
    if (!seen.insert(*value).second) refuse_line(line, fmt::format("\"{}\" is in \"{}\" twice; take one of the two out", *value, key));
    all.push_back({*value, line});
  }
  return all;
}

std::vector<Line> WordingTable::optional_lines(std::string_view key) {
  return has(key) ? lines(key) : std::vector<Line>{};
}

std::size_t WordingTable::one_of(std::string_view key, std::span<std::string_view const> names) {
  auto const value = text(key);
  auto const found = std::ranges::find(names, value);
  if (found == names.end()) refuse(key, fmt::format("\"{}\" cannot be \"{}\"; it is one of {}", key, value, fmt::join(names, ", ")));
  return static_cast<std::size_t>(found - names.begin());
}

WordingTable WordingTable::table(std::string_view key) {
  auto const* inner = required(key).as_table();
  if (inner == nullptr) refuse(key, fmt::format("\"{}\" must be a table", key));
  return {*this, *inner};
}

std::vector<WordingTable> WordingTable::tables(std::string_view key) {
  auto const* array = required(key).as_array();
  if (array == nullptr || array->empty()) refuse(key, fmt::format("\"{0}\" must be a list of tables: [[{0}]]", key));
  std::vector<WordingTable> all;
  for (auto const& entry : *array) {
    if (!entry.is_table()) refuse_line(entry.source().begin.line, fmt::format("every entry of \"{}\" must be a table", key));
    all.push_back({*this, *entry.as_table()});
  }
  return all;
}

void WordingTable::end() const {
  for (auto const& [key, node] : *table_)
    if (!read_.contains(key.str()))
      refuse_line(key.source().begin.line, fmt::format("nobody knows what \"{}\" means here; correct its spelling or take it out", key.str()));
}

}  // namespace redress::wording
