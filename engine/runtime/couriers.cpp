// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/couriers.hpp"

#include <algorithm>
#include <optional>

#include <spdlog/spdlog.h>

namespace redress::runtime {
namespace {

constexpr std::size_t read_at_a_time = 128;
/// One each for paper and for systems, so that mail servers that keep all others waiting do not keep these.
constexpr std::size_t beside_mail = 2;
constexpr Duration pause_after_failure = std::chrono::seconds{5};
/// A clock that was set back, or a message that fell due unnoticed while others wait, costs at most this much.
constexpr Duration longest_rest = std::chrono::seconds{30};
constexpr Duration longest_rest_while_some_wait = std::chrono::seconds{2};

}  // namespace

Couriers::Couriers(Engine& engine, Dispatcher& dispatcher, SendingLimits limits)
    : engine_(engine), dispatcher_(dispatcher), how_many_(static_cast<std::size_t>(limits.mails_at_once) + beside_mail), lanes_(limits) {}

Couriers::~Couriers() {
  stop();
}

void Couriers::start() {
  for (std::size_t i = 0; i < how_many_; ++i) threads_.emplace_back([this] { work(); });
}

void Couriers::wake() {
  std::lock_guard const lock(mutex_);
  is_news_ = true;
  changed_.notify_one();
}

void Couriers::stop() {
  {
    std::lock_guard const lock(mutex_);
    is_stopping_ = true;
    changed_.notify_all();
    stopping_.notify_all();
  }
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

void Couriers::work() {
  Lock lock(mutex_);
  while (!is_stopping_) {
    if (is_hungry_ && !is_reading_)
      read(lock);
    else if (auto const item = lanes_.take(engine_.clock().now()))
      carry(lock, *item);
    else if (should_read())
      read(lock);
    else
      rest(lock);
  }
}

void Couriers::carry(Lock& lock, ports::OutboxItem const& item) {
  bool has_failed = false;
  lock.unlock();
  try {
    dispatcher_.dispatch(item);
  } catch (std::exception const& failure) {
    spdlog::error("outbox item {} could not be dealt with, and will be again: {}", item.id, failure.what());
    has_failed = true;
  }
  lock.lock();
  // The store is in trouble: the item keeps its place meanwhile, or it would be read and tried again at once.
  if (has_failed) stopping_.wait_for(lock, pause_after_failure, [this] { return is_stopping_; });
  is_hungry_ = lanes_.finish(item) || is_hungry_;
  if (is_reading_) finished_while_reading_.insert(item.id);
  // When nothing else is known, the next reading says when what was postponed falls due.
  if (has_failed || lanes_.known() == 0) is_news_ = true;
  changed_.notify_one();
}

bool Couriers::should_read() const {
  return !is_reading_ && (is_news_ || is_more_ || engine_.clock().now() >= look_again_);
}

void Couriers::read(Lock& lock) {
  is_reading_ = true;
  is_news_ = is_hungry_ = is_more_ = false;
  finished_while_reading_.clear();
  auto const most = lanes_.known() + read_at_a_time;
  auto const now = engine_.clock().now();
  auto next = now + pause_after_failure;
  std::vector<ports::OutboxItem> due;
  lock.unlock();
  try {
    due = engine_.store().due_outbox(now, static_cast<std::int64_t>(most));
    auto const queued = engine_.store().next_outbox_due();
    next = !queued ? now + longest_rest : *queued > now ? *queued : now + longest_rest_while_some_wait;
  } catch (std::exception const& failure) {
    spdlog::error("the outbox could not be read, and will be again: {}", failure.what());
  }
  lock.lock();
  look_again_ = next;
  bool const is_all = due.size() < most;
  is_more_ = take_in(std::move(due)) > 0 && !is_all;
  is_reading_ = false;
  changed_.notify_all();
}

std::size_t Couriers::take_in(std::vector<ports::OutboxItem> due) {
  std::size_t taken = 0;
  for (auto& item : due) {
    // What was finished since may have been read as it stood before.
    if (lanes_.knows(item.id) || finished_while_reading_.contains(item.id)) continue;
    taken += lanes_.add(std::move(item)) ? 1 : 0;
  }
  return taken;
}

void Couriers::rest(Lock& lock) {
  auto const now = engine_.clock().now();
  auto until = now + longest_rest;
  if (!is_reading_) until = std::min(until, look_again_);  // whoever reads wakes the others
  if (auto const next = lanes_.next()) until = std::min(until, *next);
  changed_.wait_for(lock, std::max(until - now, Duration{0}));
}

}  // namespace redress::runtime
