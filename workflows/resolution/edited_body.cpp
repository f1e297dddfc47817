// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/edited_body.hpp"

#include "workflows/policies/likeness.hpp"

namespace redress::workflows {
namespace {

/// The composed paragraph of which most has stayed, if that is more than half.
Paragraph const* origin_of(Paragraph const& edited, std::vector<Paragraph> const& composed) {
  constexpr double least = 0.5;
  Paragraph const* best = nullptr;
  double most = least;
  for (auto const& paragraph : composed) {
    auto const share = share_found(paragraph.text, edited.text);
    if (share <= most) continue;
    most = share;
    best = &paragraph;
  }
  return best;
}

}  // namespace

std::vector<Paragraph> edited_body(std::vector<Paragraph> edited, std::vector<Paragraph> const& composed) {
  for (auto& paragraph : edited) {
    if (!paragraph.point.empty() || !paragraph.states.empty()) continue;
    auto const* origin = origin_of(paragraph, composed);
    if (origin == nullptr) continue;
    paragraph.point = origin->point;
    paragraph.states = origin->states;
  }
  return edited;
}

}  // namespace redress::workflows
