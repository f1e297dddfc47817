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
  // Asking may take its time, and whoever pushes must not wait for it.
  while (auto message = next()) {
    auto const earshot = hears_(message->about);
    if (earshot == Earshot::Tell) return std::move(message->text);
    if (earshot == Earshot::Keep) continue;
    std::lock_guard const lock(mutex_);
    cut_off_ = true;
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Listener::Message> Listener::next() {
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

void Listener::push(std::string const& about, std::string const& message) {
  std::lock_guard const lock(mutex_);
  if (queue_.size() == longest_queue) cut_off_ = true;
  if (!cut_off_) queue_.push_back({about, message});
  if (changed_) changed_();
}

std::shared_ptr<Listener> Broadcast::listen(Hears hears) {
  auto listener = std::make_shared<Listener>(std::move(hears));
  std::lock_guard const lock(mutex_);
  std::erase_if(listeners_, [](auto const& one) { return one.expired(); });
  listeners_.push_back(listener);
  return listener;
}

void Broadcast::tell(std::string const& about, std::string const& message) {
  std::vector<std::shared_ptr<Listener>> earshot;
  {
    std::lock_guard const lock(mutex_);
    for (auto const& one : listeners_)
      if (auto listener = one.lock()) earshot.push_back(std::move(listener));
  }
  for (auto const& listener : earshot) listener->push(about, message);
}

}  // namespace redress::http
