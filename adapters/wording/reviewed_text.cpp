// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/reviewed_text.hpp"

#include <unicode/uchar.h>

#include "adapters/wording/code_points.hpp"
#include "adapters/wording/folded_word.hpp"
#include "adapters/wording/quotations.hpp"

namespace redress::wording {
namespace {

constexpr UChar32 none = -1;
constexpr UChar32 ellipsis = 0x2026;

bool is_word_part(UChar32 letter) {
  if (letter < 0) return false;
  if (letter < 0x80) return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
  return u_isalnum(letter) != 0 || (U_MASK(u_charType(letter)) & U_GC_M_MASK) != 0;
}

bool is_digit(UChar32 letter) {
  return letter >= '0' && letter <= '9';
}

/// Soft hyphens, joiners, marks of direction: there, and not to be seen.
bool is_invisible(UChar32 letter) {
  return letter >= 0x80 && u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool joins_words(UChar32 letter) {
  return letter == '\'' || letter == '-' || letter == 0x2019 || letter == 0x2BC || letter == 0x2010 || letter == 0x2011;
}

bool joins_digits(UChar32 letter) {
  return letter == '.' || letter == ',' || letter == ':';
}

bool ends_sentences(UChar32 letter) {
  return letter == '.' || letter == '!' || letter == '?' || letter == ellipsis;
}

bool is_pause(UChar32 letter) {
  return letter == ',' || letter == ';' || letter == ':' || letter == '(' || letter == ')' || letter == 0x2013 || letter == 0x2014;
}

bool is_closing(UChar32 letter) {
  return letter == ')' || letter == ']' || letter == '"' || letter == 0x201D || letter == 0x201C || letter == 0xBB || letter == 0x2019;
}

bool is_bullet(UChar32 letter) {
  return letter == '-' || letter == '*' || letter == 0x2022 || letter == 0x2013 || letter == 0x2014;
}

class Reader {
 public:
  Reader(std::string_view text, ReadingHabits const& habits) : text_(text), habits_(habits), quotations_(quotations_in(text)) {
    read_.words.reserve(text.size() / 6 + 1);
    read_.folded.reserve(text.size());
  }

  ReviewedText all() {
    while (at_ < text_.size()) {
      if (next_quotation_ < quotations_.size() && quotations_[next_quotation_].start <= at_)
        take_quotation();
      else
        take_next();
    }
    end_sentence(Ending::Open);
    return std::move(read_);
  }

 private:
  enum class Ending { Whole, Open };

  [[nodiscard]] CodePoint letter_at(std::size_t at) const { return code_point_at(text_, at); }

  void take_quotation() {
    auto const& quotation = quotations_[next_quotation_++];
    add_word(quotation.start, quotation.end, 0, WordKind::Quoted, {});
    at_ = quotation.end;
    if (ends_sentences(last_letter_in(quotation)) && goes_on_with_a_new_sentence(at_)) end_sentence(Ending::Whole);
  }

  /// The one before the closing mark.
  [[nodiscard]] UChar32 last_letter_in(Quotation const& quotation) const {
    auto const mark = code_point_before(text_, quotation.end);
    return mark.end > quotation.start ? code_point_before(text_, mark.end).value : none;
  }

  void take_next() {
    auto const letter = letter_at(at_);
    if (is_word_part(letter.value)) return take_word();
    if (letter.value == '\n') return take_line_end();
    auto const at = at_;
    at_ = letter.end;
    if (is_pause(letter.value)) is_after_comma_ = true;
    if (!ends_sentences(letter.value)) return;
    auto const is_alone = skip_closing_marks();
    if (letter.value == '.' && is_alone && is_abbreviated(at)) return;
    if (goes_on_with_a_new_sentence(at_)) end_sentence(Ending::Whole);
  }

  /// Passes over further full stops and what closes after them; answers whether there was none, as after an abbreviation.
  bool skip_closing_marks() {
    auto const from = at_;
    for (auto letter = letter_at(at_); letter.value > 0 && (ends_sentences(letter.value) || is_closing(letter.value)); letter = letter_at(at_)) {
      if (next_quotation_ < quotations_.size() && quotations_[next_quotation_].start == at_) break;
      at_ = letter.end;
    }
    return at_ == from;
  }

  void take_word() {
    auto const start = at_;
    auto end = at_;
    std::uint32_t letters = 0;
    UChar32 previous = none;
    for (auto letter = letter_at(at_); at_ < text_.size(); letter = letter_at(at_)) {
      bool const is_part = is_word_part(letter.value);
      if (!is_part && !is_invisible(letter.value) && !joins(letter, previous)) break;
      at_ = letter.end;
      if (is_part) {
        ++letters;
        end = at_;
      }
      if (!is_invisible(letter.value)) previous = letter.value;
    }
    at_ = end;
    auto const folded_at = read_.folded.size();
    fold_word(text_.substr(start, end - start), read_.folded);
    add_folded(start, end, letters, folded_at);
  }

  /// Whether a mark stands inside a word or a number and does not end it.
  [[nodiscard]] bool joins(CodePoint const& mark, UChar32 previous) const {
    if (joins_words(mark.value)) return is_word_part(previous) && is_word_part(letter_at(mark.end).value);
    return joins_digits(mark.value) && is_digit(previous) && is_digit(letter_at(mark.end).value);
  }

  void add_folded(std::size_t start, std::size_t end, std::uint32_t letters, std::size_t folded_at) {
    auto const form = std::string_view(read_.folded).substr(folded_at);
    auto const written_out = form.find('\'') == std::string_view::npos ? habits_.written_out.end() : habits_.written_out.find(form);
    if (written_out == habits_.written_out.end()) return push(start, end, letters, WordKind::Written, folded_at);
    read_.folded.resize(folded_at);
    auto kind = WordKind::Written;
    for (auto const& word : written_out->second) {
      add_word(start, end, letters, kind, word);
      kind = WordKind::Continued;
    }
  }

  void add_word(std::size_t start, std::size_t end, std::uint32_t letters, WordKind kind, std::string_view form) {
    auto const folded_at = read_.folded.size();
    read_.folded += form;
    push(start, end, letters, kind, folded_at);
  }

  void push(std::size_t start, std::size_t end, std::uint32_t letters, WordKind kind, std::size_t folded_at) {
    read_.words.push_back({start, end, folded_at, read_.folded.size() - folded_at, letters, kind, is_after_comma_});
    is_after_comma_ = false;
  }

  /// A blank line ends whatever stands above it; so does the beginning of an item in a list.
  void take_line_end() {
    ++at_;
    auto ahead = at_;
    while (ahead < text_.size() && (text_[ahead] == ' ' || text_[ahead] == '\t' || text_[ahead] == '\r')) ++ahead;
    if ((ahead < text_.size() && text_[ahead] == '\n') || begins_an_item(ahead)) end_sentence(Ending::Open);
  }

  [[nodiscard]] bool begins_an_item(std::size_t at) const {
    auto letter = letter_at(at);
    if (is_bullet(letter.value)) return letter_at(letter.end).value == ' ';
    auto digits = at;
    while (is_digit(letter.value)) {
      digits = letter.end;
      letter = letter_at(digits);
    }
    if (digits == at || (letter.value != '.' && letter.value != ')') || letter_at(letter.end).value != ' ') return false;
    auto const first = letter_at(letter.end + 1).value;
    return first > 0 && u_islower(first) == 0;
  }

  /// Whether the full stop at `at` belongs to the word before it: an abbreviation, an initial, the number of an item.
  [[nodiscard]] bool is_abbreviated(std::size_t at) const {
    if (read_.words.size() <= sentence_start_ || read_.words.back().end != at) return false;
    auto const& word = read_.words.back();
    auto const form = read_.form(word);
    bool const is_number = is_digit(form.empty() ? none : form.front());
    if (is_number) return read_.words.size() == sentence_start_ + 1;
    if (word.letters != 1 && !habits_.abbreviations.contains(form)) return false;
    bool const is_initial = word.letters == 1 && u_isupper(letter_at(word.start).value) != 0;
    if (is_initial) return true;
    // What follows a number may end the sentence: "in 2026 г. We …".
    return read_.words.size() < sentence_start_ + 2 || !is_digit(before_last_begins_with());
  }

  [[nodiscard]] UChar32 before_last_begins_with() const {
    auto const form = read_.form(read_.words[read_.words.size() - 2]);
    return form.empty() ? none : form.front();
  }

  [[nodiscard]] bool goes_on_with_a_new_sentence(std::size_t at) const {
    auto letter = letter_at(at);
    if (letter.value == none && letter.end >= text_.size()) return true;
    if (letter.value < 0 || u_isUWhiteSpace(letter.value) == 0) return false;
    while (letter.value > 0 && u_isUWhiteSpace(letter.value) != 0) letter = letter_at(letter.end);
    return letter.value < 0 || u_islower(letter.value) == 0;
  }

  void end_sentence(Ending ending) {
    if (read_.words.size() > sentence_start_) read_.sentences.push_back({sentence_start_, read_.words.size(), ending == Ending::Whole});
    sentence_start_ = read_.words.size();
    is_after_comma_ = false;
  }

  std::string_view text_;
  ReadingHabits const& habits_;
  std::vector<Quotation> quotations_;
  std::size_t next_quotation_ = 0;
  std::size_t at_ = 0;
  std::size_t sentence_start_ = 0;
  bool is_after_comma_ = false;
  ReviewedText read_;
};

}  // namespace

ReviewedText read_text(std::string_view text, ReadingHabits const& habits) {
  return Reader(text, habits).all();
}

}  // namespace redress::wording
