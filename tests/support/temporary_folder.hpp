// SPDX-License-Identifier: Apache-2.0
#pragma once

// A place for a test's files that nobody else uses, gone with everything in it when this object goes. Nothing lies there yet: a test makes a folder of it,
// or has what it tests make one.

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <system_error>

namespace redress::testing {

class TemporaryFolder {
 public:
  explicit TemporaryFolder(std::string const& name) : path_(unused(name)) { std::filesystem::remove_all(path_); }
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;
  ~TemporaryFolder() {
    std::error_code what_is_left_is_not_ours;
    std::filesystem::remove_all(path_, what_is_left_is_not_ours);
  }

  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

 private:
  static std::filesystem::path unused(std::string const& name) {
    static std::atomic<int> count = 0;
    return std::filesystem::path(::testing::TempDir()) / ("redress-" + name + "-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
  }

  std::filesystem::path path_;
};

}  // namespace redress::testing
