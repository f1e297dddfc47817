// SPDX-License-Identifier: Apache-2.0
#pragma once

// How often something may be tried: a bucket of tries for each key, which fills up again with time. It lives in memory: a node that starts anew has forgotten
// the tries, and a node is not started anew by whoever guesses.

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

#include "engine/domain/time.hpp"

namespace redress::runtime {

class Throttle {
 public:
  /// At first `tries` at once, and then one more each `again_after`.
  Throttle(double tries, Duration again_after) : tries_(tries), again_after_(again_after) {}

  /// Takes a try: zero when there was one, and else how long until there is.
  [[nodiscard]] Duration take(std::string const& key, Time now);
  /// The try turned out to be none.
  void give_back(std::string const& key);

 private:
  struct Bucket {
    double left;
    Time at;
  };
  static constexpr std::size_t most_keys = 20'000;

  /// What is full again tells nothing.
  void forget_full(Time now);
  [[nodiscard]] double left(Bucket const& bucket, Time now) const;

  double tries_;
  Duration again_after_;
  std::mutex mutex_;
  std::map<std::string, Bucket> buckets_;
};

}  // namespace redress::runtime
