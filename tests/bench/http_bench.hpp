// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace redress::bench {

/// Commands through HTTP beside the raw limit.
void bench_http();
/// What is read through HTTP: a complaint, the worklist with few and with 100,000 complaints behind it, and as small an answer as there is.
void bench_http_reading();
/// A real server: from start to the first answer, and its memory when idle.
void bench_server();

/// A real server with a thousand clients who take their time, and what everybody else waits meanwhile; then with five hundred who only listen, and what they
/// cost.
void bench_guard();

}  // namespace redress::bench
