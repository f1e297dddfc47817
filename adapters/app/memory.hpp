// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace redress::app {

/// Gives the memory back to the system that starting needed and running does not: rules and templates are read and checked by threads that have ended since,
/// and by code that is not run again. On the main thread only, for no other may take over what ended threads left (docs/decisions/0014).
void give_back_unused_memory();

}  // namespace redress::app
