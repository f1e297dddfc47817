// SPDX-License-Identifier: Apache-2.0
#pragma once

// A workflow drawn in a language that other tools read, straight from its transition table.

#include <array>
#include <string>
#include <string_view>

#include "workflows/catalogue.hpp"

namespace redress::workflows {

enum class DiagramFormat { Mermaid, Dot, Scxml, Json };

constexpr auto names_of(DiagramFormat) {
  return std::array<std::string_view, 4>{"mermaid", "dot", "scxml", "json"};
}

[[nodiscard]] std::string draw(CatalogueEntry const& entry, DiagramFormat format);

/// The reference page of a workflow, in Markdown (docs/reference/workflows).
[[nodiscard]] std::string reference_page(CatalogueEntry const& entry);

}  // namespace redress::workflows
