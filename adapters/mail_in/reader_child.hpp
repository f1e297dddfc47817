// SPDX-License-Identifier: Apache-2.0
#pragma once

// The far end of `GmimeMailReader`: a process that reads mail after mail and can do little else.

#include <functional>
#include <string>
#include <string_view>

#include "adapters/mail_in/mail_frames.hpp"

namespace redress::mail_in {

using ReadOne = std::function<Reading(std::string_view raw)>;

/// By read_in_this_process, with the server whose word on senders is believed; empty: nobody's.
[[nodiscard]] ReadOne reading_that_believes(std::string authserv_id);

/// Limits this process, then answers requests (mail_frames.hpp) until `in_fd` ends. Answers the exit status.
[[nodiscard]] int run_reader_child(int in_fd, int out_fd, ReadOne const& read = reading_that_believes({}));

}  // namespace redress::mail_in
