// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a letter has to say: an answer to every point of complaint, and what the profile asks of letters of its kind. What can be seen in the text is looked for
// there; a mark on a paragraph is believed only for what cannot.

#include "workflows/turn.hpp"

namespace redress::workflows::policies {

/// Every point on record has a paragraph that answers it. Missing: PointLeftOut with the point.
void check_points(Consideration const& at, LetterDocument const& document, MissingList& missing);

/// Everything that the profile has such a letter contain is there. Missing: ContentsMissing with its name.
void check_contents(Consideration const& at, LetterDocument const& document, MissingList& missing);

}  // namespace redress::workflows::policies
