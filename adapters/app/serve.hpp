// SPDX-License-Identifier: Apache-2.0
#pragma once

// `redress serve`: a node with its API and all its workers, until SIGTERM or SIGINT.

#include <string>

#include "adapters/app/configuration.hpp"
#include "adapters/app/resources.hpp"
#include "adapters/system/data_directory.hpp"

namespace redress::app {

enum class Demonstration { No, Yes };

/// Answers the exit status.
int serve(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources, Demonstration demonstration);

}  // namespace redress::app
