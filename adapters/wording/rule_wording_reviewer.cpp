// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/rule_wording_reviewer.hpp"

#include <future>
#include <tuple>

#include "adapters/wording/kept_from_first_use.hpp"
#include "adapters/wording/readability.hpp"
#include "adapters/wording/rule_book.hpp"
#include "adapters/wording/rule_matching.hpp"
#include "engine/domain/enumeration.hpp"

namespace redress::wording {

struct RuleWordingReviewer::Books {
  explicit Books(std::function<RuleBook(Language)> load) : kept(std::move(load)) {}

  KeptFromFirstUse<RuleBook> kept;
};

RuleWordingReviewer::RuleWordingReviewer(std::filesystem::path const& templates) {
  auto const load = [templates](Language language) { return load_rule_book(templates / name_of(language) / "wording", language); };
  // On a thread of its own, whose memory goes with it: what is read here is read only to be checked.
  auto const check = [&load] {
    for (auto const language : all_languages) std::ignore = load(language);
  };
  std::async(std::launch::async, check).get();
  books_ = std::make_unique<Books>(load);
}

RuleWordingReviewer::~RuleWordingReviewer() = default;

WordingReview RuleWordingReviewer::review(std::string_view text, Language language) const {
  auto const& book = books_->kept.of(language);
  auto const read = read_text(text, book.habits);
  return {findings_in(text, read, book), readability_of(read, language)};
}

}  // namespace redress::wording
