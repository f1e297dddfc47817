// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/throttle.hpp"

#include <algorithm>

namespace redress::runtime {

Duration Throttle::take(std::string const& key, Time now) {
  std::lock_guard const lock(mutex_);
  if (buckets_.size() >= most_keys) forget_full(now);
  auto& bucket = buckets_.try_emplace(key, Bucket{tries_, now}).first->second;
  bucket = {left(bucket, now), std::max(now, bucket.at)};
  if (bucket.left >= 1) {
    bucket.left -= 1;
    return Duration{0};
  }
  return std::max(Duration{1}, std::chrono::duration_cast<Duration>(again_after_ * (1 - bucket.left)));
}

void Throttle::give_back(std::string const& key) {
  std::lock_guard const lock(mutex_);
  auto const found = buckets_.find(key);
  if (found != buckets_.end()) found->second.left = std::min(tries_, found->second.left + 1);
}

void Throttle::forget_full(Time now) {
  std::erase_if(buckets_, [&](auto const& one) { return left(one.second, now) >= tries_; });
}

/// A clock that was set back fills nothing.
double Throttle::left(Bucket const& bucket, Time now) const {
  auto const passed = std::max(now - bucket.at, Duration{0});
  return std::min(tries_, bucket.left + static_cast<double>(passed.count()) / static_cast<double>(again_after_.count()));
}

}  // namespace redress::runtime
