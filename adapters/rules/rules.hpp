// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads the rules that are data: working calendars, profiles and the organisation itself, each a TOML file
// (docs/reference/configuration.md). They are read and checked whole at start. A key nobody knows, a language left out, a number below one:
// nothing is guessed and nothing is skipped, the file is refused.

#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>

#include "engine/domain/organisation.hpp"
#include "engine/domain/profile.hpp"
#include "engine/domain/working_calendar.hpp"

namespace redress::rules {

/// A file of rules cannot be used. The text is "file:line: reason", or "file: reason" where there is no line, and says what to do.
class RuleFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// By name: "latvia".
using Calendars = std::map<std::string, WorkingCalendar, std::less<>>;

/// One working calendar; its name is the name of the file.
[[nodiscard]] WorkingCalendar load_calendar(std::filesystem::path const& path);
/// Every *.toml of the directory. A directory without any is refused.
[[nodiscard]] Calendars load_calendars(std::filesystem::path const& directory);
/// One profile; its name is the name of the file. Each of its numbers must come with its source, which stays in the file.
[[nodiscard]] Profile load_profile(std::filesystem::path const& path);
/// The organisation. Whether its calendar and its profile exist is for the caller to see, who knows where they are.
[[nodiscard]] Organisation load_organisation(std::filesystem::path const& path);

}  // namespace redress::rules
