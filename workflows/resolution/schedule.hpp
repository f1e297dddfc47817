// SPDX-License-Identifier: Apache-2.0
#pragma once

// The schedule as the promises on record give it. A letter's schedule is made from this, and is checked against it again when the letter is sent.

#include <vector>

#include "engine/domain/complaint.hpp"
#include "engine/domain/organisation.hpp"

namespace redress::workflows {

/// A row for each promise that is agreed or already settled, in the order in which they were made; proposed and released ones are not promised.
[[nodiscard]] std::vector<ScheduleRow> schedule_on_record(Complaint const& complaint, Organisation const& organisation);

}  // namespace redress::workflows
