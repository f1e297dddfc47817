// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a letter costs: composed and rendered to text and HTML, drawn on paper, and what memory a thousand of them leave behind.

namespace redress::bench {

void bench_letters();

}  // namespace redress::bench
