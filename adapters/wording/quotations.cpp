// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/quotations.hpp"

#include <cstdint>
#include <optional>

#include <unicode/uchar.h>

#include "adapters/wording/code_points.hpp"

namespace redress::wording {
namespace {

constexpr UChar32 english_opening = 0x201C, english_closing = 0x201D, low_opening = 0x201E;
constexpr UChar32 angled_opening = 0xAB, angled_closing = 0xBB;
constexpr UChar32 single_opening = 0x2018, single_closing = 0x2019, straight = '"';

bool opens(UChar32 mark) {
  return mark == english_opening || mark == low_opening || mark == angled_opening || mark == single_opening || mark == straight;
}

bool closes(UChar32 mark, UChar32 opening) {
  switch (opening) {
    case english_opening:
      return mark == english_closing;
    case low_opening:
      return mark == english_opening || mark == english_closing || mark == straight;
    case angled_opening:
      return mark == angled_closing;
    case single_opening:
      return mark == single_closing;
    default:
      return mark == straight;
  }
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Quotation> all() {
    while (at_ < text_.size()) {
      if (is_at_line_start_ && text_[at_] == '>') {
        take_line();
        continue;
      }
      auto const from = at_;
      auto const letter = code_point_at(text_, at_);
      at_ = letter.end;
      look_at(letter.value, from);
    }
    return std::move(found_);
  }

 private:
  void take_line() {
    auto const end = text_.find('\n', at_);
    auto const stop = end == std::string_view::npos ? text_.size() : end;
    found_.push_back({at_, stop});
    at_ = stop;
    is_at_line_start_ = false;
    opening_.reset();
  }

  void look_at(UChar32 letter, std::size_t from) {
    if (letter == '\n') {
      if (is_line_blank_) opening_.reset();
      is_line_blank_ = is_at_line_start_ = true;
      return;
    }
    is_at_line_start_ = false;
    if (letter != ' ' && letter != '\t' && letter != '\r') is_line_blank_ = false;
    if (!opening_) {
      if (opens(letter)) begin(letter, from);
      return;
    }
    if (letter == angled_opening && *opening_ == angled_opening) ++depth_;
    if (closes(letter, *opening_) && !is_apostrophe(letter) && --depth_ == 0) close();
  }

  void begin(UChar32 mark, std::size_t from) {
    opening_ = mark;
    start_ = from;
    depth_ = 1;
  }

  void close() {
    found_.push_back({start_, at_});
    opening_.reset();
  }

  /// The mark that closes a single quotation is the apostrophe too.
  [[nodiscard]] bool is_apostrophe(UChar32 mark) const {
    if (mark != single_closing) return false;
    auto const next = code_point_at(text_, at_).value;
    return next >= 0 && u_isalnum(next) != 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<UChar32> opening_;
  std::size_t start_ = 0;
  int depth_ = 0;
  bool is_at_line_start_ = true;
  bool is_line_blank_ = true;
  std::vector<Quotation> found_;
};

}  // namespace

std::vector<Quotation> quotations_in(std::string_view text) {
  return Finder(text).all();
}

}  // namespace redress::wording
