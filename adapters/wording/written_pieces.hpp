// SPDX-License-Identifier: Apache-2.0
#pragma once

// A text as whoever looks for numbers sees it: words, figures and marks, each with its place, its meaning and what stands before it. Unlike the words of
// reviewed_text.hpp, "12.12.2026" is five pieces, and "forty-five" three.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "adapters/wording/statement_words.hpp"

namespace redress::wording {

enum class PieceKind : std::uint8_t { Word, Figure, Mark, End };

/// What stands between a piece and the one before it. Bytes that are no letters count as blanks.
enum class Gap : std::uint8_t { None, Blank, Wide, Paragraph };

/// How a word is written.
enum class Letters : std::uint8_t {
  Small,
  Capital,    ///< the first one is a capital
  ThreeCaps,  ///< as a currency's code: "EUR"
};

struct Piece {
  std::size_t start;     ///< in bytes of the text
  std::size_t end;       ///< exclusive
  std::int64_t value;    ///< of a figure, at most 15 digits; the code point of a mark
  Lexeme const* lexeme;  ///< never null
  std::uint32_t digits;  ///< of a figure: leading zeros count
  PieceKind kind;
  Gap gap;
  Letters letters;

  [[nodiscard]] bool is_mark(std::int64_t mark) const { return kind == PieceKind::Mark && value == mark; }
  [[nodiscard]] bool is_joined_mark(std::int64_t mark) const { return gap == Gap::None && is_mark(mark); }
  [[nodiscard]] bool is_figure() const { return kind == PieceKind::Figure; }
  [[nodiscard]] bool is_joined_figure() const { return gap == Gap::None && is_figure(); }
  [[nodiscard]] bool is(WordRole role) const { return lexeme->is(role); }
  /// A hyphen or a dash.
  [[nodiscard]] bool is_dash() const;
};

/// Figures of more digits have no value.
inline constexpr std::uint32_t most_digits = 15;

class Pieces {
 public:
  Pieces(std::string_view text, Lexicon const& lexicon);

  [[nodiscard]] std::size_t size() const { return pieces_.size(); }
  /// Behind the last one stands an end that is nothing else; so a reader may look ahead without asking.
  [[nodiscard]] Piece const& operator[](std::size_t at) const { return at < pieces_.size() ? pieces_[at] : end_; }
  [[nodiscard]] Lexicon const& lexicon() const { return lexicon_; }
  [[nodiscard]] std::string_view text_of(Piece const& piece) const { return text_.substr(piece.start, piece.end - piece.start); }

  /// Whether a number may begin here: it is no part of something longer, as in "A-45", "1.45", "№45".
  [[nodiscard]] bool stands_free(std::size_t at) const;

 private:
  std::string_view text_;
  Lexicon const& lexicon_;
  std::vector<Piece> pieces_;
  Piece end_;
};

}  // namespace redress::wording
