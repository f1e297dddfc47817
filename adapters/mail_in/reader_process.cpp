// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/reader_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <optional>
#include <utility>

#include "adapters/mail_in/mail_limits.hpp"

namespace redress::mail_in {
namespace {

using Clock = std::chrono::steady_clock;

/// Texts are limited in the child; a longer answer comes from no reader of ours.
constexpr std::uint64_t longest_answer = std::uint64_t{6} * message_limit_bytes;

class SpawnFiles {
 public:
  explicit SpawnFiles(int socket) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, socket, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, socket, STDOUT_FILENO);
    // A parser's complaints quote the mail, and that has no place in a log.
    ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
  }
  SpawnFiles(SpawnFiles const&) = delete;
  ~SpawnFiles() { ::posix_spawn_file_actions_destroy(&actions_); }
  [[nodiscard]] posix_spawn_file_actions_t const* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// A group of its own, so that it can be killed with its offspring and Ctrl+C in our terminal leaves it to us; no signal blocked or
/// ignored.
class SpawnAttributes {
 public:
  SpawnAttributes() {
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    sigset_t signals;
    sigemptyset(&signals);
    ::posix_spawnattr_setsigmask(&attributes_, &signals);
    sigfillset(&signals);
    ::posix_spawnattr_setsigdefault(&attributes_, &signals);
  }
  SpawnAttributes(SpawnAttributes const&) = delete;
  ~SpawnAttributes() { ::posix_spawnattr_destroy(&attributes_); }
  [[nodiscard]] posix_spawnattr_t const* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

/// Waits until the socket is ready for `events`; empty when it is.
std::optional<ReaderTrouble> await(int socket, short events, Clock::time_point deadline) {
  while (true) {
    auto const left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return ReaderTrouble::TookTooLong;
    pollfd watched{socket, events, 0};
    int const ready = ::poll(&watched, 1, static_cast<int>(left.count()));
    if (ready > 0) return std::nullopt;
    if (ready < 0 && errno != EINTR) return ReaderTrouble::Died;
  }
}

bool try_again(ssize_t moved) {
  return moved < 0 && (errno == EINTR || errno == EAGAIN);
}

std::optional<ReaderTrouble> send_all(int socket, std::string_view bytes, Clock::time_point deadline) {
  while (!bytes.empty()) {
    if (auto const trouble = await(socket, POLLOUT, deadline)) return trouble;
    auto const put = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (try_again(put)) continue;
    if (put <= 0) return ReaderTrouble::Died;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return std::nullopt;
}

std::optional<ReaderTrouble> receive_all(int socket, char* into, std::size_t count, Clock::time_point deadline) {
  while (count > 0) {
    if (auto const trouble = await(socket, POLLIN, deadline)) return trouble;
    auto const got = ::recv(socket, into, count, MSG_DONTWAIT);
    if (try_again(got)) continue;
    if (got <= 0) return ReaderTrouble::Died;
    into += got;
    count -= static_cast<std::size_t>(got);
  }
  return std::nullopt;
}

}  // namespace

ReaderProcess::ReaderProcess(ReaderProcess&& other) noexcept
    : socket_(std::move(other.socket_)), pid_(std::exchange(other.pid_, -1)), exchanges_(std::exchange(other.exchanges_, 0)) {}

ReaderProcess& ReaderProcess::operator=(ReaderProcess&& other) noexcept {
  std::swap(socket_, other.socket_);
  std::swap(pid_, other.pid_);
  std::swap(exchanges_, other.exchanges_);
  return *this;
}

ReaderProcess::~ReaderProcess() {
  if (pid_ > 0) end();
}

int ReaderProcess::end() {
  int status = 0;
  ::kill(-pid_, SIGKILL);
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  return status;
}

std::expected<ReaderProcess, ReaderTrouble> ReaderProcess::start(std::vector<std::string> const& command) {
  int ends[2];
  if (command.empty() || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return std::unexpected(ReaderTrouble::DidNotStart);
  ReaderProcess process;
  process.socket_ = Descriptor(ends[0]);
  Descriptor const far_end(ends[1]);

  std::vector<char*> arguments;
  for (std::string const& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  std::string path = "PATH=/usr/bin:/bin", locale = "LC_ALL=C.UTF-8";
  std::array<char*, 3> environment{path.data(), locale.data(), nullptr};

  SpawnFiles const files(far_end.get());
  SpawnAttributes const attributes;
  if (::posix_spawn(&process.pid_, command.front().c_str(), files.get(), attributes.get(), arguments.data(), environment.data()) != 0) {
    process.pid_ = -1;
    return std::unexpected(ReaderTrouble::DidNotStart);
  }
  return process;
}

std::expected<std::string, ReaderTrouble> ReaderProcess::exchange(Wanted wanted, std::string_view raw, std::chrono::milliseconds patience) {
  auto answer = try_exchange(wanted, raw, patience);
  if (answer || answer.error() != ReaderTrouble::Died || pid_ <= 0) return answer;
  int const status = end();
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) return std::unexpected(ReaderTrouble::UsedUpItsTime);
  return answer;
}

std::expected<std::string, ReaderTrouble> ReaderProcess::try_exchange(Wanted wanted, std::string_view raw, std::chrono::milliseconds patience) {
  auto const deadline = Clock::now() + patience;
  int const socket = socket_.get();
  FrameHead const what = encode_wanted(wanted);
  FrameHead head = frame_head(what.size() + raw.size());
  for (std::string_view const piece : {std::string_view(head.data(), head.size()), std::string_view(what.data(), what.size()), raw})
    if (auto const trouble = send_all(socket, piece, deadline)) return std::unexpected(*trouble);
  if (auto const trouble = receive_all(socket, head.data(), head.size(), deadline)) return std::unexpected(*trouble);
  if (frame_length(head) > longest_answer) return std::unexpected(ReaderTrouble::AnsweredNonsense);
  std::string answer(frame_length(head), '\0');
  if (auto const trouble = receive_all(socket, answer.data(), answer.size(), deadline)) return std::unexpected(*trouble);
  ++exchanges_;
  return answer;
}

}  // namespace redress::mail_in
