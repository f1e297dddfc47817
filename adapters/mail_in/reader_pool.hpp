// SPDX-License-Identifier: Apache-2.0
#pragma once

// The child processes that read mail, a few of them. Each reads one mail after another; one that dies, hangs or has read many is replaced. A child that has
// been at one mail for long no longer counts among those at work: another starts in its place, and it gets what processor time the others leave
// (reader_child.cpp). So mails that take all the time they may hold up the others little, and only when there are many of them at once does anybody wait for
// one.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <expected>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/mail_in/mail_frames.hpp"
#include "adapters/mail_in/mail_limits.hpp"
#include "adapters/mail_in/reader_process.hpp"

namespace redress::mail_in {

struct PoolSize {
  std::size_t at_work = 2;  ///< children that read, those that take long aside
  std::size_t most = 6;     ///< all of them
};

/// As many at work as there are processors, but two, and four more for mails that take long.
[[nodiscard]] PoolSize usual_pool_size();

class ReaderPool {
 public:
  ReaderPool(std::vector<std::string> command, PoolSize size) : command_(std::move(command)), size_(size) {}

  /// One mail, read; waits for a child first. From any thread.
  [[nodiscard]] std::expected<Reading, ReaderTrouble> read(std::string_view raw, std::chrono::milliseconds patience);
  /// One of its files, likewise.
  [[nodiscard]] std::expected<FileReading, ReaderTrouble> file(std::string_view raw, std::size_t place, std::chrono::milliseconds patience);

 private:
  using Clock = std::chrono::steady_clock;

  struct Place {
    ReaderProcess child;  ///< not running until its first mail
    Clock::time_point since;
    enum class State { Idle, AtWork, TakesLong } state = State::Idle;
  };

  [[nodiscard]] Place& take();
  /// Answers when the next of them will have taken long.
  Clock::time_point set_aside_what_takes_long();
  [[nodiscard]] std::size_t count(Place::State state) const;
  void give_back(Place& place);
  template <class Answer>
  using Decode = std::optional<Answer> (*)(std::string_view bytes);

  /// A mail, what is wanted of it, and how long we wait.
  struct Request {
    std::string_view raw;
    Wanted wanted;
    std::chrono::milliseconds patience;
  };

  template <class Answer>
  [[nodiscard]] std::expected<Answer, ReaderTrouble> ask(Request const& request, Decode<Answer> decode);
  template <class Answer>
  [[nodiscard]] std::expected<Answer, ReaderTrouble> ask_at(Place& place, Request const& request, Decode<Answer> decode);
  [[nodiscard]] std::expected<std::string, ReaderTrouble> exchange_at(Place& place, Request const& request);

  std::vector<std::string> command_;
  PoolSize size_;
  std::mutex mutex_;  ///< of what follows; whoever took a place uses its child without
  std::condition_variable changed_;
  std::list<Place> places_;
};

}  // namespace redress::mail_in
