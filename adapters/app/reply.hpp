// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the command line makes of the API's answers, and how it writes what it was told into a path.

#include <string>
#include <string_view>

#include "adapters/http/client.hpp"

namespace redress::app {

/// A name or reference as part of a path: what is no plain word is escaped.
[[nodiscard]] std::string in_path(std::string_view text);

/// A problem as a sentence for people, with everything that is missing.
[[nodiscard]] std::string sentence_of(http::Reply const& reply);

/// Prints the body, or says on standard error what the problem is; answers the exit status.
int print(http::Reply const& reply);

}  // namespace redress::app
