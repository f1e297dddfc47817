// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/data_directory.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <utility>

#include "adapters/system/private_file.hpp"
#include "engine/domain/ensure.hpp"

namespace redress::system {

namespace {

constexpr char const* server_file = "server.json";

void make_folder(std::filesystem::path const& folder) {
  for (std::filesystem::path made; auto const& name : folder) {
    made /= name;
    if (::mkdir(made.c_str(), 0700) == 0 || errno == EEXIST) continue;
    std::error_code ignored;
    if (!std::filesystem::is_directory(made, ignored)) fail(made);
  }
}

std::filesystem::path secret_file(DataDirectory const& directory, std::string_view name) {
  bool const is_plain = !name.empty() && name.front() != '.' && name.find_first_of("/\\") == std::string_view::npos;
  ensure(is_plain, "the name of a secret is a plain file name");
  return directory.keys() / name;
}

std::string random_token() {
  ensure(sodium_init() >= 0, "this system gives random numbers");
  std::array<unsigned char, 32> bits;
  randombytes_buf(bits.data(), bits.size());
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text;
  return sodium_bin2base64(text.data(), text.size(), bits.data(), bits.size(), variant);
}

bool lives(int process) {
  return process > 0 && (::kill(process, 0) == 0 || errno == EPERM);
}

}  // namespace

DataDirectory::DataDirectory(std::filesystem::path const& root) : root_(std::filesystem::absolute(root)) {
  for (auto const& part : {store(), mail_in(), mail_out(), mail_journal(), print(), keys()}) make_folder(part);
  if (::chmod(keys().c_str(), 0700) != 0) fail(keys());
}

std::optional<DataDirectory::Lock> DataDirectory::Lock::try_take(DataDirectory const& directory) {
  auto const file = directory.root() / "lock";
  Descriptor opened(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (opened.number() < 0) fail(file);
  if (::flock(opened.number(), LOCK_EX | LOCK_NB) == 0) return Lock(opened.release());
  if (errno == EWOULDBLOCK) return std::nullopt;
  fail(file);
}

DataDirectory::Lock::Lock(Lock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

DataDirectory::Lock& DataDirectory::Lock::operator=(Lock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

DataDirectory::Lock::~Lock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<std::string> DataDirectory::secret(std::string_view name) const {
  return read_file(secret_file(*this, name));
}

void DataDirectory::keep_secret(std::string_view name, std::string_view value) const {
  write_file(secret_file(*this, name), value, Existing::Replace);
}

std::string DataDirectory::secret_or(std::string_view name, std::string_view value) const {
  write_file(secret_file(*this, name), value, Existing::Keep);
  auto kept = secret(name);
  ensure(kept.has_value(), "a secret that was just kept can be read");
  return *kept;
}

void DataDirectory::forget_secret(std::string_view name) const {
  auto const file = secret_file(*this, name);
  if (::unlink(file.c_str()) != 0 && errno != ENOENT) fail(file);
}

std::string DataDirectory::token() const {
  constexpr std::string_view name = "api-token";
  auto const known = secret(name);
  return known ? *known : secret_or(name, random_token());
}

void DataDirectory::announce_server(std::string_view address) const {
  ensure(address.find_first_of("\"\\\n") == std::string_view::npos, "the address of a server is HOST:PORT");
  write_file(root_ / server_file, fmt::format("{{\"address\":\"{}\",\"pid\":{}}}\n", address, ::getpid()), Existing::Replace);
}

void DataDirectory::withdraw_server() const {
  auto const file = root_ / server_file;
  if (::unlink(file.c_str()) != 0 && errno != ENOENT) fail(file);
}

// The file is our own and has one form, so it is read as that form and as nothing else.
std::optional<RunningServer> DataDirectory::running_server() const {
  auto const text = read_file(root_ / server_file);
  std::array<char, 256> address{};
  RunningServer server;
  if (!text || std::sscanf(text->c_str(), R"({"address":"%255[^"]","pid":%d})", address.data(), &server.process) != 2) return std::nullopt;
  server.address = address.data();
  return lives(server.process) ? std::optional(server) : std::nullopt;
}

}  // namespace redress::system
