// SPDX-License-Identifier: Apache-2.0
// Who may do what, by role: the matrix that those who answer for it read. It says what roles.toml says, told out.
#include <algorithm>
#include <ranges>

#include <boost/json/array.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

using boost::json::array;
using boost::json::object;

bool is_privilege(std::string_view action) {
  return enumerator_named<Privilege>(action).has_value();
}

/// Those of the actions that are commands, and those that are privileges, in their order.
template <class Wanted>
object sorted(std::vector<std::string> const& actions, Wanted wanted) {
  array commands, privileges;
  for (auto const& action : actions)
    if (wanted(action)) (is_privilege(action) ? privileges : commands).push_back(boost::json::string(action));
  return {{"commands", std::move(commands)}, {"privileges", std::move(privileges)}};
}

object role_document(Role const& role, std::vector<std::string> const& actions) {
  auto shown = sorted(actions, [&](auto const& action) { return std::ranges::any_of(role.may, [&](auto const& entry) { return means(entry, action); }); });
  shown["name"] = role.name;
  shown["remedy_most"] = role.remedy_most ? codec::to_json(*role.remedy_most) : boost::json::value();
  return shown;
}

Response roles(Api const& api) {
  auto const& actions = api.access_desk.actions();
  auto shown = sorted(actions, [](auto const&) { return true; });
  array all;
  for (auto const& role : api.access_desk.roles() | std::views::values) all.push_back(role_document(role, actions));
  shown["roles"] = std::move(all);
  return json_answer(200, shown);
}

}  // namespace

void add_roles(Router& router, SharedApi const& api) {
  router.add({"GET", "/api/v1/roles", Need::to(Privilege::ReadRules), answering([api](Request const&) { return roles(*api); })});
}

}  // namespace redress::http
