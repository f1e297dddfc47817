// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was found out, without blaming anyone: the points of complaint with their answers, facts with their evidence, and a root cause that names a
// circumstance and never a person (domain.md, "investigating").

#include <optional>
#include <string>
#include <vector>

#include "engine/domain/identifier.hpp"
#include "engine/domain/letter_document.hpp"

namespace redress {

struct PointOfComplaint {
  PointId id;
  std::string text;
  std::optional<Finding> finding;  ///< empty until the investigation is concluded
  std::string explanation;

  friend bool operator==(PointOfComplaint const&, PointOfComplaint const&) = default;
};

struct Fact {
  FactId id;
  std::string text;
  std::string evidence;

  friend bool operator==(Fact const&, Fact const&) = default;
};

struct RootCause {
  std::string category;  ///< a word of the organisation's cause taxonomy; holds nothing personal
  std::string circumstance;

  friend bool operator==(RootCause const&, RootCause const&) = default;
};

}  // namespace redress
