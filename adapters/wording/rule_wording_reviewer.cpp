// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/rule_wording_reviewer.hpp"

#include <array>

#include "adapters/wording/readability.hpp"
#include "adapters/wording/rule_book.hpp"
#include "adapters/wording/rule_matching.hpp"
#include "engine/domain/enumeration.hpp"

namespace redress::wording {

struct RuleWordingReviewer::Books {
  std::array<RuleBook, all_languages.size()> of_language;
};

RuleWordingReviewer::RuleWordingReviewer(std::filesystem::path const& templates) {
  auto books = std::make_unique<Books>();
  for (auto const language : all_languages)
    books->of_language[static_cast<std::size_t>(language)] = load_rule_book(templates / name_of(language) / "wording", language);
  books_ = std::move(books);
}

RuleWordingReviewer::~RuleWordingReviewer() = default;

WordingReview RuleWordingReviewer::review(std::string_view text, Language language) const {
  auto const& book = books_->of_language[static_cast<std::size_t>(language)];
  auto const read = read_text(text, book.habits);
  return {findings_in(text, read, book), readability_of(read, language)};
}

}  // namespace redress::wording
