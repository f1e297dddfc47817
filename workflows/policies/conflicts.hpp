// SPDX-License-Identifier: Apache-2.0
#pragma once

// Conflicts of interest (rule 11): whoever is complained about has no part in the complaint, and whoever leads them does not decide its remedy. Whom a
// complaint is about, and who leads whom, is data.

#include "workflows/turn.hpp"

namespace redress::workflows::policies {

/// Whether the complaint is about that member of staff. Nobody is concerned by none.
[[nodiscard]] bool is_concerned(Complaint const& complaint, StaffId const& staff);
/// Whether that member of staff leads somebody the complaint is about.
[[nodiscard]] bool leads_concerned(Organisation const& organisation, Complaint const& complaint, StaffId const& staff);
/// Whether the command decides what the complainant gets, or who may know of the complaint: neither is for whoever leads those it is about.
[[nodiscard]] bool needs_distance(std::string_view command);
/// Whether a conflict of interest keeps that member of staff from the command.
[[nodiscard]] bool is_kept_from(Organisation const& organisation, Complaint const& complaint, StaffId const& staff, std::string_view command);

/// Whoever is named works here, and was not named before.
struct StaffCanBeNamed {
  static void check(Consideration const& at, MissingList& missing);
};

/// Leave to read is for somebody whom the complaint is about, and for hours, not weeks.
struct GlassCanBeBroken {
  static void check(Consideration const& at, MissingList& missing);
};

}  // namespace redress::workflows::policies
