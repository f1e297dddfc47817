// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/placeholders.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "adapters/wording/code_points.hpp"
#include "adapters/wording/folded_word.hpp"
#include "adapters/wording/quotations.hpp"

namespace redress::wording {
namespace {

constexpr std::size_t longest_in_brackets = 200;  // in bytes
constexpr std::size_t longest_word = 64;
constexpr std::size_t shortest_line = 3;         // "___"
constexpr std::size_t shortest_dotted_line = 4;  // "...." is more than an ellipsis
constexpr UChar32 ellipsis = 0x2026;
constexpr UChar32 cyrillic_x = 0x425, small_cyrillic_x = 0x445;

bool is_blank(char letter) {
  return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

bool is_x(UChar32 letter) {
  return letter == 'X' || letter == 'x' || letter == cyrillic_x || letter == small_cyrillic_x;
}

/// What someone writes in square brackets to say something, and not to be replaced: it has several words and ends as sentences do; or it numbers a note.
bool is_remark(std::string_view inside) {
  auto const is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  if (std::ranges::all_of(inside, is_digit)) return true;
  bool const ends = inside.back() == '.' || inside.back() == '!' || inside.back() == '?';
  return ends && !inside.ends_with("..") && inside.find(' ') != std::string_view::npos;
}

/// "<name>", but neither "a < b > c" nor an address: "<info@example.org>", "<https://example.org>".
bool is_named_hole(std::string_view inside) {
  auto const first = code_point_at(inside, 0).value;
  bool const begins_well = first == ellipsis || inside.starts_with("..") || first == '_' || (first > 0 && u_isalnum(first) != 0);
  return begins_well && !is_blank(inside.back()) && inside.find_first_of("@<") == std::string_view::npos && inside.find("://") == std::string_view::npos;
}

class Finder {
 public:
  Finder(std::string_view text, std::set<std::string, std::less<>> const& words) : text_(text), words_(words), quotations_(quotations_in(text)) {}

  std::vector<TextRange> all() {
    while (at_ < text_.size()) {
      if (auto const end = hole_at(at_); end > at_) {
        push(at_, end);
        at_ = end;
      } else if (!is_blank(text_[at_]) && (at_ == 0 || is_blank(text_[at_ - 1]) || is_after_hole())) {
        take_word();
      } else {
        ++at_;
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool is_after_hole() const { return !found_.empty() && found_.back().end == static_cast<std::int64_t>(at_); }

  void push(std::size_t start, std::size_t end) { found_.push_back({static_cast<std::int64_t>(start), static_cast<std::int64_t>(end)}); }

  // ---- brackets and lines

  [[nodiscard]] std::size_t hole_at(std::size_t at) {
    switch (text_[at]) {
      case '{':
        return behind_braces(at);
      case '[':
        return behind_brackets(at);
      case '<':
        return behind_angles(at);
      case '_':
        return behind_run(at, shortest_line);
      case '.':
        return behind_run(at, shortest_dotted_line);
      default:
        return at;
    }
  }

  /// Behind the closing mark, or `at` when there is none on the line and near.
  [[nodiscard]] std::size_t behind(std::size_t at, char closing) const {
    auto const near = text_.substr(at, longest_in_brackets);
    auto const end = near.substr(0, near.find('\n')).find(closing);
    return end == std::string_view::npos ? at : at + end + 1;
  }

  [[nodiscard]] std::size_t behind_braces(std::size_t at) const {
    auto end = behind(at, '}');
    while (end > at && end < text_.size() && text_[end] == '}') ++end;
    return end;
  }

  /// Whoever quotes puts into square brackets what the quoted did not say.
  [[nodiscard]] std::size_t behind_brackets(std::size_t at) {
    auto const end = behind(at, ']');
    if (end == at || is_quoted(at)) return at;
    auto const inside = text_.substr(at + 1, end - at - 2);
    return !inside.empty() && is_remark(inside) ? at : end;
  }

  [[nodiscard]] std::size_t behind_angles(std::size_t at) const {
    auto const end = behind(at, '>');
    return end > at + 2 && is_named_hole(text_.substr(at + 1, end - at - 2)) ? end : at;
  }

  [[nodiscard]] std::size_t behind_run(std::size_t at, std::size_t shortest) const {
    auto const end = std::min(text_.find_first_not_of(text_[at], at), text_.size());
    return end - at >= shortest ? end : at;
  }

  [[nodiscard]] bool is_quoted(std::size_t at) {
    while (next_quotation_ < quotations_.size() && quotations_[next_quotation_].end <= at) ++next_quotation_;
    return next_quotation_ < quotations_.size() && quotations_[next_quotation_].start <= at;
  }

  // ---- words

  /// What stands between two blanks, up to the first hole in it.
  void take_word() {
    auto end = at_;
    while (end < text_.size() && !is_blank(text_[end]) && (end == at_ || hole_at(end) == end)) ++end;
    auto const [first, last] = without_marks(at_, end);
    if (last > first && last - first <= longest_word && waits(text_.substr(first, last - first))) push(first, last);
    at_ = end;
  }

  /// Without what stands around a word: brackets, quotation marks, the full stop of the sentence.
  [[nodiscard]] std::pair<std::size_t, std::size_t> without_marks(std::size_t first, std::size_t last) const {
    while (first < last) {
      auto const letter = code_point_at(text_, first);
      if (letter.value >= 0 && (u_isalnum(letter.value) != 0 || letter.value == '?')) break;
      first = letter.end;
    }
    while (first < last) {
      auto const letter = code_point_before(text_, last);
      if (letter.value >= 0 && (u_isalnum(letter.value) != 0 || letter.value == '?')) break;
      last = letter.end;
    }
    return {first, last};
  }

  [[nodiscard]] bool waits(std::string_view word) const {
    return words_.contains(folded(word)) || is_mask(word) || (word.size() > 1 && word.find_first_not_of('?') == std::string_view::npos);
  }

  /// "XX.XX.XXXX", "20XX", "XXX"; but not the Roman twenty, and not "xx" at the end of a letter among friends.
  static bool is_mask(std::string_view word) {
    std::size_t masked = 0, others = 0;
    for (std::size_t at = 0; at < word.size();) {
      auto const letter = code_point_at(word, at);
      if (is_x(letter.value))
        ++masked;
      else if (letter.value >= 0 && u_isalpha(letter.value) != 0)
        return false;
      else
        ++others;
      at = letter.end;
    }
    return masked > 2 || (masked == 2 && others > 0);
  }

  std::string_view text_;
  std::set<std::string, std::less<>> const& words_;
  std::vector<Quotation> quotations_;
  std::size_t next_quotation_ = 0;
  std::size_t at_ = 0;
  std::vector<TextRange> found_;
};

}  // namespace

std::vector<TextRange> placeholders_in(std::string_view text, std::set<std::string, std::less<>> const& words) {
  return Finder(text, words).all();
}

}  // namespace redress::wording
