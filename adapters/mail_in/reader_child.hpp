// SPDX-License-Identifier: Apache-2.0
#pragma once

// The far end of `GmimeMailReader`: a process that reads mail after mail and can do little else.

namespace redress::mail_in {

/// Limits this process, then answers requests (mail_frames.hpp) until `in_fd` ends. Answers the exit status.
[[nodiscard]] int run_reader_child(int in_fd, int out_fd);

}  // namespace redress::mail_in
