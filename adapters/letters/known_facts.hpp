// SPDX-License-Identifier: Apache-2.0
#pragma once

// The vocabulary of templates: every name that a text may use as an argument or a paragraph may need, which letters have it, and what it
// holds. It is the same in every language. templates/README.md explains each to the people who write letters.

#include "adapters/letters/text_pattern.hpp"
#include "engine/domain/letter_document.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace redress::letters {

/// A list that a paragraph may be repeated for.
enum class List { Points, Questions, Answers };

constexpr auto names_of(List) {
  return std::array<std::string_view, 3>{"points", "questions", "answers"};
}

struct KnownFact {
  std::string_view name;
  std::optional<Use> use;                      ///< empty for what can be needed but not written: "agreed"
  std::span<std::string_view const> keywords;  ///< of a choice: the words it may be
};

/// The fact of that name that a letter of this kind can have; nullptr when it has none.
[[nodiscard]] KnownFact const* fact_named(std::string_view name, LetterKind kind);

/// The value of that name that each entry of the list has; nullptr when it has none.
[[nodiscard]] KnownFact const* entry_named(std::string_view name, List list);

/// Whether every letter has that fact, whatever is on record.
[[nodiscard]] bool is_always_there(std::string_view name);

/// The names that the template of such a letter must write somewhere: what the letter is for, and what a regime asks of it.
[[nodiscard]] std::span<std::string_view const> must_be_written(LetterKind kind);

/// The word by which a template chooses: the name with underscores, for ICU takes no hyphens there.
[[nodiscard]] std::string choice_word(std::string_view name);

}  // namespace redress::letters
