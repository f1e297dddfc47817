// SPDX-License-Identifier: Apache-2.0
#pragma once

// One text of a template: ICU MessageFormat with named arguments, parsed once when templates are loaded. It may hold placeholders, `select`
// and `plural`, and nothing else; what ICU lets pass in silence (a missing argument, a quoted brace, a plural form that the language has
// and the text has not) is refused here.

#include "engine/domain/language.hpp"

#include <unicode/fmtable.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace redress::letters {

/// Values by name. A fact that is not there has no entry; there are no empty values.
using Arguments = std::map<std::string, icu::Formattable, std::less<>>;

/// How a text uses an argument: as it stands, to choose by a word, or to choose by a number.
enum class Use { Text, Choice, Count };

struct Placeholder {
  std::string name;
  Use use = Use::Text;
  std::vector<std::string> keywords;  ///< what is chosen between; `other` is always among them
};

class TextPattern {
 public:
  /// Parses. `where` is said in every fault: the file and the text in it. Throws ports::LetterFault.
  TextPattern(std::string_view text, Language language, std::string where);
  TextPattern(TextPattern&&) noexcept;
  TextPattern& operator=(TextPattern&&) noexcept;
  ~TextPattern();

  [[nodiscard]] std::string const& where() const { return where_; }
  /// As it was written.
  [[nodiscard]] std::string const& text() const { return text_; }
  [[nodiscard]] std::vector<Placeholder> const& placeholders() const { return placeholders_; }

  /// The text with its values. May be called by many threads at once. Throws ports::LetterFault when a value is not there.
  [[nodiscard]] std::string with(Arguments const& arguments) const;

 private:
  struct Parsed;
  std::string where_;
  std::vector<Placeholder> placeholders_;
  std::string text_;
  std::unique_ptr<Parsed> parsed_;  ///< null when nothing in the text is filled in
};

}  // namespace redress::letters
