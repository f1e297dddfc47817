// SPDX-License-Identifier: Apache-2.0
#pragma once

// `redress verify`: the history, and the mail that came in against what became of it.

#include "adapters/app/configuration.hpp"
#include "adapters/app/resources.hpp"
#include "adapters/system/data_directory.hpp"

namespace redress::app {

/// Answers the exit status: 0 when everything is sound, 1 when something was found, and it is on standard error then.
[[nodiscard]] int verify(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources);

}  // namespace redress::app
