// SPDX-License-Identifier: Apache-2.0
#pragma once

// Closed-loop measurement: each client gives its next command when the last one is answered. A figure is a line of JSON on standard output, and stands
// beside a raw limit that was measured in the same run on the same disk.

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace redress::bench {

struct Figures {
  double per_second = 0;
  double p50_ms = 0;
  double p99_ms = 0;
  double cpu_us = 0;  ///< processor time a step took, of all threads: it depends little on who else uses the machine
};

struct Length {
  std::chrono::milliseconds warm_up{1000};
  std::chrono::milliseconds measured{3000};
};

/// Runs `one_step(client)` on so many threads, and counts and times the steps that begin after the warm-up.
[[nodiscard]] Figures measure(int clients, std::function<void(int client)> const& one_step, Length length = {});

/// `extra` is the rest of the JSON object, as in `,"ratio_to_raw":4.2`; may be empty.
void print(std::string const& bench, int concurrency, Figures const& figures, std::string const& extra = {});

/// A folder of its own, gone at the end; on the disk the build stands on unless told otherwise.
class Folder {
 public:
  explicit Folder(std::filesystem::path const& within = std::filesystem::current_path());
  ~Folder();
  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace redress::bench
