// SPDX-License-Identifier: Apache-2.0
#pragma once

// Dates and times in words, in the grammatical form that their place in a sentence asks for. The forms stand in each language's
// common.toml: libraries know the nominative, and a Latvian letter needs "2026. gada 21. novembrī" and "līdz 2026. gada 21. novembrim".

#include "adapters/letters/template_catalogue.hpp"
#include "engine/domain/time.hpp"

#include <string>

namespace redress::letters {

[[nodiscard]] std::string written(Date date, DateForm const& form);

/// A moment as the complainant's calendar and clock show it.
struct LocalMoment {
  std::string weekday;
  std::string on;
  std::string clock;
  std::string zone;
};

/// `zone` is an IANA name. Throws ports::LetterFault when there is no such zone.
[[nodiscard]] LocalMoment written(Time time, std::string const& zone, CommonTexts const& common, Language language);

}  // namespace redress::letters
