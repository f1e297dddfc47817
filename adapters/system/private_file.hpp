// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small files for their owner only, written whole or not at all.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace redress::system {

/// An open file, closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  ~Descriptor();
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

enum class Existing { Replace, Keep };

/// Throws DataDirectoryFault with the file and the system's last error.
[[noreturn]] void fail(std::filesystem::path const& file);

/// Empty when there is no such file. Throws DataDirectoryFault.
[[nodiscard]] std::optional<std::string> read_file(std::filesystem::path const& file);
/// Flushed to disk on return, together with its name. Throws DataDirectoryFault.
void write_file(std::filesystem::path const& file, std::string_view bytes, Existing existing);

}  // namespace redress::system
