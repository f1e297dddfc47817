// SPDX-License-Identifier: Apache-2.0
#pragma once

// Walks over the raw bytes of a structured header field (RFC 5322 §3.2): blanks, comments within comments, quoted text. Never looks at a
// byte twice, and takes whatever never ends to end with the field.

#include <string>
#include <string_view>

namespace redress::mail_in {

class FieldScanner {
 public:
  explicit FieldScanner(std::string_view raw) : raw_(raw) {}

  [[nodiscard]] bool at_end() const { return at_ >= raw_.size(); }
  [[nodiscard]] char peek() const { return raw_[at_]; }
  [[nodiscard]] std::string_view rest() const { return raw_.substr(at_); }
  char next() { return raw_[at_++]; }
  void skip(std::size_t count) { at_ = at_ + count < raw_.size() ? at_ + count : raw_.size(); }

  /// Spaces and tabs, not line ends.
  void skip_spaces() {
    while (!at_end() && (peek() == ' ' || peek() == '\t')) ++at_;
  }

  /// Answers whether a line end was among them.
  bool skip_blanks_and_comments() {
    bool new_line = false;
    while (!at_end()) {
      char const c = peek();
      if (c == '(')
        (void)comment();
      else if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
        new_line = next() == '\n' || new_line;
      else
        break;
    }
    return new_line;
  }

  void skip_comment() { (void)comment(); }

  /// The text of the comment that begins here, without its outer parentheses and without backslashes.
  std::string comment() {
    std::string text;
    int depth = 0;
    while (!at_end()) {
      char const c = next();
      if (c == '\\') {
        skip_fold();
        if (!at_end()) text += next();
        continue;
      }
      if (c == '(' && depth++ == 0) continue;
      if (c == ')' && --depth == 0) break;
      text += c;
    }
    return text;
  }

  /// The text between the quotation marks that begin here, without backslashes and line ends.
  std::string quoted_text() {
    std::string text;
    ++at_;
    while (!at_end()) {
      char c = next();
      if (c == '"') break;
      if (c == '\\' && !at_end()) c = next();
      if (c != '\r' && c != '\n') text += c;
    }
    return text;
  }

  /// Everything before the first of `ends`.
  std::string_view until(std::string_view ends) {
    auto const rest = raw_.substr(at_);
    auto const found = rest.substr(0, rest.find_first_of(ends));
    at_ += found.size();
    return found;
  }

 private:
  /// A line end with the blanks of the next line.
  void skip_fold() {
    if (at_end() || (peek() != '\r' && peek() != '\n')) return;
    while (!at_end() && (peek() == '\r' || peek() == '\n' || peek() == ' ' || peek() == '\t')) ++at_;
  }

  std::string_view raw_;
  std::size_t at_ = 0;
};

[[nodiscard]] inline std::string_view trimmed_blanks(std::string_view text) {
  auto const first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// ASCII letters only; the rest stays as it is.
[[nodiscard]] inline std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return small;
}

}  // namespace redress::mail_in
