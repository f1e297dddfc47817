// SPDX-License-Identifier: Apache-2.0
#pragma once

// The only place time comes from. Everything that depends on time takes it as an argument; the runtime asks here once per command.

#include "engine/domain/time.hpp"

namespace redress::ports {

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Time now() const = 0;
};

}  // namespace redress::ports
