// SPDX-License-Identifier: Apache-2.0
#pragma once

// A PDF as other people's programs see it: its text, its words with their places, its fonts, its particulars, by the tools of poppler.

#include <string>
#include <vector>

namespace redress::testing {

/// A word and its place on the page, in points from the top left.
struct PrintedWord {
  std::size_t page = 1;
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;
};

struct PrintedFont {
  std::string name;
  bool is_embedded = false;
  bool has_unicode = false;
};

class Printed {
 public:
  explicit Printed(std::string bytes);

  [[nodiscard]] std::string const& bytes() const { return bytes_; }
  /// The whole text, laid out as on the page; pages end with a form feed.
  [[nodiscard]] std::string const& text() const { return text_; }
  [[nodiscard]] std::vector<PrintedWord> const& words() const { return words_; }
  [[nodiscard]] std::vector<PrintedFont> const& fonts() const { return fonts_; }
  /// What pdfinfo says under that name: "Pages" is "2".
  [[nodiscard]] std::string particular(std::string const& name) const;
  /// The tags of the document in order, one a line, indented.
  [[nodiscard]] std::string const& structure() const { return structure_; }
  [[nodiscard]] std::size_t pages() const { return std::stoul(particular("Pages")); }

  /// The first word that reads so; fails the test when there is none.
  [[nodiscard]] PrintedWord word(std::string const& text, std::size_t page = 1) const;

 private:
  std::string bytes_;
  std::string text_;
  std::string information_;
  std::string structure_;
  std::vector<PrintedWord> words_;
  std::vector<PrintedFont> fonts_;
};

}  // namespace redress::testing
