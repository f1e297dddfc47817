// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who read what, noted by the route that answered: every route that needs a privilege to read is recorded, and whoever is turned away at the door. What is
// noted names the route by its pattern; of the path and the query only what is an identifier of ours, or a digest, goes into the record.

#include "adapters/http/resources.hpp"
#include "adapters/http/router.hpp"

namespace redress::http {

/// Has the handler of a route that reads anything note what came of it. Other routes stay as they are.
void note_readings(Route& route, SharedApi const& api);

/// Somebody was turned away at the door: by their roles, or because the complaint is about them.
void note_turned_away(Api const& api, Match const& match, ports::ReadOutcome outcome);

}  // namespace redress::http
