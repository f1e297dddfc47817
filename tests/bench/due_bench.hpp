// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace redress::bench {

/// Due dates with their explanations in one thread: every shipped calendar, and the periods that regimes set.
void bench_due();

}  // namespace redress::bench
