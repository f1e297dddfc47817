// SPDX-License-Identifier: Apache-2.0
#pragma once

// A complaint as the API shows it: everything a handler needs in one object, with names beside identifiers where people read them.

#include <boost/json/object.hpp>
#include <functional>
#include <string>

#include "engine/domain/language.hpp"
#include "engine/domain/projection.hpp"
#include "engine/ports/explainer.hpp"
#include "engine/ports/letter_writer.hpp"
#include "engine/ports/workflow.hpp"
#include "engine/runtime/engine.hpp"

namespace redress::http {

/// The sentence for something that stands in the way.
using Titles = std::function<std::string(Missing const&)>;

/// What a complaint is told by.
struct Tellers {
  ports::Explainer const& explainer;
  ports::LetterWriter const& letters;
  Titles titles;
};

/// `language` is that of the names of staff, and of the deadlines with their reasons. The situation is told in the complaint's own.
[[nodiscard]] boost::json::object complaint_document(runtime::View const& view, ports::Rulebook const& rulebook, Tellers const& tellers, Language language);

/// A row of the list.
[[nodiscard]] boost::json::object row_document(ComplaintRow const& row, ports::Rulebook const& rulebook, Language language);

}  // namespace redress::http
