// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the API listens, and how many connections this process can carry.

#include <string>

#include "adapters/http/server.hpp"

namespace redress::app {

/// `listen` is HOST:PORT. Lets this process open as many files and connections as the system allows it at all, for what a system gives it to begin with, 1024
/// on most, is meant for programs that ask select(2); and makes the limit of connections fit into that. Throws std::runtime_error.
[[nodiscard]] http::Settings listening_on(std::string const& listen, http::Limits limits);

}  // namespace redress::app
