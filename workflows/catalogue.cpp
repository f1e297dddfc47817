// SPDX-License-Identifier: Apache-2.0
#include "workflows/catalogue.hpp"

#include "workflows/escalation/machine.hpp"
#include "workflows/letter/machine.hpp"
#include "workflows/preventive_action/machine.hpp"
#include "workflows/promise/machine.hpp"
#include "workflows/resolution/beside.hpp"
#include "workflows/resolution/machine.hpp"
#include "workflows/waiting/machine.hpp"

namespace redress::workflows {
namespace {

std::vector<BesideEdge> beside_the_road() {
  std::vector<BesideEdge> edges;
  for (auto const& row : resolution::beside_rows()) edges.push_back({row.on, row.stages, row.action, row.guard});
  return edges;
}

}  // namespace

std::span<CatalogueEntry const> catalogue() {
  static std::vector<CatalogueEntry> const all{
      {resolution::machine(), "The road of a complaint", beside_the_road()},
      {waiting::machine(), "Waiting for the complainant", {}},
      {escalation::machine(), "Escalation", {}},
      {letter::machine(), "A letter", {}},
      {promise::machine(), "A promise", {}},
      {preventive_action::machine(), "A preventive action", {}},
  };
  return all;
}

CatalogueEntry const* find_workflow(std::string_view name) {
  for (auto const& entry : catalogue())
    if (entry.machine.name == name) return &entry;
  return nullptr;
}

}  // namespace redress::workflows
