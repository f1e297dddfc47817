// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a role may do, as data. An action is a command, by the name it has everywhere, or one of the privileges below: nothing else can be allowed, and what no
// role allows is forbidden.

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/enumeration.hpp"
#include "engine/domain/money.hpp"

namespace redress {

/// What may be done with the API that is no command on a complaint.
enum class Privilege {
  ReadComplaints,
  ReadHistory,
  ReadLetters,
  ReadIntake,
  ReadOutbox,
  ReadUsers,
  ReadReadings,
  ReadRules,
  DeliverMail,
  DecideMail,
  ManageUsers,
};

constexpr auto names_of(Privilege) {
  return std::array<std::string_view, 11>{"read-complaints", "read-history", "read-letters", "read-intake", "read-outbox", "read-users",
                                          "read-readings",   "read-rules",   "deliver-mail", "decide-mail", "manage-users"};
}

struct Role {
  std::string name;
  std::vector<std::string> may;      ///< actions; "draft-*" means every action that begins so, "*" means all
  std::optional<Money> remedy_most;  ///< the largest compensation whoever has only such roles may propose; empty: what the organisation lets them
};

using Roles = std::map<std::string, Role, std::less<>>;

/// Whether an entry of a role, or of the scopes of a token, means that action.
[[nodiscard]] constexpr bool means(std::string_view entry, std::string_view action) {
  if (entry.empty() || entry.back() != '*') return entry == action;
  entry.remove_suffix(1);
  return action.starts_with(entry);
}

}  // namespace redress
