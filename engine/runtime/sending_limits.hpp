// SPDX-License-Identifier: Apache-2.0
#pragma once

// How many messages may be on their way at once. Mails are told apart by the domain they go to, so that one that is slow, or does not want us now, holds up
// nobody else's.

#include <cstdint>

namespace redress::runtime {

struct SendingLimits {
  std::int64_t mails_at_once = 8;
  std::int64_t mails_at_once_per_domain = 4;
  std::int64_t mails_per_minute_per_domain = 300;  ///< begun within any minute; 0 for as many as will go
};

}  // namespace redress::runtime
