// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace redress::bench {

/// The wording review of a one-page letter in one thread, in each language.
void bench_wording();

}  // namespace redress::bench
