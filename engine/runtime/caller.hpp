// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who asks for something, and the one function that says whether they may. It denies by default: a caller nobody vouched for, a role nobody wrote down and an
// action nobody allowed all mean no.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/identifier.hpp"
#include "engine/domain/role.hpp"
#include "engine/domain/time.hpp"

namespace redress::runtime {

enum class CallerKind {
  Nobody,    ///< did not prove who they are
  Operator,  ///< bears the node's own token: whoever has the data directory
  Person,    ///< a user who logs in, or bears a token of theirs
  Program,   ///< a user who cannot log in; says for whom on the staff it acts
};

struct Caller {
  CallerKind kind = CallerKind::Nobody;
  std::string user;  ///< empty for the operator
  StaffId staff;     ///< as whom they act, and whose conflicts of interest hold; empty for nobody on the staff
  std::vector<std::string> roles;
  std::optional<std::vector<std::string>> scopes;  ///< of the token; empty for a session, which has all the roles allow
  std::string session;                             ///< the digest of the session; empty for a token
  Time session_used_at;
};

/// Whether the caller may do that: a command by its name, or a privilege by its own.
[[nodiscard]] bool may(Roles const& roles, Caller const& caller, std::string_view action);

/// The largest compensation the caller may propose by their roles; empty when these set no limit.
[[nodiscard]] std::optional<Money> remedy_most(Roles const& roles, Caller const& caller);

}  // namespace redress::runtime
