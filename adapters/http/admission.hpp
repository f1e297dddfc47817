// SPDX-License-Identifier: Apache-2.0
#pragma once

// The door: who asks, by bearer token or by the cookie of a session, and whether they may have the route. Here is also the one place where a complaint that is
// about the caller ceases to exist for them: its reference is replaced by one that nobody has, so that every handler answers as it does to any reference it
// does not know.

#include <string>
#include <string_view>

#include "adapters/http/message.hpp"
#include "adapters/http/resources.hpp"
#include "adapters/http/router.hpp"

namespace redress::http {

/// No complaint has it, and none ever will.
inline constexpr std::string_view unknown_reference = "none";

[[nodiscard]] Admit admission(SharedApi const& api, SharedThreads const& threads);

/// The cookie that opens a session, and the same for a browser to forget. Behind https it is one that only our own pages over https can set.
[[nodiscard]] Header session_cookie(Api const& api, std::string_view secret);
[[nodiscard]] Header no_session_cookie(Api const& api);

/// The cookie by which a browser that went to the identity provider is known when it comes back, to be forgotten, and in a request. It is Lax: the browser
/// comes back from another site.
[[nodiscard]] Header attempt_cookie(Api const& api, std::string_view secret);
[[nodiscard]] Header no_attempt_cookie(Api const& api);
[[nodiscard]] std::string attempt_in(Api const& api, Request const& request);

/// Whose attempt it is, for the throttle: the other end of the connection, or whoever the proxy before us says.
[[nodiscard]] std::string address_of(Api const& api, Request const& request);

/// Throws RequestFault when a browser says that the request was made by a page that is not ours.
void refuse_other_sites(Api const& api, Request const& request);

}  // namespace redress::http
