// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/template_table.hpp"

#include "engine/ports/letter_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace redress::letters {

TemplateTable::TemplateTable(toml::table const& table, Language language, std::string where) : table_(&table), language_(language), where_(std::move(where)) {}

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
  return {*inner, language_, place(key)};
}

std::vector<TemplateTable> TemplateTable::tables(std::string_view key) const {
  std::vector<TemplateTable> list;
  for (auto const& entry : array(key)) {
    auto const* const inner = entry.as_table();
    if (inner == nullptr) fault(fmt::format("\"{}\" is no list of tables", key));
    list.emplace_back(*inner, language_, fmt::format("{} {}", place(key), list.size() + 1));
  }
  return list;
}

void TemplateTable::hold_only(std::initializer_list<std::string_view> keys) const {
  for (auto const& [key, value] : *table_)
    if (std::ranges::find(keys, key.str()) == keys.end()) fault(fmt::format("\"{}\" is not a key that is known here", key.str()));
}

void TemplateTable::fault(std::string_view what) const {
  throw ports::LetterFault(fmt::format("{}: {}", where_, what));
}

std::string TemplateTable::place(std::string_view key) const {
  return where_.ends_with(".toml") ? fmt::format("{}: {}", where_, key) : fmt::format("{}.{}", where_, key);
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
