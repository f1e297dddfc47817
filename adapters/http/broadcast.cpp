// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/broadcast.hpp"

#include <utility>

namespace redress::http {

void Listener::on_change(std::function<void()> changed) {
  std::lock_guard const lock(mutex_);
  changed_ = std::move(changed);
  if (changed_ && (cut_off_ || !queue_.empty())) changed_();
}

std::optional<std::string> Listener::take() {
  std::lock_guard const lock(mutex_);
  if (queue_.empty()) return std::nullopt;
  auto message = std::move(queue_.front());
  queue_.pop_front();
  return message;
}

bool Listener::is_cut_off() const {
  std::lock_guard const lock(mutex_);
  return cut_off_;
}

void Listener::push(std::string const& message) {
  std::lock_guard const lock(mutex_);
  if (queue_.size() == longest_queue) cut_off_ = true;
  if (!cut_off_) queue_.push_back(message);
  if (changed_) changed_();
}

std::shared_ptr<Listener> Broadcast::listen() {
  auto listener = std::make_shared<Listener>();
  std::lock_guard const lock(mutex_);
  std::erase_if(listeners_, [](auto const& one) { return one.expired(); });
  listeners_.push_back(listener);
  return listener;
}

void Broadcast::tell(std::string const& message) {
  std::vector<std::shared_ptr<Listener>> hearing;
  {
    std::lock_guard const lock(mutex_);
    for (auto const& one : listeners_)
      if (auto listener = one.lock()) hearing.push_back(std::move(listener));
  }
  for (auto const& listener : hearing) listener->push(message);
}

}  // namespace redress::http
