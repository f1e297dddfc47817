// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/filing_crew.hpp"

#include <pthread.h>
#include <spdlog/spdlog.h>

#include <system_error>
#include <utility>

namespace redress::runtime {

FilingCrew::FilingCrew(MailLedger& ledger, std::size_t most, std::function<bool(MailId const&)> file) : ledger_(ledger), most_(most), file_(std::move(file)) {}

std::int64_t FilingCrew::file_waiting() {
  {
    std::lock_guard const lock(mutex_);
    is_over_ = false;
    filed_ = 0;
  }
  ledger_.retry();
  work();
  std::vector<std::thread> others;
  {
    std::lock_guard const lock(mutex_);
    others = std::exchange(others_, {});
  }
  for (auto& one : others) one.join();
  std::lock_guard const lock(mutex_);
  return filed_;
}

void FilingCrew::look() {
  std::lock_guard const lock(mutex_);
  changed_.notify_one();
}

void FilingCrew::work() {
  while (auto const id = next()) file(*id);
}

/// The last to come back finds nothing and sends the others home.
std::optional<MailId> FilingCrew::next() {
  std::unique_lock lock(mutex_);
  while (!is_over_) {
    if (auto id = ledger_.take()) {
      ++at_work_;
      have_one_stand_by();
      return id;
    }
    is_over_ = at_work_ == 0;
    if (is_over_) break;
    ++standing_by_;
    changed_.wait(lock);
    --standing_by_;
  }
  changed_.notify_all();
  return std::nullopt;
}

void FilingCrew::have_one_stand_by() {
  if (standing_by_ > 0) return changed_.notify_one();
  if (others_.size() + 1 >= most_) return;
  try {
    others_.emplace_back([this] {
      pthread_setname_np(pthread_self(), "filing");
      work();
    });
  } catch (std::system_error const& failure) {
    spdlog::warn("the mail desk works with {} at once, for there are no more threads: {}", others_.size() + 1, failure.what());
  }
}

void FilingCrew::file(MailId const& id) {
  bool is_filed = false, can_go_on = true;
  try {
    is_filed = can_go_on = file_(id);
  } catch (std::exception const& fault) {
    spdlog::error("the delivery {} could not be filed now: {}", id.value, fault.what());
  }
  if (!is_filed) ledger_.give_back(id);
  std::lock_guard const lock(mutex_);
  --at_work_;
  if (is_filed) ++filed_;
  if (!can_go_on) is_over_ = true;
  changed_.notify_one();
}

}  // namespace redress::runtime
