// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every file of patterns has: how its language is read, groups of words, and patterns whose mistakes are told with file and line.

#include <string_view>

#include "adapters/wording/pattern.hpp"
#include "adapters/wording/reviewed_text.hpp"
#include "adapters/wording/vocabulary.hpp"
#include "adapters/wording/wording_table.hpp"

namespace redress::wording {

/// Small letters, digits and hyphens: "sorry-if".
[[nodiscard]] bool is_kebab(std::string_view name);

/// The keys "abbreviations" and "written_out"; both may be absent. Throws WordingFault, as do the others.
[[nodiscard]] ReadingHabits read_habits(WordingTable& file);

/// The table "groups"; none when it is absent.
[[nodiscard]] WordGroups read_groups(WordingTable& file, ReadingHabits const& habits, Vocabulary& vocabulary);

[[nodiscard]] Pattern compiled(WordingTable const& table, Line const& line, WordGroups const& groups, ReadingHabits const& habits, Vocabulary& vocabulary);

}  // namespace redress::wording
