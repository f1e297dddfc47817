// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_out/smtp_pool.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "adapters/mail_out/smtp_session.hpp"

namespace redress::mail_out {

namespace {

using std::chrono::steady_clock;

/// How long we make do with fewer connections when the server would take no more of them.
constexpr std::chrono::minutes content_with_fewer{1};

}  // namespace

SmtpPool::SmtpPool(SmtpSettings settings) : settings_(std::move(settings)), allowed_(settings_.connections_most), closing_([this] { close_idle_ones(); }) {}

SmtpPool::~SmtpPool() {
  {
    std::scoped_lock const lock(mutex_);
    is_stopping_ = true;
    changed_.notify_all();
  }
  closing_.join();
}

void SmtpPool::Lease::replace() {
  open_.connection.reset();
  open_ = {open_session(pool_.settings_), 1, false, {}};
}

SmtpPool::Open SmtpPool::take() {
  std::vector<Open> hung_up;  // closed when the lock is gone
  Lock lock(mutex_);
  for (;;) {
    if (steady_clock::now() >= fewer_until_) allowed_ = settings_.connections_most;
    while (!idle_.empty()) {
      auto open = std::move(idle_.back());
      idle_.pop_back();
      if (!open.connection->is_quiet()) {
        --count_;
        hung_up.push_back(std::move(open));
        continue;
      }
      ++open.messages;
      return open;
    }
    if (count_ >= allowed_)
      changed_.wait(lock);
    else if (auto open = open_one(lock))
      return std::move(*open);
  }
}

std::optional<SmtpPool::Open> SmtpPool::open_one(Lock& lock) {
  ++count_;
  lock.unlock();
  try {
    return Open{open_session(settings_), 1, false, {}};
  } catch (SmtpTurnedAway const&) {
    // A server that takes no more connections now is content with those that we have.
    if (!give_up_one(lock)) throw;
  } catch (SmtpFault const&) {
    (void)give_up_one(lock);
    throw;
  }
  allowed_ = count_;
  fewer_until_ = steady_clock::now() + content_with_fewer;
  return std::nullopt;
}

bool SmtpPool::give_up_one(Lock& lock) {
  lock.lock();
  --count_;
  changed_.notify_all();
  return count_ > 0;
}

void SmtpPool::give_back(Open open) {
  Open worn_out;
  std::scoped_lock const lock(mutex_);
  if (open.connection == nullptr || open.messages >= settings_.letters_per_connection) {
    worn_out = std::move(open);
    --count_;
  } else {
    open.last_used = steady_clock::now();
    idle_.push_back(std::move(open));
  }
  changed_.notify_all();
}

void SmtpPool::close_idle_ones() {
  Lock lock(mutex_);
  while (!is_stopping_) {
    if (auto overdue = take_overdue(); !overdue.empty()) {
      lock.unlock();
      overdue.clear();
      lock.lock();
    } else if (idle_.empty()) {
      changed_.wait(lock);
    } else {
      changed_.wait_until(lock, idle_.front().last_used + settings_.idle_timeout);
    }
  }
}

std::vector<SmtpPool::Open> SmtpPool::take_overdue() {
  auto const now = steady_clock::now();
  auto const first_kept = std::ranges::find_if(idle_, [&](Open const& open) { return open.last_used + settings_.idle_timeout > now; });
  std::vector<Open> overdue(std::move_iterator(idle_.begin()), std::move_iterator(first_kept));
  idle_.erase(idle_.begin(), first_kept);
  count_ -= static_cast<int>(overdue.size());
  if (!overdue.empty()) changed_.notify_all();
  return overdue;
}

}  // namespace redress::mail_out
