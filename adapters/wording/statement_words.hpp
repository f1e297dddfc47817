// SPDX-License-Identifier: Apache-2.0
#pragma once

// What single words, signs and short phrases mean to whoever looks for dates and amounts in a language: "forty" is 40, "divpadsmitajā" the twelfth, "decembrī"
// the twelfth month, "per cent" a unit. All of it is data (docs/reference/statements.md); here is only how it is kept.

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace redress::wording {

/// What a word may do beside being a number, a month or a unit.
enum class WordRole : std::uint8_t {
  And,          ///< joins numbers, and days: "and", "un"
  Range,        ///< leads from one number or day to another: "to", "līdz"
  Of,           ///< stands between a day and its month: "of"
  Article,      ///< "the"
  Year,         ///< stands beside a year: "gada", "г"
  Suffix,       ///< is written to a figure: "th", "го"
  Numbering,    ///< what follows is a number of something and no date: "version", "пункт"
  BeforeDay,    ///< what follows is rather a day than a time or a price: "līdz 12.12"
  Place,        ///< beside what looks like a day, makes it a street: "11. novembra krastmala"
  Vague,        ///< makes a number none: "several thousand"
  AlsoNoMonth,  ///< a month only with a capital or a year: "may"
};

enum class PhraseKind : std::uint8_t {
  Sign,       ///< of a unit; stands before or after the figure: "€"
  Name,       ///< of a unit; stands after the number
  Hundredth,  ///< of a unit: "cents"
  Half,       ///< "and a half"
};

struct Lexeme;

struct PhrasePart {
  Lexeme const* lexeme;
  bool is_joined;  ///< without a blank to what stands before: the "$" of "A$"
};

/// A phrase, kept at its first word.
struct Phrase {
  PhraseKind kind;
  std::size_t unit;  ///< index in Lexicon::units; of no meaning for Half
  std::vector<PhrasePart> rest;
};

inline constexpr std::int64_t no_number = -1;

struct Lexeme {
  std::int64_t cardinal = no_number;  ///< in hundredths, so that "полтора" has its place
  std::int64_t ordinal = no_number;   ///< in hundredths too, so that both are composed alike
  unsigned month = 0;
  std::uint16_t roles = 0;
  std::vector<Phrase> phrases;  ///< the longest first

  [[nodiscard]] bool is(WordRole role) const { return (roles >> static_cast<unsigned>(role) & 1U) != 0; }
  void add(WordRole role) { roles = static_cast<std::uint16_t>(roles | 1U << static_cast<unsigned>(role)); }
};

class Lexicon {
 public:
  /// What the folded word or the mark means; of one that is not known, nothing.
  [[nodiscard]] Lexeme const& of(std::string_view folded) const {
    auto const found = lexemes_.find(folded);
    return found == lexemes_.end() ? unknown_ : found->second;
  }

  [[nodiscard]] bool has(std::string_view folded) const { return lexemes_.contains(folded); }
  /// The same one for the same word, and where it is it stays.
  Lexeme& made(std::string const& folded) { return lexemes_[folded]; }

  std::vector<std::string> units;                  ///< "EUR", "%"
  std::set<std::string, std::less<>> known_codes;  ///< of ISO 4217
  bool month_may_stand_first = false;              ///< "December 12"

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  std::unordered_map<std::string, Lexeme, Hash, std::equal_to<>> lexemes_;
  Lexeme unknown_;
};

}  // namespace redress::wording
