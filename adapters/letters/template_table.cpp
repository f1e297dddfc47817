// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/template_table.hpp"

#include "engine/ports/letter_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace redress::letters {

namespace {

std::string place_in(std::string const& file, toml::node const* node, std::string const& path) {
  auto const line = node == nullptr ? 0 : node->source().begin.line;
  auto const at = line == 0 ? file : fmt::format("{}:{}", file, line);
  return path.empty() ? file : fmt::format("{}: {}", at, path);
}

}  // namespace

TemplateTable::TemplateTable(toml::table const& table, Language language, std::string file) : table_(&table), language_(language), file_(std::move(file)) {}

TemplateTable::TemplateTable(toml::table const& table, TemplateTable const& within, std::string path)
    : table_(&table), language_(within.language_), file_(within.file_), path_(std::move(path)) {}

std::string TemplateTable::where() const {
  return place_in(file_, table_, path_);
}

std::string TemplateTable::place(std::string_view key) const {
  auto const* const node = table_->get(key);
  return place_in(file_, node == nullptr ? table_ : node, path_to(key));
}

std::vector<std::string> TemplateTable::keys() const {
  std::vector<std::string> keys;
  for (auto const& [key, value] : *table_) keys.emplace_back(key.str());
  return keys;
}

std::string TemplateTable::text(std::string_view key) const {
  auto const value = (*table_)[key].value_exact<std::string>();
  if (!value) fault(fmt::format("\"{}\" is missing or no text", key));
  return *value;
}

std::vector<std::string> TemplateTable::texts(std::string_view key) const {
  std::vector<std::string> texts;
  for (auto const& entry : array(key)) {
    auto const value = entry.value_exact<std::string>();
    if (!value) fault(fmt::format("\"{}\" is no list of texts", key));
    texts.push_back(*value);
  }
  return texts;
}

std::vector<std::string> TemplateTable::texts(std::string_view key, std::size_t count) const {
  auto list = texts(key);
  if (list.size() != count) fault(fmt::format("\"{}\" has {} texts and needs {}", key, list.size(), count));
  return list;
}

TextPattern TemplateTable::pattern(std::string_view key, std::initializer_list<std::string_view> arguments) const {
  TextPattern pattern(text(key), language_, place(key));
  for (auto const& placeholder : pattern.placeholders())
    if (std::ranges::find(arguments, placeholder.name) == arguments.end())
      fault(fmt::format("\"{}\" names {{{}}}, which it cannot have", key, placeholder.name));
  return pattern;
}

TemplateTable TemplateTable::table(std::string_view key) const {
  auto const* const inner = (*table_)[key].as_table();
  if (inner == nullptr) fault(fmt::format("the table [{}] is missing", key));
  return {*inner, *this, path_to(key)};
}

std::vector<TemplateTable> TemplateTable::tables(std::string_view key) const {
  std::vector<TemplateTable> list;
  for (auto const& entry : array(key)) {
    auto const* const inner = entry.as_table();
    if (inner == nullptr) fault(fmt::format("\"{}\" is no list of tables", key));
    list.push_back({*inner, *this, fmt::format("{} {}", path_to(key), list.size() + 1)});
  }
  return list;
}

void TemplateTable::hold_only(std::initializer_list<std::string_view> keys) const {
  for (auto const& [key, value] : *table_)
    if (std::ranges::find(keys, key.str()) == keys.end()) fault(fmt::format("\"{}\" is not a key that is known here", key.str()));
}

void TemplateTable::fault(std::string_view what) const {
  throw ports::LetterFault(fmt::format("{}: {}", where(), what));
}

std::string TemplateTable::path_to(std::string_view key) const {
  return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

toml::array const& TemplateTable::array(std::string_view key) const {
  auto const* const list = (*table_)[key].as_array();
  if (list == nullptr || list->empty()) fault(fmt::format("\"{}\" is missing or no list", key));
  return *list;
}

toml::table read_template_file(std::filesystem::path const& file, std::string const& shown) {
  std::ifstream stream(file, std::ios::binary);
  std::string const content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream || content.empty()) throw ports::LetterFault(fmt::format("{}: the file is missing or cannot be read", shown));
  try {
    return toml::parse(content);
  } catch (toml::parse_error const& error) {
    auto const at = error.source().begin;
    throw ports::LetterFault(fmt::format("{}:{}:{}: {}", shown, at.line, at.column, error.description()));
  }
}

}  // namespace redress::letters
