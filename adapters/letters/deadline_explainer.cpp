// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/deadline_explainer.hpp"

#include "adapters/letters/deadline_texts.hpp"
#include "adapters/letters/explained_steps.hpp"

#include <algorithm>

namespace redress::letters {

DeadlineExplainer::DeadlineExplainer(std::filesystem::path const& templates_directory) {
  for (auto const language : all_languages) texts_.emplace(language, std::make_unique<DeadlineTexts const>(read_deadline_texts(templates_directory, language)));
}

DeadlineExplainer::~DeadlineExplainer() = default;

std::vector<std::string> DeadlineExplainer::sentences(std::vector<Because> const& because, WorkingCalendar const& calendar, Language language) const {
  return explained(because, {*texts_.at(language), calendar, language});
}

std::string DeadlineExplainer::title(DeadlineName const& name, Profile const* profile, Language language) const {
  if (name == deadline_names::promise) return texts_.at(language)->promise;
  if (name == deadline_names::information) return texts_.at(language)->information;
  if (profile == nullptr) return name.value;
  auto const rule = std::ranges::find(profile->deadlines, name, &DeadlineRule::name);
  return rule == profile->deadlines.end() ? name.value : rule->title.at(language);
}

std::string DeadlineExplainer::moment(Time due, WorkingCalendar const& calendar, Language language) const {
  return short_moment(due, {*texts_.at(language), calendar, language});
}

}  // namespace redress::letters
