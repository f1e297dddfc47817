// SPDX-License-Identifier: Apache-2.0
#pragma once

// Connections to the mail server that stay open from one message to the next: several at once, each for so many messages, and none idle for long. Private to
// this adapter.

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "adapters/mail_out/smtp_connection.hpp"

namespace redress::mail_out {

class SmtpPool {
 public:
  explicit SmtpPool(SmtpSettings settings);
  SmtpPool(SmtpPool const&) = delete;
  SmtpPool& operator=(SmtpPool const&) = delete;
  ~SmtpPool();  ///< every lease has ended

  /// One open connection with what is known of it.
  struct Open {
    std::unique_ptr<SmtpConnection> connection;
    int messages = 0;  ///< begun on it
    bool reset_is_due = false;
    std::chrono::steady_clock::time_point last_used{};
  };

  /// A connection for one message; goes back into the pool, or is closed when it broke.
  class Lease {
   public:
    explicit Lease(SmtpPool& pool) : pool_(pool), open_(pool.take()) {}
    Lease(Lease const&) = delete;
    Lease& operator=(Lease const&) = delete;
    ~Lease() { pool_.give_back(std::move(open_)); }

    [[nodiscard]] Open& operator*() { return open_; }
    /// Whether an earlier message went over it: it may have gone stale since.
    [[nodiscard]] bool was_used_before() const { return open_.messages > 1; }
    /// The connection is of no more use.
    void close() { open_.connection.reset(); }
    /// Closes it and opens another in its place. Throws SmtpFault.
    void replace();

   private:
    SmtpPool& pool_;
    Open open_;
  };

 private:
  using Lock = std::unique_lock<std::mutex>;

  /// Waits while as many are open as may be. Throws SmtpFault when none can be opened.
  [[nodiscard]] Open take();
  void give_back(Open open);
  /// Empty when the server would take no further one, and there are others to wait for. Throws SmtpFault.
  [[nodiscard]] std::optional<Open> open_one(Lock& lock);
  [[nodiscard]] bool give_up_one(Lock& lock);
  [[nodiscard]] std::vector<Open> take_overdue();
  void close_idle_ones();

  SmtpSettings settings_;
  std::mutex mutex_;  ///< of what follows
  std::condition_variable changed_;
  std::vector<Open> idle_;  ///< the one used last stands last
  int count_ = 0;           ///< idle, lent and being opened
  int allowed_;
  std::chrono::steady_clock::time_point fewer_until_{};
  bool is_stopping_ = false;
  std::thread closing_;
};

}  // namespace redress::mail_out
