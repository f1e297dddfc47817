// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_out/message_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "engine/domain/ensure.hpp"

namespace redress::mail_out {

namespace {

constexpr std::size_t longest_key = 200;

[[noreturn]] void fail(char const* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("cannot write the message");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void write_draft(std::filesystem::path const& draft, std::string_view bytes) {
  Descriptor const file(::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!file.is_open()) fail("cannot create the message");
  write_all(file.number(), bytes);
  if (::fsync(file.number()) != 0) fail("cannot flush the message");
}

void flush_folder(std::filesystem::path const& folder) {
  Descriptor const directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!directory.is_open() || ::fsync(directory.number()) != 0) fail("cannot flush the folder");
}

bool names_a_file(std::string_view key) {
  return !key.empty() && key.size() <= longest_key && key.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
}

}  // namespace

void write_message_file(std::filesystem::path const& draft, std::filesystem::path const& place, std::string_view bytes) {
  try {
    write_draft(draft, bytes);
    if (::rename(draft.c_str(), place.c_str()) != 0) fail("cannot put the message in its place");
    flush_folder(place.parent_path());
  } catch (std::system_error const&) {
    ::unlink(draft.c_str());
    throw;
  }
}

void make_private_folder(std::filesystem::path const& folder) {
  for (std::filesystem::path made; auto const& name : folder) {
    made /= name;
    if (std::filesystem::is_directory(made)) continue;
    if (::mkdir(made.c_str(), 0700) != 0 && errno != EEXIST) fail("cannot make the folder");
  }
}

std::string file_name_of(ports::OutgoingMessage const& message, std::string_view ending) {
  ensure(names_a_file(message.key), "the key of an outgoing message is made of [0-9a-z-] and names a file");
  return message.key + std::string(ending);
}

}  // namespace redress::mail_out
