// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/worker.hpp"

#include <spdlog/spdlog.h>

namespace redress::runtime {
namespace {

constexpr std::chrono::seconds pause_after_failure{5};

}  // namespace

Worker::Worker(std::string name, std::function<Duration()> work) : name_(std::move(name)), work_(std::move(work)) {}

Worker::~Worker() {
  stop();
}

void Worker::start() {
  thread_ = std::thread([this] { run(); });
}

void Worker::wake() {
  std::lock_guard const lock(mutex_);
  woken_ = true;
  changed_.notify_one();
}

void Worker::stop() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
    changed_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
}

void Worker::run() {
  for (;;) {
    Duration pause = pause_after_failure;
    try {
      pause = work_();
    } catch (std::exception const& failure) {
      spdlog::error("{} failed and will go on: {}", name_, failure.what());
    }
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, pause, [this] { return woken_ || stopping_; });
    if (stopping_) return;
    woken_ = false;
  }
}

}  // namespace redress::runtime
