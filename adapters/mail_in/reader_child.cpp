// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/reader_child.hpp"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "adapters/mail_in/mail_frames.hpp"
#include "adapters/mail_in/mail_limits.hpp"
#include "adapters/mail_in/read_in_this_process.hpp"

namespace redress::mail_in {
namespace {

constexpr rlim_t open_files = 32;  // iconv loads its tables as shared objects, one after the other

// A sanitizer maps terabytes of shadow memory.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr rlim_t memory_limit = RLIM_INFINITY;
#else
constexpr rlim_t memory_limit = reader_memory_limit_bytes;
#endif

bool limit(int resource, rlim_t amount) {
  rlimit const bound{amount, amount};
  return ::setrlimit(static_cast<__rlimit_resource_t>(resource), &bound) == 0;
}

bool confine_this_process() {
  return limit(RLIMIT_AS, memory_limit) && limit(RLIMIT_NOFILE, open_files) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) &&
         ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

/// The limit counts from the birth of the process, so every mail is given its seconds on top of what is spent.
bool grant_processor_time() {
  rusage spent{};
  if (::getrusage(RUSAGE_SELF, &spent) != 0) return false;
  auto const seconds = static_cast<rlim_t>(spent.ru_utime.tv_sec + spent.ru_stime.tv_sec + 1);
  rlimit const bound{seconds + reader_processor_limit_seconds, RLIM_INFINITY};
  return ::setrlimit(RLIMIT_CPU, &bound) == 0;
}

pid_t parent = 0;

/// A mail that takes long may take what processor time the others leave. There is no way back from it, so whoever started us takes another child then. Whoever
/// was killed wants no answer any more.
void step_back(int) {
  constexpr int last_of_all = 19;
  if (::getppid() != parent) ::_exit(1);
  ::setpriority(PRIO_PROCESS, 0, last_of_all);
}

bool step_back_when_it_takes_long() {
  struct sigaction action {};
  action.sa_handler = step_back;
  action.sa_flags = SA_RESTART;
  constexpr auto seconds = std::chrono::duration_cast<std::chrono::seconds>(reader_long_time).count();
  itimerval const again_and_again{{seconds, 0}, {seconds, 0}};
  return ::sigaction(SIGPROF, &action, nullptr) == 0 && ::setitimer(ITIMER_PROF, &again_and_again, nullptr) == 0;
}

bool read_all(int fd, char* into, std::size_t count) {
  while (count > 0) {
    auto const got = ::read(fd, into, count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    into += got;
    count -= static_cast<std::size_t>(got);
  }
  return true;
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

struct Request {
  Wanted wanted;
  std::string raw;
};

std::optional<Request> next_request(int fd) {
  FrameHead head{}, wanted{};
  if (!read_all(fd, head.data(), head.size()) || !read_all(fd, wanted.data(), wanted.size())) return std::nullopt;
  std::uint64_t const length = frame_length(head);
  if (length < wanted.size() || length - wanted.size() > message_limit_bytes) return std::nullopt;
  Request request{decode_wanted(wanted), std::string(length - wanted.size(), '\0')};
  if (!read_all(fd, request.raw.data(), request.raw.size())) return std::nullopt;
  return request;
}

std::string answer_to(Request const& request, ReadOne const& read) {
  try {
    return request.wanted ? encode_file(file_in_this_process(request.raw, *request.wanted)) : encode_reading(read(request.raw));
  } catch (std::bad_alloc const&) {
    return encode_reading(std::unexpected(ports::UnreadableMail{"reading it took too much memory"}));
  }
}

}  // namespace

ReadOne reading_that_believes(std::string authserv_id) {
  return [authserv_id = std::move(authserv_id)](std::string_view raw) { return read_in_this_process(raw, authserv_id); };
}

int run_reader_child(int in_fd, int out_fd, ReadOne const& read) {
  parent = ::getppid();
  if (!confine_this_process()) return 1;
  while (auto const request = next_request(in_fd)) {
    if (!grant_processor_time() || !step_back_when_it_takes_long()) return 1;
    std::string const answer = answer_to(*request, read);
    FrameHead const head = frame_head(answer.size());
    if (!write_all(out_fd, {head.data(), head.size()}) || !write_all(out_fd, answer)) return 1;
  }
  return 0;
}

}  // namespace redress::mail_in
