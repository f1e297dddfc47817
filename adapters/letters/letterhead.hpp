// SPDX-License-Identifier: Apache-2.0
#pragma once

// National practice as data: margins, type, where the parts of a letter stand, and the few words that belong to the page and not to the letter. Each is a
// file of templates/letterheads, read and checked when the program starts (docs/reference/letterheads.md).

#include "adapters/letters/text_pattern.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/letter_style.hpp"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace redress::letters {

/// Where the organisation's particulars stand. AsLayout: where the layout begins. Centred: in the middle of the page. Corner: with date and reference in a
/// narrow block at the top left, the recipient's address beside it.
enum class Head { AsLayout, Centred, Corner };

constexpr auto names_of(Head) {
  return std::array<std::string_view, 3>{"as-layout", "centred", "corner"};
}

enum class Alignment { Left, Justified };

constexpr auto names_of(Alignment) {
  return std::array<std::string_view, 2>{"left", "justified"};
}

enum class SalutationPlace { Left, Centred };

constexpr auto names_of(SalutationPlace) {
  return std::array<std::string_view, 2>{"left", "centred"};
}

/// Where the subject stands, which GOST calls the heading to the text.
enum class SubjectPlace { BelowSalutation, AboveSalutation };

constexpr auto names_of(SubjectPlace) {
  return std::array<std::string_view, 2>{"below-salutation", "above-salutation"};
}

enum class EnclosuresPlace { BelowSignature, BelowText };

constexpr auto names_of(EnclosuresPlace) {
  return std::array<std::string_view, 2>{"below-signature", "below-text"};
}

/// Stacked: name and position one below the other, room for the signature above them. OneLine: position, signature and name side by side.
enum class SignatureForm { Stacked, OneLine };

constexpr auto names_of(SignatureForm) {
  return std::array<std::string_view, 2>{"stacked", "one-line"};
}

/// What stands at the head of page 2 and of those that follow.
enum class Continuation { RecipientDatePage, PageNumber };

constexpr auto names_of(Continuation) {
  return std::array<std::string_view, 2>{"recipient-date-page", "page-number"};
}

struct Margins {
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double left_over_ten_years = 0;  ///< as `left` where nothing else is said
};

/// Words of the page in one language.
struct LetterheadWords {
  TextPattern page;                         ///< {page} of {pages}
  TextPattern enclosures;                   ///< above or before what is enclosed: {enclosures_count}
  std::optional<TextPattern> registration;  ///< the author's number in a public register: {registration_number}
  std::optional<TextPattern> in_reply_to;   ///< which letter this one answers: {date} in words, {numeric_date}
};

struct Letterhead {
  std::string name;
  Margins margins_mm;
  std::string font;
  double size_pt = 0;
  double line_spacing = 0;          ///< in sizes of the type
  double first_line_indent_mm = 0;  ///< zero: the layout's own
  double corner_width_mm = 0;
  Head head = Head::AsLayout;
  Alignment body = Alignment::Left;
  SalutationPlace salutation = SalutationPlace::Left;
  SubjectPlace subject = SubjectPlace::BelowSalutation;
  EnclosuresPlace enclosures = EnclosuresPlace::BelowSignature;
  SignatureForm signature = SignatureForm::Stacked;
  Continuation continuation = Continuation::RecipientDatePage;
  std::map<Language, LetterheadWords> words;  ///< every language is present

  [[nodiscard]] double left_margin_mm(Keeping kept) const { return kept == Keeping::OverTenYears ? margins_mm.left_over_ten_years : margins_mm.left; }
};

using Letterheads = std::map<std::string, Letterhead, std::less<>>;

/// Every *.toml of the directory. Throws ports::LetterFault: "file:line: reason, what to do".
[[nodiscard]] Letterheads load_letterheads(std::filesystem::path const& directory);

/// Throws ports::LetterFault, naming those that there are, when there is none of that name.
[[nodiscard]] Letterhead const& letterhead_named(Letterheads const& letterheads, std::string_view name);

}  // namespace redress::letters
