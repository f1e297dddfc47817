// SPDX-License-Identifier: Apache-2.0
#pragma once

// Mails collected by other projects, to measure our reading by. They lie beside the checkout, or where REDRESS_SHARED says; tests that need
// them are skipped when they are not at hand.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace redress::mail_in {

[[nodiscard]] inline std::filesystem::path shared_corpus(std::string_view name) {
  char const* const shared = std::getenv("REDRESS_SHARED");
  std::filesystem::path const folder = shared ? std::filesystem::path(shared) : std::filesystem::path(REDRESS_SOURCE_DIR) / "../shared";
  return folder / "corpus" / name;
}

[[nodiscard]] inline std::string bytes_of(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

[[nodiscard]] inline std::vector<std::filesystem::path> files_in(std::filesystem::path const& folder, std::string_view extension) {
  std::vector<std::filesystem::path> files;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == extension) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

/// In one line, with single blanks between words.
[[nodiscard]] inline std::string words_of(std::string_view text) {
  std::string words;
  for (char const c : text) {
    bool const blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (c == '\0' || (blank && (words.empty() || words.ends_with(' ')))) continue;
    words += blank ? ' ' : c;
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

/// How many of a corpus are read as expected.
class Score {
 public:
  explicit Score(std::string name) : name_(std::move(name)) {}
  Score(Score const&) = delete;
  ~Score() {
    std::cout << name_ << ": " << right_ << " of " << all_ << "\n";
    for (std::string const& other : others_) std::cout << "  otherwise: " << other << "\n";
  }

  void count(bool right, std::string const& what) {
    ++all_;
    if (right)
      ++right_;
    else
      others_.push_back(what);
  }
  [[nodiscard]] double percent() const { return all_ == 0 ? 0 : 100.0 * right_ / all_; }
  [[nodiscard]] int all() const { return all_; }
  [[nodiscard]] std::vector<std::string> const& others() const { return others_; }

 private:
  std::string name_;
  int right_ = 0;
  int all_ = 0;
  std::vector<std::string> others_;
};

}  // namespace redress::mail_in
