// SPDX-License-Identifier: Apache-2.0
#pragma once

// For tests of files of rules: a folder of its own for each test, whole files with one thing broken, and what the fault says.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <tuple>

#include <gtest/gtest.h>

#include "adapters/rules/rules.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::rules {

inline std::filesystem::path source() {
  return REDRESS_SOURCE_DIR;
}

inline std::filesystem::path shared() {
  auto const* told = std::getenv("REDRESS_SHARED");
  return told ? std::filesystem::path{told} : source() / ".." / "shared";
}

inline WorkingCalendar shipped_calendar(std::string const& name) {
  return load_calendar(source() / "workflows/calendars" / (name + ".toml"));
}

class RuleFiles : public ::testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }

  std::filesystem::path write(std::string const& name, std::string const& content) {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }

  redress::testing::TemporaryFolder const held_{"rules"};
  std::filesystem::path const folder_ = held_.path();
};

/// A whole file with `what` replaced by `with`, and the fault that this must be.
struct Broken {
  char const* what;
  char const* with;
  char const* fault;
};

inline std::string replaced(std::string text, std::string const& what, std::string const& with) {
  auto const found = text.find(what);
  EXPECT_NE(found, std::string::npos) << what;
  return found == std::string::npos ? text : text.replace(found, what.size(), with);
}

/// What the fault says, without the folder; empty when there was none.
template <class Load>
std::string fault_of(Load load, std::filesystem::path const& path) {
  try {
    std::ignore = load(path);
    return {};
  } catch (RuleFault const& fault) {
    std::string const text = fault.what();
    EXPECT_TRUE(text.starts_with(path.parent_path().string())) << text;
    return text.substr(path.parent_path().string().size() + 1);
  }
}

}  // namespace redress::rules
