// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter's body as somebody has rewritten it. What each paragraph is there for is kept, so that the gate can still look for it.

#include <vector>

#include "engine/domain/letter_document.hpp"

namespace redress::workflows {

/// The edited paragraphs. One that does not say what it is there for takes it from the composed paragraph that it is most like, if it is like one.
[[nodiscard]] std::vector<Paragraph> edited_body(std::vector<Paragraph> edited, std::vector<Paragraph> const& composed);

}  // namespace redress::workflows
