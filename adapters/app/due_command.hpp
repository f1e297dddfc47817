// SPDX-License-Identifier: Apache-2.0
#pragma once

// `redress due`: when a deadline falls and why, from the calendars and profiles alone. It opens no store and knows no complaint.

#include <string>

#include "adapters/app/resources.hpp"

namespace redress::app {

enum class DueOutput { Text, Json };

/// What was asked, as it stands on the command line; empty what was not said. Language, channel and milestone are names, checked by the parser.
struct DueQuestion {
  std::string calendar;  ///< empty: the profile's own
  std::string start;
  std::string profile;
  std::string deadline;  ///< empty: all of the profile
  std::string period;
  std::string channel;
  std::string milestone;
  std::string language = "en";
  DueOutput output = DueOutput::Text;
};

/// Answers the exit status: 2, after a sentence on standard error, when the question cannot be understood. Throws when there is no such calendar, profile or
/// deadline; the text names those that there are.
int print_due(DueQuestion const& question, Resources const& resources);

/// The names of all calendars, or profiles, a line each.
int print_calendars(Resources const& resources);
int print_profiles(Resources const& resources);

/// `redress profile`: the reference page of a profile. Throws like print_due.
int print_profile(std::string const& name, Resources const& resources);

}  // namespace redress::app
