// SPDX-License-Identifier: Apache-2.0
#include <tuple>

#include <fmt/format.h>

#include "adapters/rules/rule_file.hpp"
#include "adapters/rules/rules.hpp"

namespace redress::rules {
namespace {

/// A number without a source is an opinion: `source` must be there, although nothing is made of it.
Period sourced_period(RuleTable& file, std::string_view key) {
  auto rule = file.table(key);
  auto const period = rule.period("period");
  std::ignore = rule.text("source");
  rule.end();
  return period;
}

std::int64_t sourced_number(RuleTable& file, std::string_view key) {
  auto rule = file.table(key);
  auto const number = rule.positive_number("number");
  std::ignore = rule.text("source");
  rule.end();
  return number;
}

}  // namespace

Profile load_profile(std::filesystem::path const& path) {
  RuleTable file(path);
  Profile profile;
  profile.name = file.name_of_file("name");
  profile.acknowledge_fast = sourced_period(file, "acknowledge_fast");
  profile.acknowledge_slow = sourced_period(file, "acknowledge_slow");
  profile.talk = sourced_period(file, "talk");
  profile.final_response = sourced_period(file, "final_response");
  profile.extensions = sourced_number(file, "extensions");
  profile.extension_at_most = sourced_period(file, "extension_at_most");
  profile.information_within = sourced_period(file, "information_within");
  profile.warn_before = sourced_period(file, "warn_before");
  file.end();
  return profile;
}

}  // namespace redress::rules
