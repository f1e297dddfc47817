// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/because_document.hpp"

#include <algorithm>

#include "adapters/codec/described.hpp"

namespace redress::http {

namespace {

/// The calendar that was counted by, which need not be the organisation's own.
WorkingCalendar const* calendar_of(std::vector<Because> const& steps, ports::Rulebook const& rulebook) {
  auto const named = std::ranges::find_if(steps, [](Because const& one) { return !one.calendar.empty(); });
  if (named == steps.end()) return nullptr;
  auto const found = rulebook.calendars.find(named->calendar);
  return found == rulebook.calendars.end() ? nullptr : &found->second;
}

}  // namespace

ToldBecause told(std::vector<Because> const& because, DateTelling const& telling) {
  std::vector<std::string> sentences;
  if (auto const* calendar = calendar_of(because, telling.rulebook)) sentences = telling.explainer.sentences(because, *calendar, telling.language);
  sentences.resize(because.size());
  ToldBecause all;
  for (std::size_t i = 0; i < because.size(); ++i) {
    auto& step = all.steps.emplace_back(codec::to_json(because[i])).as_object();
    step["text"] = sentences[i];
    all.text += (all.text.empty() || sentences[i].empty() ? "" : " ") + sentences[i];
  }
  return all;
}

}  // namespace redress::http
