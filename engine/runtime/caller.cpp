// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/caller.hpp"

#include <algorithm>

namespace redress::runtime {

namespace {

bool any_means(std::vector<std::string> const& entries, std::string_view action) {
  return std::ranges::any_of(entries, [&](auto const& entry) { return means(entry, action); });
}

Role const* role_named(Roles const& roles, std::string const& name) {
  auto const found = roles.find(name);
  return found == roles.end() ? nullptr : &found->second;
}

}  // namespace

bool may(Roles const& roles, Caller const& caller, std::string_view action) {
  switch (caller.kind) {
    case CallerKind::Nobody:
      return false;
    case CallerKind::Operator:
      return true;
    case CallerKind::Person:
    case CallerKind::Program:
      break;
  }
  if (caller.scopes && !any_means(*caller.scopes, action)) return false;
  return std::ranges::any_of(caller.roles, [&](auto const& name) {
    auto const* role = role_named(roles, name);
    return role != nullptr && any_means(role->may, action);
  });
}

std::optional<Money> remedy_most(Roles const& roles, Caller const& caller) {
  std::optional<Money> most;
  for (auto const& name : caller.roles) {
    auto const* role = role_named(roles, name);
    if (role == nullptr || !any_means(role->may, "propose-remedy")) continue;
    if (!role->remedy_most) return std::nullopt;
    if (!most || most->minor_units < role->remedy_most->minor_units) most = role->remedy_most;
  }
  return most;
}

}  // namespace redress::runtime
