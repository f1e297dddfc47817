// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes down who read what, beside the requests: a reading is taken in memory and is durable within a second. An orderly stop writes what is left; a process
// that is killed loses at most what was read in its last second. While the store cannot be written readings wait, up to a number; what comes beyond it is
// counted as lost, for reading must not end because its record cannot be kept.
//
// The same thing read again by the same user within a few minutes is one reading: screens ask anew by themselves.

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

#include "engine/ports/clock.hpp"
#include "engine/ports/read_log.hpp"
#include "engine/runtime/worker.hpp"

namespace redress::runtime {

class ReadRecorder {
 public:
  static constexpr Duration written_every = std::chrono::seconds{1};
  static constexpr Duration one_reading = std::chrono::minutes{5};
  static constexpr std::size_t waiting_most = 50'000;

  /// Both outlive it. Readings older than `kept` are forgotten.
  ReadRecorder(ports::ReadLog& log, ports::Clock const& clock, Duration kept);
  ~ReadRecorder();  ///< stops

  /// Sets the moment. Does not wait for the store; from any thread.
  void note(ports::Reading reading);
  /// Writes what waits, now. Throws ports::StoreFault, and keeps it then.
  void write();

  void start();
  void stop();

  /// How many readings have no record, because there was no room for more.
  [[nodiscard]] std::int64_t lost() const { return lost_; }

 private:
  [[nodiscard]] Duration work();

  ports::ReadLog& log_;
  ports::Clock const& clock_;
  Duration kept_;
  Time forgotten_at_{};
  std::mutex writing_;
  std::mutex mutex_;
  std::vector<ports::Reading> waiting_;
  std::map<std::string, Time> recent_;  ///< when each was noted last
  std::atomic<std::int64_t> lost_ = 0;
  Worker worker_;
};

}  // namespace redress::runtime
