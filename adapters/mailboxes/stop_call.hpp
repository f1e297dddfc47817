// SPDX-License-Identifier: Apache-2.0
#pragma once

// A call to stop, which ends every wait for the network at once. Given from any thread, once and for good.

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <system_error>

namespace redress::mailboxes {

/// Nothing went wrong: we were told to stop.
struct Stopped {};

class StopCall {
 public:
  StopCall() : fd_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    if (fd_ < 0) throw std::system_error(errno, std::generic_category(), "a mailbox cannot be watched");
  }
  StopCall(StopCall const&) = delete;
  StopCall& operator=(StopCall const&) = delete;
  ~StopCall() { ::close(fd_); }

  void give() {
    given_ = true;
    std::uint64_t const one = 1;
    [[maybe_unused]] auto const written = ::write(fd_, &one, sizeof one);
  }
  [[nodiscard]] bool is_given() const { return given_; }

  enum class Waited { Readable, TimedOut };
  /// Until the socket (-1: none) has something to read or the time is over; throws Stopped when the call comes first.
  [[nodiscard]] Waited wait_for(int socket, std::chrono::milliseconds longest) const {
    std::array<pollfd, 2> watched{pollfd{fd_, POLLIN, 0}, pollfd{socket, POLLIN, 0}};
    int const ready = ::poll(watched.data(), watched.size(), static_cast<int>(longest.count()));
    if (given_) throw Stopped{};
    return ready == 0 ? Waited::TimedOut : Waited::Readable;  // a signal wakes too: whoever waits looks again
  }

 private:
  int fd_;
  std::atomic<bool> given_ = false;
};

}  // namespace redress::mailboxes
