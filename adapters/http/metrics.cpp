// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace redress::http {

namespace {

/// A client may invent methods; each would be a series of its own.
std::string_view known_method(std::string_view method) {
  constexpr std::array<std::string_view, 3> known{"GET", "HEAD", "POST"};
  return std::ranges::find(known, method) != known.end() ? method : "other";
}

}  // namespace

void Metrics::count(Observation const& observation) {
  std::lock_guard const lock(mutex_);
  ++requests_[{std::string(known_method(observation.method)), std::string(observation.route), observation.status}];
}

void Metrics::count_command(std::string_view outcome) {
  std::lock_guard const lock(mutex_);
  ++commands_[std::string(outcome)];
}

std::string Metrics::text() const {
  std::lock_guard const lock(mutex_);
  std::string text = "# HELP redress_http_requests_total Requests answered.\n# TYPE redress_http_requests_total counter\n";
  auto out = std::back_inserter(text);
  for (auto const& [key, value] : requests_) {
    auto const& [method, route, status] = key;
    fmt::format_to(out, "redress_http_requests_total{{method=\"{}\",route=\"{}\",status=\"{}\"}} {}\n", method, route, status, value);
  }
  text += "# HELP redress_commands_total Commands given through the API, by what became of them.\n# TYPE redress_commands_total counter\n";
  for (auto const& [outcome, value] : commands_) fmt::format_to(out, "redress_commands_total{{outcome=\"{}\"}} {}\n", outcome, value);
  for (auto const& figures : others_) text += figures();
  return text;
}

std::string gauge(std::string_view name, std::string_view help, std::int64_t value) {
  return fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n{0} {2}\n", name, help, value);
}

}  // namespace redress::http
