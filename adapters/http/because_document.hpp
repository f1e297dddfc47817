// SPDX-License-Identifier: Apache-2.0
#pragma once

// Why a date falls when it falls, as the API tells it: the steps, each with its sentence, and all sentences one after the other.

#include <string>
#include <vector>

#include <boost/json/array.hpp>

#include "engine/domain/deadline.hpp"
#include "engine/ports/explainer.hpp"
#include "engine/ports/workflow.hpp"

namespace redress::http {

/// What dates are told by.
struct DateTelling {
  ports::Explainer const& explainer;
  ports::Rulebook const& rulebook;
  Language language;
};

struct ToldBecause {
  boost::json::array steps;
  std::string text;
};

/// Without sentences when the calendar that was counted by is not in the house any more.
[[nodiscard]] ToldBecause told(std::vector<Because> const& because, DateTelling const& telling);

}  // namespace redress::http
