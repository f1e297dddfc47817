// SPDX-License-Identifier: Apache-2.0
#pragma once

// One sync for all who wait for one. Whoever comes while a sync runs may have written too late for it, and shares the next with everybody else who came
// meanwhile: so however many mails arrive at once, their directory is brought to the disk twice at most, and nobody is answered before their own is there.

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace redress::mail_in {

class SharedSync {
 public:
  /// Returns when a sync that began after the call has ended; answers what that one answered, 0 or an error of the system.
  int sync(std::function<int()> const& sync_now) {
    std::unique_lock lock(mutex_);
    auto const mine = next_;
    while (!mine->ended) {
      if (is_running_) {
        changed_.wait(lock);
        continue;
      }
      is_running_ = true;
      next_ = std::make_shared<Round>();
      lock.unlock();
      int const error = sync_now();
      lock.lock();
      *mine = {true, error};
      is_running_ = false;
      changed_.notify_all();
    }
    return mine->error;
  }

 private:
  struct Round {
    bool ended = false;
    int error = 0;
  };

  std::mutex mutex_;
  std::condition_variable changed_;
  std::shared_ptr<Round> next_ = std::make_shared<Round>();  ///< not begun yet
  bool is_running_ = false;
};

}  // namespace redress::mail_in
