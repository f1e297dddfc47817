// SPDX-License-Identifier: Apache-2.0
#pragma once

// The program itself as a process of its own, with fresh data on a free port, for as long as this lives.

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <string>

#include "tests/bench/measurement.hpp"

namespace redress::bench {

class Program {
 public:
  /// Returns when it listens. Throws std::runtime_error when it cannot be started.
  Program();
  ~Program();
  Program(Program const&) = delete;
  Program& operator=(Program const&) = delete;

  /// "http://127.0.0.1:8080"
  [[nodiscard]] std::string const& address() const { return address_; }
  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] std::string token() const;

  [[nodiscard]] double resident_megabytes() const;
  [[nodiscard]] long threads() const;
  /// Processor time of all its threads so far.
  [[nodiscard]] std::chrono::milliseconds processor_time() const;

 private:
  [[nodiscard]] long status(std::string const& name) const;

  Folder const folder_;
  std::string address_;
  pid_t process_ = 0;
};

}  // namespace redress::bench
