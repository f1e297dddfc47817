// SPDX-License-Identifier: Apache-2.0
#pragma once

// A thread that does a piece of work whenever it is woken or its time has come, until it is stopped.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "engine/domain/time.hpp"

namespace redress::runtime {

class Worker {
 public:
  /// `work` answers how long to sleep until it is called again; it may throw, and is then called again after a pause. `name` stands in the log.
  Worker(std::string name, std::function<Duration()> work);
  ~Worker();  ///< stops

  void start();
  /// Calls `work` soon, or once more when it is running now. From any thread.
  void wake();
  /// Returns when the thread has ended.
  void stop();

 private:
  void run();

  std::string name_;
  std::function<Duration()> work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace redress::runtime
