// SPDX-License-Identifier: Apache-2.0
#include "tests/repository.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace redress::repository {
namespace {

namespace fs = std::filesystem;

fs::path root() {
  return REDRESS_SOURCE_DIR;
}

bool is_ours(fs::path const& path) {
  static constexpr std::array endings{".cpp", ".hpp", ".py", ".sh", ".mjs", ".md", ".toml", ".txt", ".cmake", ".sql"};
  if (path.string().find("golden") != std::string::npos) return false;
  return std::ranges::find(endings, path.extension()) != endings.end() || path.filename() == "dev" || path.filename() == "run";
}

bool is_skipped(fs::path const& folder) {
  static constexpr std::array names{"node_modules", "__pycache__", "build", "redress-data", ".git"};
  return std::ranges::find(names, folder.filename()) != names.end();
}

std::string slurp(fs::path const& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void split(File& file) {
  std::string_view rest = file.text;
  while (!rest.empty()) {
    auto const end = std::min(rest.find('\n'), rest.size());
    file.lines.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

std::vector<File> read_all() {
  std::vector<fs::path> paths;
  for (auto entry = fs::recursive_directory_iterator(root()); entry != fs::recursive_directory_iterator(); ++entry) {
    if (entry->is_directory() && is_skipped(entry->path())) entry.disable_recursion_pending();
    if (entry->is_regular_file() && is_ours(entry->path())) paths.push_back(entry->path());
  }
  std::ranges::sort(paths);
  std::vector<File> all(paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    all[i].path = paths[i].lexically_relative(root()).generic_string();
    all[i].text = slurp(paths[i]);
    split(all[i]);
  }
  return all;
}

/// Blanks from `from` up to the end of what begins there, and answers that end.
std::size_t blank(std::string& text, std::size_t from, std::size_t end) {
  end = std::min(end, text.size());
  for (auto i = from; i < end; ++i)
    if (text[i] != '\n') text[i] = ' ';
  return end;
}

std::size_t end_of_literal(std::string_view text, std::size_t from) {
  char const quote = text[from];
  for (auto i = from + 1; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == quote || text[i] == '\n')
      return i + 1;
  }
  return text.size();
}

std::size_t end_of_raw_literal(std::string_view text, std::size_t from) {
  auto const open = text.find('(', from);
  if (open == std::string_view::npos) return text.size();
  auto const closing = ")" + std::string(text.substr(from + 2, open - from - 2)) + "\"";
  auto const close = text.find(closing, open);
  return close == std::string_view::npos ? text.size() : close + closing.size();
}

bool is_digit_separator(std::string_view text, std::size_t at) {
  return at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0 && at + 1 < text.size() &&
         std::isalnum(static_cast<unsigned char>(text[at + 1])) != 0;
}

}  // namespace

File invented(std::string path, std::string text) {
  File file{std::move(path), std::move(text), {}};
  split(file);
  return file;
}

std::vector<File> const& files() {
  static auto const all = read_all();
  return all;
}

bool exists(std::string_view path) {
  return fs::exists(root() / path);
}

std::string finding(File const& file, std::size_t line, std::string_view what) {
  return file.path + ":" + std::to_string(line) + ": " + std::string(what);
}

std::string listed(Findings const& findings) {
  std::string text = std::to_string(findings.size()) + " found:\n";
  for (auto const& one : findings) text += "  " + one + "\n";
  return text;
}

std::string without_comments_and_literals(std::string_view source) {
  std::string text(source);
  std::size_t i = 0;
  while (i < text.size()) {
    auto const here = std::string_view(text).substr(i);
    if (here.starts_with("//"))
      i = blank(text, i, std::min(text.find('\n', i), text.size()));
    else if (here.starts_with("/*"))
      i = blank(text, i, std::min(text.find("*/", i), text.size() - 2) + 2);
    else if (here.starts_with("R\""))
      i = blank(text, i, end_of_raw_literal(text, i));
    else if (here.starts_with('"') || (here.starts_with('\'') && !is_digit_separator(text, i)))
      i = blank(text, i, end_of_literal(text, i));
    else
      ++i;
  }
  return text;
}

}  // namespace redress::repository
