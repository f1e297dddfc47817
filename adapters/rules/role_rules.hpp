// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads who may do what: the roles (docs/reference/roles.md). Like all rules they are read and checked whole at start; a command, a privilege or a key nobody
// knows is refused at its line.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/role.hpp"

namespace redress::rules {

/// `commands` are those that people give. What a role writes with "*" is told out in what it may. Throws RuleFault.
[[nodiscard]] Roles load_roles(std::filesystem::path const& path, std::vector<std::string_view> const& commands);

}  // namespace redress::rules
