// SPDX-License-Identifier: Apache-2.0
#pragma once

// Users as the API shows them, and what may be wrong with one as a problem.

#include <boost/json/object.hpp>

#include "adapters/http/api.hpp"
#include "adapters/http/message.hpp"
#include "engine/runtime/access_desk.hpp"

namespace redress::http {

[[nodiscard]] boost::json::object user_document(Api const& api, ports::User const& user);
/// What somebody who logged in needs to know of themselves: as a user, with everything they may do.
[[nodiscard]] boost::json::object session_document(Api const& api, runtime::Caller const& caller);
[[nodiscard]] Response account_problem(runtime::AccountFault fault);

}  // namespace redress::http
