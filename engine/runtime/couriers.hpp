// SPDX-License-Identifier: Apache-2.0
#pragma once

// Threads that carry what stands in the outbox to the dispatcher, several at once, as the lanes allow. Each message is with one of them at a time, so that
// none is sent twice; this node is the only one that sends. The outbox stays the truth: what is in memory is lost with the process and read again.

#include <condition_variable>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "engine/runtime/dispatcher.hpp"
#include "engine/runtime/lanes.hpp"

namespace redress::runtime {

class Couriers {
 public:
  /// The engine and the dispatcher outlive the couriers.
  Couriers(Engine& engine, Dispatcher& dispatcher, SendingLimits limits);
  ~Couriers();  ///< stops
  Couriers(Couriers const&) = delete;
  Couriers& operator=(Couriers const&) = delete;

  void start();
  /// Something was put into the outbox. From any thread.
  void wake();
  /// Returns when every message that is on its way has been answered.
  void stop();

 private:
  using Lock = std::unique_lock<std::mutex>;

  void work();
  void carry(Lock& lock, ports::OutboxItem const& item);
  [[nodiscard]] bool should_read() const;
  void read(Lock& lock);
  /// Answers how many were new.
  std::size_t take_in(std::vector<ports::OutboxItem> due);
  void rest(Lock& lock);

  Engine& engine_;
  Dispatcher& dispatcher_;
  std::size_t how_many_;
  std::mutex mutex_;  ///< of what follows
  std::condition_variable changed_;
  std::condition_variable stopping_;
  Lanes lanes_;
  std::set<std::string> finished_while_reading_;
  Time look_again_;
  bool is_reading_ = false;
  bool is_news_ = true;     ///< the outbox may hold what is due and not known here
  bool is_more_ = false;    ///< the last reading brought something new, and not all there is
  bool is_hungry_ = false;  ///< a lane has room again for what it left in the outbox
  bool is_stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace redress::runtime
