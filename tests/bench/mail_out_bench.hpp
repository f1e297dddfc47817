// SPDX-License-Identifier: Apache-2.0
#pragma once

// Letters sent in a second: from the outbox through couriers, dispatcher and kept connections to a mail server in a process of its own, and back into the
// history; beside a bare client that pushes the same bytes to the same server.

namespace redress::bench {

void bench_mail_out();

/// The mail server: takes everything and keeps nothing. Prints its port, and ends with its standard input.
int run_smtp_sink();

}  // namespace redress::bench
