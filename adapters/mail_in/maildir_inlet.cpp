// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/maildir_inlet.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>
#include <system_error>
#include <vector>

namespace redress::mail_in {
namespace {

std::string said(int error) {
  return std::generic_category().message(error);
}

[[noreturn]] void fail(std::string_view what, int error) {
  throw InletFault(fmt::format("the mail inlet cannot {}: {}", what, said(error)));
}

void make_maildir(std::filesystem::path const& maildir) {
  for (char const* part : {"tmp", "new", "cur"}) {
    std::error_code error;
    std::filesystem::create_directories(maildir / part, error);
    if (error) fail("make its directories", error.value());
  }
}

std::vector<std::string> names_in(std::filesystem::path const& directory) {
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error))
    if (std::string name = entry->path().filename().string(); !name.starts_with('.')) names.push_back(std::move(name));
  if (error) fail("list its mails", error.value());
  std::ranges::sort(names);
  return names;
}

/// A Maildir is delivered into by renaming, but people copy files into it by hand. A lease for reading is refused while anyone writes;
/// where leases are not to be had (a file of someone else's) the file counts as finished. The signal of a broken lease would end us, so it
/// is changed to a harmless one.
bool is_still_written(int fd) {
  ::fcntl(fd, F_SETSIG, SIGURG);
  if (::fcntl(fd, F_SETLEASE, F_RDLCK) != 0) return errno == EAGAIN;
  ::fcntl(fd, F_SETLEASE, F_UNLCK);
  return false;
}

std::string contents(int fd, std::size_t size) {
  std::string raw(size, '\0');
  std::size_t at = 0;
  while (at < size) {
    auto const got = ::read(fd, raw.data() + at, size - at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read a mail", errno);
    if (got == 0) break;
    at += static_cast<std::size_t>(got);
  }
  raw.resize(at);
  return raw;
}

/// The mail; empty when it is not there yet, or not any more. A link or a pipe is no mail: following it would lead out of the Maildir.
std::optional<std::string> waiting_mail(std::filesystem::path const& path) {
  Descriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!file.valid() && errno == ENOENT) return std::nullopt;
  if (!file.valid()) fail("open a mail", errno);
  struct stat about {};
  if (::fstat(file.get(), &about) != 0) fail("open a mail", errno);
  if (!S_ISREG(about.st_mode)) fail("open a mail", EINVAL);
  if (is_still_written(file.get())) return std::nullopt;
  return contents(file.get(), static_cast<std::size_t>(about.st_size));
}

void sync(std::filesystem::path const& directory) {
  Descriptor const handle(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!handle.valid() || ::fsync(handle.get()) != 0) fail("keep a mail", errno);
}

void drain(int fd) {
  alignas(inotify_event) std::array<char, 4096> buffer;
  while (::read(fd, buffer.data(), buffer.size()) > 0) {
  }
}

}  // namespace

MaildirInlet::MaildirInlet(std::filesystem::path maildir)
    : maildir_(std::move(maildir)), deliveries_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), calls_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  make_maildir(maildir_);
  if (!deliveries_.valid() || !calls_.valid()) fail("be watched", errno);
  if (::inotify_add_watch(deliveries_.get(), (maildir_ / "new").c_str(), IN_MOVED_TO | IN_CLOSE_WRITE | IN_ONLYDIR) < 0) fail("be watched", errno);
}

Intake MaildirInlet::take(std::function<void(std::string_view raw)> const& accept) {
  Intake intake;
  for (std::string const& name : names_in(maildir_ / "new")) {
    try {
      if (offer(name, accept) == Offer::Taken) ++intake.taken;
    } catch (std::exception const& failure) {
      if (intake.failed++ == 0) intake.first_failure = failure.what();
    }
  }
  return intake;
}

MaildirInlet::Offer MaildirInlet::offer(std::string const& name, std::function<void(std::string_view raw)> const& accept) {
  auto const raw = waiting_mail(maildir_ / "new" / name);
  if (!raw) return Offer::NotYet;
  if (!accepted_.contains(name)) accept(*raw);
  accepted_.insert(name);
  move_to_cur(name);
  accepted_.erase(name);
  return Offer::Taken;
}

/// A name taken before is given a number rather than another mail's place.
void MaildirInlet::move_to_cur(std::string const& name) {
  std::string const base = name.substr(0, name.find(":2,"));
  auto const place = [&](int copy) { return maildir_ / "cur" / (copy == 0 ? base + ":2,S" : fmt::format("{}-{}:2,S", base, copy)); };
  int copy = 0;
  while (std::filesystem::exists(place(copy))) ++copy;
  if (::rename((maildir_ / "new" / name).c_str(), place(copy).c_str()) != 0) fail("move a mail to cur", errno);
  sync(maildir_ / "cur");
  sync(maildir_ / "new");
}

Awakening MaildirInlet::wait(std::chrono::milliseconds longest) {
  std::array<pollfd, 2> watched{pollfd{deliveries_.get(), POLLIN, 0}, pollfd{calls_.get(), POLLIN, 0}};
  if (::poll(watched.data(), watched.size(), static_cast<int>(longest.count())) <= 0) return Awakening::TimedOut;
  bool const called = watched[1].revents != 0;
  drain(called ? watched[1].fd : watched[0].fd);
  return called ? Awakening::Called : Awakening::Arrived;
}

void MaildirInlet::wake() {
  std::uint64_t const one = 1;
  [[maybe_unused]] auto const written = ::write(calls_.get(), &one, sizeof one);
}

}  // namespace redress::mail_in
