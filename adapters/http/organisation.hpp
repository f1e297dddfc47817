// SPDX-License-Identifier: Apache-2.0
#pragma once

// The organisation as those who work in it need to know it: who there is to name, and by whose clock and calendar its days are counted. No address, number
// or authority of anybody is told.

#include <boost/json/object.hpp>

#include "engine/domain/language.hpp"
#include "engine/ports/workflow.hpp"

namespace redress::http {

[[nodiscard]] boost::json::object organisation_document(ports::Rulebook const& rulebook, Language language);

}  // namespace redress::http
