// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/written_pieces.hpp"

#include <algorithm>
#include <string>

#include <unicode/uchar.h>

#include "adapters/wording/code_points.hpp"
#include "adapters/wording/folded_word.hpp"

namespace redress::wording {
namespace {

constexpr UChar32 numero_sign = 0x2116;

bool is_mark_on_a_letter(UChar32 letter) {
  return (U_MASK(u_charType(letter)) & U_GC_M_MASK) != 0;
}

bool is_letter(UChar32 letter) {
  if (letter < 0x80) return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  return u_isalpha(letter) != 0 || is_mark_on_a_letter(letter);
}

/// The value of a digit of any script, or a negative number.
std::int32_t digit_of(UChar32 letter) {
  if (letter < 0x80) return letter >= '0' && letter <= '9' ? letter - '0' : -1;
  return u_charDigitValue(letter);
}

bool is_invisible(UChar32 letter) {
  return letter >= 0x80 && u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_apostrophe(UChar32 letter) {
  return letter == '\'' || letter == 0x2019 || letter == 0x2BC;
}

/// A letter that is none, and whatever cannot be seen, is a blank.
bool is_blank(UChar32 letter) {
  return letter <= ' ' || u_isUWhiteSpace(letter) != 0 || u_iscntrl(letter) != 0;
}

class Cutter {
 public:
  Cutter(std::string_view text, Lexicon const& lexicon) : text_(text), lexicon_(lexicon) { pieces_.reserve(text.size() / 5 + 1); }

  std::vector<Piece> all() {
    while (at_ < text_.size()) take_next();
    return std::move(pieces_);
  }

 private:
  void take_next() {
    auto const letter = code_point_at(text_, at_);
    if (letter.value < 0 || is_blank(letter.value)) return take_blank(letter);
    if (is_invisible(letter.value)) {
      at_ = letter.end;
    } else if (digit_of(letter.value) >= 0) {
      take_figure();
    } else if (is_letter(letter.value)) {
      take_word(letter.value);
    } else {
      auto const start = at_;
      at_ = letter.end;
      push(start, letter.value, meaning_of(start), 0, PieceKind::Mark, Letters::Small);
    }
  }

  void take_blank(CodePoint const& letter) {
    if (letter.value == '\n') ++line_ends_;
    gap_ = line_ends_ > 1 ? Gap::Paragraph : (gap_ == Gap::None && letter.value != '\n' ? Gap::Blank : Gap::Wide);
    at_ = letter.end;
  }

  void take_figure() {
    auto const start = at_;
    auto end = at_;
    std::uint32_t digits = 0;
    std::int64_t value = 0;
    for (auto letter = code_point_at(text_, at_); at_ < text_.size(); letter = code_point_at(text_, at_)) {
      auto const digit = letter.value < 0 ? -1 : digit_of(letter.value);
      if (digit < 0 && (letter.value < 0 || !is_invisible(letter.value))) break;
      at_ = letter.end;
      if (digit < 0) continue;
      end = at_;
      if (++digits <= most_digits) value = value * 10 + digit;
    }
    at_ = end;
    push(start, value, lexicon_.of({}), digits, PieceKind::Figure, Letters::Small);
  }

  void take_word(UChar32 first) {
    auto const start = at_;
    auto end = at_;
    auto capitals = 0;
    auto letters = 0;
    for (auto letter = code_point_at(text_, at_); at_ < text_.size(); letter = code_point_at(text_, at_)) {
      bool const is_part = letter.value >= 0 && is_letter(letter.value);
      if (!is_part && (letter.value < 0 || (!is_invisible(letter.value) && !is_inner_apostrophe(letter)))) break;
      at_ = letter.end;
      if (!is_part) continue;
      end = at_;
      ++letters;
      if (letter.value >= 'A' && letter.value <= 'Z') ++capitals;
    }
    at_ = end;
    auto const is_code = letters == 3 && capitals == 3 && end - start == 3;
    push(start, 0, meaning_of(start), 0, PieceKind::Word, is_code ? Letters::ThreeCaps : (u_isupper(first) != 0 ? Letters::Capital : Letters::Small));
  }

  /// Of what stands between `start` and here.
  Lexeme const& meaning_of(std::size_t start) {
    folded_.clear();
    fold_word(text_.substr(start, at_ - start), folded_);
    return lexicon_.of(folded_);
  }

  [[nodiscard]] bool is_inner_apostrophe(CodePoint const& mark) const {
    if (!is_apostrophe(mark.value)) return false;
    auto const next = code_point_at(text_, mark.end).value;
    return next >= 0 && is_letter(next);
  }

  void push(std::size_t start, std::int64_t value, Lexeme const& lexeme, std::uint32_t digits, PieceKind kind, Letters letters) {
    pieces_.push_back({start, at_, value, &lexeme, digits, kind, gap_, letters});
    gap_ = Gap::None;
    line_ends_ = 0;
  }

  std::string_view text_;
  Lexicon const& lexicon_;
  std::vector<Piece> pieces_;
  std::string folded_;
  std::size_t at_ = 0;
  Gap gap_ = Gap::None;
  int line_ends_ = 0;
};

}  // namespace

bool Piece::is_dash() const {
  return kind == PieceKind::Mark && (value == '-' || (value >= 0x2010 && value <= 0x2015) || value == 0x2212);
}

Pieces::Pieces(std::string_view text, Lexicon const& lexicon)
    : text_(text), lexicon_(lexicon), pieces_(Cutter(text, lexicon).all()), end_{text.size(),    text.size(),   0, &lexicon.of({}), 0, PieceKind::End,
                                                                                 Gap::Paragraph, Letters::Small} {}

bool Pieces::stands_free(std::size_t at) const {
  if (at == 0 || pieces_[at].gap != Gap::None) return true;
  auto const& before = pieces_[at - 1];
  if (before.kind != PieceKind::Mark) return false;
  if (before.value == '#' || before.value == numero_sign || before.value == '_' || before.value == '@') return false;
  static constexpr std::string_view joining = ".,:/\\'=&";
  bool const joins = before.is_dash() || (before.value < 0x80 && joining.find(static_cast<char>(before.value)) != std::string_view::npos);
  return !joins || at == 1 || before.gap != Gap::None || pieces_[at - 2].kind == PieceKind::Mark;
}

}  // namespace redress::wording
