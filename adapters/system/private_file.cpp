// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/private_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "adapters/system/data_directory.hpp"

namespace redress::system {

namespace {

void write_all(Descriptor const& file, std::string_view bytes, std::filesystem::path const& name) {
  while (!bytes.empty()) {
    auto const written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(name);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// A file of its own name beside the one it will become, so that two writers never share a draft. Gone at the end of its scope unless it
/// was renamed.
class Draft {
 public:
  explicit Draft(std::filesystem::path const& file) : name_(file.string() + ".XXXXXX"), descriptor_(::mkostemp(name_.data(), O_CLOEXEC)) {
    if (descriptor_.number() < 0) fail(file);
  }
  Draft(Draft const&) = delete;
  Draft& operator=(Draft const&) = delete;
  ~Draft() { ::unlink(name_.c_str()); }

  void write(std::string_view bytes) const {
    write_all(descriptor_, bytes, name_);
    if (::fsync(descriptor_.number()) != 0) fail(name_);
  }

  void become(std::filesystem::path const& file, Existing existing) const {
    if (existing == Existing::Replace && ::rename(name_.c_str(), file.c_str()) != 0) fail(file);
    if (existing == Existing::Keep && ::link(name_.c_str(), file.c_str()) != 0 && errno != EEXIST) fail(file);
  }

 private:
  std::string name_;
  Descriptor descriptor_;
};

void flush_folder(std::filesystem::path const& folder) {
  Descriptor const directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.number() < 0 || ::fsync(directory.number()) != 0) fail(folder);
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

void fail(std::filesystem::path const& file) {
  throw DataDirectoryFault(file.string() + ": " + std::generic_category().message(errno));
}

std::optional<std::string> read_file(std::filesystem::path const& file) {
  Descriptor const opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (opened.number() < 0 && errno == ENOENT) return std::nullopt;
  if (opened.number() < 0) fail(file);
  std::string bytes;
  std::array<char, 4096> buffer;
  for (;;) {
    auto const count = ::read(opened.number(), buffer.data(), buffer.size());
    if (count == 0) return bytes;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(file);
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

void write_file(std::filesystem::path const& file, std::string_view bytes, Existing existing) {
  Draft const draft(file);
  draft.write(bytes);
  draft.become(file, existing);
  flush_folder(file.parent_path());
}

}  // namespace redress::system
