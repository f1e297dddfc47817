// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a complaint has cost the person who made it. Lost time and effort anger people more than lost money (rule 9), so it is counted, from the history
// and from nothing else.

#include <cstdint>
#include <string_view>

#include "engine/domain/complaint.hpp"
#include "engine/domain/time.hpp"

namespace redress {

struct Effort {
  std::int64_t contacts_in = 0;   ///< the complainant turned to us, the complaint itself not counted
  std::int64_t contacts_out = 0;  ///< we turned to them
  std::int64_t appointments = 0;
  std::int64_t transfers = 0;    ///< how often another handler took over
  std::int64_t questions = 0;    ///< how often we asked them for something
  std::int64_t repetitions = 0;  ///< how many of the questions they had answered before
  std::int64_t extensions = 0;   ///< how often they agreed to wait longer
  std::int64_t days_waited = 0;  ///< whole days of 24 hours from receipt until the end; the time between an end and a reopening is not counted

  friend bool operator==(Effort const&, Effort const&) = default;
};

/// As it stands at `now`, which does not matter once the complaint has ended.
[[nodiscard]] Effort effort_of(Complaint const& complaint, Time now);

/// Whether the complainant was asked this before and answered. Blanks, punctuation and the size of Latin letters do not make it another question.
[[nodiscard]] bool is_answered(Complaint const& complaint, std::string_view question);

}  // namespace redress
