// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace redress::bench {

/// Taking the next hundred deadlines from a store in which 10,000 run, and from one in which 1,000,000 do; the ratio of the two.
void bench_deadlines();
/// A year with 100,000 complaints in one thread: how long it takes. Throws when a deadline did not fire as it must.
void bench_year();

}  // namespace redress::bench
