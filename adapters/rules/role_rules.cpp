// SPDX-License-Identifier: Apache-2.0
#include "adapters/rules/role_rules.hpp"

#include <algorithm>
#include <ranges>

#include <fmt/format.h>

#include "adapters/rules/rule_file.hpp"
#include "adapters/rules/rules.hpp"

namespace redress::rules {
namespace {

/// "draft-letter" may be meant by its name, by "draft-*" and by "*".
std::vector<std::string> ways_to_mean(std::vector<std::string_view> const& commands) {
  std::vector<std::string> ways{"*"};
  for (auto const command : commands) {
    ways.emplace_back(command);
    for (auto hyphen = command.find('-'); hyphen != std::string_view::npos; hyphen = command.find('-', hyphen + 1))
      ways.push_back(std::string(command.substr(0, hyphen + 1)) + "*");
  }
  std::ranges::sort(ways);
  ways.erase(std::ranges::unique(ways).begin(), ways.end());
  return ways;
}

void add_meant(std::string_view entry, std::vector<std::string_view> const& commands, std::vector<std::string>& may) {
  for (auto const command : commands)
    if (means(entry, command) && std::ranges::find(may, command) == may.end()) may.emplace_back(command);
}

Role read_role(RuleTable entry, std::vector<std::string_view> const& commands) {
  Role role;
  role.name = entry.text("name");
  if (role.name.find(',') != std::string::npos) entry.refuse("name", "the name of a role has no comma");
  auto const ways = ways_to_mean(commands);
  std::vector<std::string_view> const known(ways.begin(), ways.end());
  if (entry.has("commands"))
    for (auto const place : entry.some_of("commands", known)) add_meant(known[place], commands, role.may);
  if (entry.has("privileges"))
    for (auto const place : entry.some_of("privileges", names_of(Privilege{}))) role.may.emplace_back(names_of(Privilege{})[place]);
  if (role.may.empty()) entry.refuse("name", fmt::format("\"{}\" may do nothing; give it \"commands\" or \"privileges\"", role.name));
  if (auto most = entry.optional_table("remedy_most")) {
    role.remedy_most = Money{most->positive_number("minor_units"), most->text("currency")};
    most->end();
  }
  entry.end();
  return role;
}

}  // namespace

Roles load_roles(std::filesystem::path const& path, std::vector<std::string_view> const& commands) {
  RuleTable file(path);
  Roles roles;
  for (auto& entry : file.tables("role")) {
    auto role = read_role(entry, commands);
    if (roles.contains(role.name)) entry.refuse("name", fmt::format("there is a role \"{}\" already", role.name));
    auto name = role.name;
    roles.emplace(std::move(name), std::move(role));
  }
  file.end();
  for (auto const* needed : {"administrator", "program"})
    if (!roles.contains(needed)) throw RuleFault(fmt::format("{}: there must be a role \"{}\"", path.string(), needed));
  return roles;
}

}  // namespace redress::rules
