// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tells whoever listens that something has changed. Each listener has a queue of its own with an end: one that reads too slowly is cut off
// instead of holding anything up, and finds out by asking again what it missed.

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace redress::http {

enum class Earshot {
  Tell,    ///< the message is for this listener
  Keep,    ///< it is not: it is as if it had not been told
  CutOff,  ///< nothing is, from now on
};

/// Asked, when a message is about to be taken, whether the listener is to hear of what it is about.
using Hears = std::function<Earshot(std::string const& about)>;

/// One listener's end. Messages may be pushed from any thread; one reader takes them.
class Listener {
 public:
  explicit Listener(Hears hears) : hears_(std::move(hears)) {}

  /// Called from any thread when there is something to take, or when the listener was cut off; at once when that is so already. It must be
  /// quick and must not call the listener. Once an empty one is set, no call is under way any more.
  void on_change(std::function<void()> changed);
  [[nodiscard]] std::optional<std::string> take();
  /// Whether it was cut off; what stands in the queue is then worth nothing.
  [[nodiscard]] bool is_cut_off() const;

  void push(std::string const& about, std::string const& message);

 private:
  struct Message {
    std::string about;
    std::string text;
  };

  [[nodiscard]] std::optional<Message> next();

  static constexpr std::size_t longest_queue = 256;

  mutable std::mutex mutex_;
  Hears const hears_;
  std::deque<Message> queue_;
  std::function<void()> changed_;
  bool cut_off_ = false;
};

class Broadcast {
 public:
  /// Hears everything told from now on, for as long as somebody holds it.
  [[nodiscard]] std::shared_ptr<Listener> listen(Hears hears = [](std::string const&) { return Earshot::Tell; });
  /// Never blocks on a listener.
  void tell(std::string const& about, std::string const& message);

 private:
  std::mutex mutex_;
  std::vector<std::weak_ptr<Listener>> listeners_;
};

}  // namespace redress::http
