// SPDX-License-Identifier: Apache-2.0
#pragma once

// A gate that opens once, for all who wait at it. The standard library's waiting on an atomic gives the processor away several times before it sleeps, which
// costs more than what is waited for here; this one sleeps at once (futex(2)). Whoever opens it wakes one of those who wait, and that one wakes the others:
// waking many takes as long as writing what they wait for, and whoever opens has more to write.

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <climits>
#include <cstdint>

namespace redress::runtime {

class Gate {
 public:
  void wait() {
    if (is_open()) return;
    while (!is_open()) call(FUTEX_WAIT_PRIVATE, closed);
    if (!others_woken_.exchange(true, std::memory_order_relaxed)) call(FUTEX_WAKE_PRIVATE, INT_MAX);
  }
  void open() {
    state_.store(opened, std::memory_order_release);
    call(FUTEX_WAKE_PRIVATE, 1);
  }

 private:
  static constexpr std::uint32_t closed = 0;
  static constexpr std::uint32_t opened = 1;

  [[nodiscard]] bool is_open() const { return state_.load(std::memory_order_acquire) == opened; }
  void call(int operation, std::uint32_t value) { ::syscall(SYS_futex, reinterpret_cast<std::uint32_t*>(&state_), operation, value, nullptr, nullptr, 0); }

  std::atomic<std::uint32_t> state_{closed};
  std::atomic<bool> others_woken_{false};
  static_assert(sizeof(std::atomic<std::uint32_t>) == sizeof(std::uint32_t), "the kernel looks at the number itself");
};

}  // namespace redress::runtime
