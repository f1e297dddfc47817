// SPDX-License-Identifier: Apache-2.0
#pragma once

// Counters for whoever watches over the node, written as Prometheus reads them. No label ever says anything about a complaint or a person.

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "adapters/http/server.hpp"

namespace redress::http {

class Metrics {
 public:
  void count(Observation const& observation);
  /// `outcome` is "accepted", "refused" or "failed".
  void count_command(std::string_view outcome);
  /// Figures that others keep, in the same format: asked for whenever text() is. Before the server starts.
  void add(std::function<std::string()> figures) { others_.push_back(std::move(figures)); }

  /// The counters so far, in the text format of Prometheus.
  [[nodiscard]] std::string text() const;

 private:
  using RequestKey = std::tuple<std::string, std::string, unsigned>;

  mutable std::mutex mutex_;
  std::map<RequestKey, std::int64_t> requests_;
  std::map<std::string, std::int64_t, std::less<>> commands_{{"accepted", 0}, {"failed", 0}, {"refused", 0}};
  std::vector<std::function<std::string()>> others_;
};

/// One figure of its own, as text: its help, its type and its value.
[[nodiscard]] std::string gauge(std::string_view name, std::string_view help, std::int64_t value);

}  // namespace redress::http
