// SPDX-License-Identifier: Apache-2.0
#pragma once

// A profile as people read it: its deadlines with how they count and where each number comes from, and what else the regime asks.

#include <boost/json/object.hpp>

#include "engine/domain/language.hpp"
#include "engine/domain/profile.hpp"
#include "engine/ports/workflow.hpp"

namespace redress::http {

/// A row of the list.
[[nodiscard]] boost::json::object profile_row(Profile const& profile, ports::Rulebook const& rulebook, Language language);
[[nodiscard]] boost::json::object profile_document(Profile const& profile, ports::Rulebook const& rulebook, Language language);

}  // namespace redress::http
