// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/spoken_numbers.hpp"

#include <limits>

namespace redress::wording {
namespace {

constexpr std::int64_t one = 100;  // in hundredths, as all that follows
constexpr std::int64_t ten = 10 * one, twenty = 20 * one, hundred = 100 * one, thousand = 1000 * one, million = 1000 * thousand, billion = 1000 * million;
constexpr std::int64_t without_limit = std::numeric_limits<std::int64_t>::max();

class Sum {
 public:
  /// Whether the word can go on with the number.
  bool take(Lexeme const& word) {
    if (is_closed_) return false;
    if (word.cardinal != no_number && add(word.cardinal)) return true;
    if (word.ordinal == no_number || !add(word.ordinal)) return false;
    is_closed_ = true;
    form_ = NumberForm::Ordinal;
    return true;
  }

  bool take_half() {
    if (is_closed_ || below_ > ten || group_ == 0 || group_ % one != 0) return false;
    group_ += one / 2;
    below_ = 0;
    return true;
  }

  /// "Hundred and twenty", but not "twenty and five".
  [[nodiscard]] bool may_be_joined() const { return below_ >= hundred && (group_ != 0 || total_ != 0); }
  /// "Two thousand, four hundred".
  [[nodiscard]] bool was_multiplied() const { return group_ == 0 && total_ != 0; }
  [[nodiscard]] std::int64_t hundredths() const { return total_ + group_; }
  [[nodiscard]] NumberForm form() const { return form_; }

 private:
  bool add(std::int64_t value) {
    if (is_multiplier(value)) return multiply(value);
    if (value == hundred && group_ > 0 && group_ < hundred && group_ % one == 0) {
      group_ *= hundred / one;
      below_ = hundred;
      return true;
    }
    if (value >= thousand) return begin_with(value);
    if (value == 0 || value % one != 0) return be_alone(value);
    if (value >= below_) return false;
    group_ += value;
    below_ = value >= hundred ? hundred : (value >= twenty && value % ten == 0 ? ten : 0);
    return true;
  }

  bool multiply(std::int64_t value) {
    if (value >= multiplied_by_) return false;
    total_ += (group_ == 0 ? one : group_) * (value / one);
    multiplied_by_ = value;
    group_ = 0;
    below_ = thousand;
    return true;
  }

  /// Two thousand in one word.
  bool begin_with(std::int64_t value) {
    if (total_ != 0 || group_ != 0) return false;
    total_ = value;
    multiplied_by_ = thousand;
    below_ = thousand;
    return true;
  }

  /// Zero takes nothing to it; one and a half, in one word, only what multiplies it.
  bool be_alone(std::int64_t value) {
    if (total_ != 0 || group_ != 0) return false;
    group_ = value;
    below_ = 0;
    is_closed_ = value == 0;
    return true;
  }

  std::int64_t total_ = 0;
  std::int64_t group_ = 0;  ///< below a thousand, not yet multiplied
  std::int64_t below_ = thousand;
  std::int64_t multiplied_by_ = without_limit;
  bool is_closed_ = false;
  NumberForm form_ = NumberForm::Cardinal;
};

/// The word that may go on with a number before `at`: behind a hyphen, a comma, "and", or at once.
std::size_t next_word(Pieces const& pieces, std::size_t at, Sum const& sum) {
  if (pieces[at].is_joined_mark('-') && pieces[at + 1].gap == Gap::None) return at + 1;
  if (pieces[at].is_joined_mark(',') && sum.was_multiplied()) ++at;
  return pieces[at].is(WordRole::And) && sum.may_be_joined() ? at + 1 : at;
}

}  // namespace

bool is_multiplier(std::int64_t hundredths) {
  return hundredths == thousand || hundredths == million || hundredths == billion;
}

std::optional<std::size_t> end_of_phrase(Pieces const& pieces, std::size_t at, Phrase const& phrase) {
  for (auto const& part : phrase.rest) {
    auto const& piece = pieces[++at];
    if (piece.lexeme != part.lexeme || (piece.gap == Gap::None) != part.is_joined || piece.gap == Gap::Paragraph) return std::nullopt;
  }
  return at + 1;
}

std::optional<std::size_t> end_of_half(Pieces const& pieces, std::size_t at) {
  for (auto const& phrase : pieces[at].lexeme->phrases)
    if (phrase.kind == PhraseKind::Half)
      if (auto const end = end_of_phrase(pieces, at, phrase)) return end;
  return std::nullopt;
}

std::optional<SpokenNumber> spoken_number_at(Pieces const& pieces, std::size_t at) {
  Sum sum;
  if (!sum.take(*pieces[at].lexeme)) return std::nullopt;
  auto end = at + 1;
  for (;;) {
    if (auto const half = end_of_half(pieces, end); half && sum.take_half()) {
      end = *half;
      continue;
    }
    auto const next = next_word(pieces, end, sum);
    if (pieces[end].gap == Gap::Paragraph || pieces[next].gap == Gap::Paragraph || !sum.take(*pieces[next].lexeme)) break;
    end = next + 1;
  }
  return SpokenNumber{sum.hundredths(), end, sum.form()};
}

}  // namespace redress::wording
