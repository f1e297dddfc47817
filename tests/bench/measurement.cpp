// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/measurement.hpp"

#include <unistd.h>

#include <ctime>

#include <algorithm>
#include <atomic>
#include <iostream>
#include <mutex>
#include <thread>

#include <fmt/format.h>

namespace redress::bench {

using Steady = std::chrono::steady_clock;

namespace {

double processor_seconds() {
  timespec spent{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) / 1e9;
}

}  // namespace

Figures measure(int clients, std::function<void(int client)> const& one_step, Length length) {
  auto const begin = Steady::now() + length.warm_up;
  auto const end = begin + length.measured;
  std::mutex mutex;
  std::vector<double> all;
  auto const work = [&](int client) {
    std::vector<double> own;
    for (auto at = Steady::now(); at < end;) {
      one_step(client);
      auto const done = Steady::now();
      if (at >= begin) own.push_back(std::chrono::duration<double, std::milli>(done - at).count());
      at = done;
    }
    std::lock_guard const lock(mutex);
    all.insert(all.end(), own.begin(), own.end());
  };
  std::vector<std::thread> threads;
  for (int client = 0; client < clients; ++client) threads.emplace_back(work, client);
  std::this_thread::sleep_until(begin);
  auto const processor_before = processor_seconds();
  std::this_thread::sleep_until(end);
  auto const processor = processor_seconds() - processor_before;
  for (auto& thread : threads) thread.join();
  if (all.empty()) return {};
  std::ranges::sort(all);
  auto const at = [&](double part) { return all[std::min(all.size() - 1, static_cast<std::size_t>(part * static_cast<double>(all.size())))]; };
  return {static_cast<double>(all.size()) / std::chrono::duration<double>(length.measured).count(), at(0.5), at(0.99),
          processor * 1e6 / static_cast<double>(all.size())};
}

void print(std::string const& bench, int concurrency, Figures const& figures, std::string const& extra) {
  std::cout << fmt::format(
                   "{{\"bench\":\"{}\",\"store\":\"sqlite\",\"concurrency\":{},\"per_s\":{:.0f},\"p50_ms\":{:.4f},\"p99_ms\":{:.4f},\"cpu_us\":{:.1f}{}}}",
                   bench, concurrency, figures.per_second, figures.p50_ms, figures.p99_ms, figures.cpu_us, extra)
            << std::endl;
}

Folder::Folder(std::filesystem::path const& within) : path_(within / fmt::format("bench-{}-{}", ::getpid(), Steady::now().time_since_epoch().count())) {
  std::filesystem::create_directories(path_);
}

Folder::~Folder() {
  std::filesystem::remove_all(path_);
}

}  // namespace redress::bench
