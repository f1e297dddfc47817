// SPDX-License-Identifier: Apache-2.0
#pragma once

// A complaint as the API shows it: everything a handler needs in one object, with names beside identifiers where people read them.

#include <boost/json/object.hpp>
#include <functional>
#include <string>

#include "engine/domain/language.hpp"
#include "engine/domain/projection.hpp"
#include "engine/ports/explainer.hpp"
#include "engine/ports/workflow.hpp"
#include "engine/runtime/engine.hpp"

namespace redress::http {

/// The sentence for something that stands in the way.
using Titles = std::function<std::string(Missing const&)>;

/// `language` is that of the names of staff, and of the deadlines with their reasons.
[[nodiscard]] boost::json::object complaint_document(runtime::View const& view, ports::Rulebook const& rulebook, ports::Explainer const& explainer,
                                                     Language language, Titles const& titles);

/// A row of the list.
[[nodiscard]] boost::json::object row_document(ComplaintRow const& row, ports::Rulebook const& rulebook, Language language);

}  // namespace redress::http
