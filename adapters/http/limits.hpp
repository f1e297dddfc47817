// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much of us a client may have, and for how long. Every time is absolute: a byte now and then does not begin it anew.

#include <chrono>
#include <cstddef>

namespace redress::http {

struct Limits {
  std::size_t connections = 4096;              ///< at most; for one more, whoever has kept us waiting longest has to go
  std::size_t connections_per_address = 4096;  ///< of these, from one address; behind a proxy all come from its own
  std::chrono::milliseconds patience{1000};    ///< nobody has to make room before having kept us waiting for so long
  std::chrono::seconds head_deadline{10};      ///< from the first byte of a request to the end of its header
  std::chrono::seconds body_deadline{120};     ///< for the whole body
  std::chrono::seconds slow_body_grace{10};    ///< for so long a body may come as slowly as it likes, and then
  std::size_t least_body_bytes_per_second = 1024;
  std::chrono::seconds write_deadline{60};  ///< for the whole answer, or one message of a stream
  std::chrono::seconds idle_deadline{60};   ///< between two requests
};

}  // namespace redress::http
