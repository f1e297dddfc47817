// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/file_mail_journal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "adapters/mail_in/mail_digest.hpp"
#include "engine/domain/ensure.hpp"

namespace redress::mail_in {
namespace {

using ports::JournalFault;

constexpr std::string_view mail_suffix = ".eml";
constexpr std::string_view draft_suffix = ".draft";
constexpr std::string_view kept_directory = "kept";

[[noreturn]] void fail(std::string_view what, int error) {
  throw JournalFault(fmt::format("the mail journal cannot {}: {}", what, std::generic_category().message(error)));
}

void check(bool done, std::string_view what) {
  if (!done) fail(what, errno);
}

/// An identifier becomes a file name, so it must be nothing more.
void ensure_is_a_name(MailId const& id) {
  auto const allowed = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
  ensure(!id.empty() && id.value.size() <= 64 && std::ranges::all_of(id.value, allowed), "a mail's identifier consists of letters, digits and hyphens");
}

std::string file_name(MailId const& id) {
  return id.value + std::string(mail_suffix);
}

std::string kept_name(MailId const& id) {
  return std::string(kept_directory) + "/" + file_name(id);
}

/// A directory just made is lost with the power unless the one above it is synced too.
void sync_directory(std::filesystem::path const& directory) {
  Descriptor const handle(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  check(handle.valid() && ::fsync(handle.get()) == 0, "keep its directory");
}

void make_directory(std::filesystem::path const& directory) {
  if (directory.empty() || std::filesystem::is_directory(directory)) return;
  make_directory(directory.parent_path());
  check(::mkdir(directory.c_str(), 0700) == 0 || errno == EEXIST, "make its directory");
  sync_directory(directory.has_parent_path() ? directory.parent_path() : ".");
}

void write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    check(put > 0, "write a mail");
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

std::vector<std::string> names_with(std::filesystem::path const& directory, std::string_view suffix) {
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error))
    if (std::string name = entry->path().filename().string(); name.ends_with(suffix)) names.push_back(std::move(name));
  if (error) fail("list its mails", error.value());
  std::ranges::sort(names);
  return names;
}

std::vector<MailId> mails_in(std::filesystem::path const& directory) {
  std::vector<MailId> ids;
  for (std::string const& name : names_with(directory, mail_suffix)) ids.emplace_back(name.substr(0, name.size() - mail_suffix.size()));
  return ids;
}

}  // namespace

FileMailJournal::FileMailJournal(std::filesystem::path directory, JournalOpening opening)
    : directory_(std::filesystem::absolute(directory).lexically_normal()) {
  if (!directory_.has_filename()) directory_ = directory_.parent_path();
  if (opening == JournalOpening::ToRead) {
    handle_ = Descriptor(::open(directory_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    check(handle_.valid() || errno == ENOENT, "open its directory");
    return;
  }
  make_directory(directory_ / kept_directory);
  handle_ = Descriptor(::open(directory_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  check(handle_.valid(), "open its directory");
  for (std::string const& draft : names_with(directory_, draft_suffix)) remove(draft);
}

MailId FileMailJournal::put(std::string_view raw, MailId id) {
  ensure_is_a_name(id);
  std::string const draft = id.value + std::string(draft_suffix);
  try {
    write_draft(draft, raw);
    publish(draft, id, raw);
  } catch (...) {
    remove(draft);
    throw;
  }
  return id;
}

void FileMailJournal::write_draft(std::string const& name, std::string_view raw) {
  Descriptor const file(::openat(handle_.get(), name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
  check(file.valid(), "begin a mail");
  write_all(file.get(), raw);
  check(::fsync(file.get()) == 0, "bring a mail to the disk");
}

/// A link, unlike a renaming, never replaces a mail that is there already.
void FileMailJournal::publish(std::string const& draft, MailId const& id, std::string_view raw) {
  std::string const name = file_name(id);
  bool const linked = ::linkat(handle_.get(), draft.c_str(), handle_.get(), name.c_str(), 0) == 0;
  if (!linked && errno != EEXIST) fail("keep a mail", errno);
  if (!linked && read(id) != raw) throw JournalFault("the mail journal holds another mail under this identifier");
  remove(draft);
  int const error = sync_.sync([this] { return ::fsync(handle_.get()) == 0 ? 0 : errno; });
  if (error == 0) return;
  if (linked) remove(name);
  fail("bring its directory to the disk", error);
}

void FileMailJournal::remove(std::string const& name) noexcept {
  ::unlinkat(handle_.get(), name.c_str(), 0);
}

/// A mail that is put away at this moment is found in one place or the other.
Descriptor FileMailJournal::open_mail(MailId const& id) {
  ensure_is_a_name(id);
  for (std::string const& name : {file_name(id), kept_name(id)}) {
    Descriptor file(::openat(handle_.get(), name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (file.valid()) return file;
  }
  fail("find a mail", errno);
}

std::string FileMailJournal::read(MailId const& id) {
  Descriptor const file = open_mail(id);
  struct stat about {};
  check(::fstat(file.get(), &about) == 0, "read a mail");
  std::string raw(static_cast<std::size_t>(about.st_size), '\0');
  for (std::size_t at = 0; at < raw.size();) {
    auto const got = ::read(file.get(), raw.data() + at, raw.size() - at);
    if (got < 0 && errno == EINTR) continue;
    check(got >= 0, "read a mail");
    if (got == 0) throw JournalFault("the mail journal cannot read a mail: it was cut short");
    at += static_cast<std::size_t>(got);
  }
  return raw;
}

std::vector<MailId> FileMailJournal::list() {
  return handle_.valid() ? mails_in(directory_) : std::vector<MailId>();
}

std::vector<MailId> FileMailJournal::kept() {
  return handle_.valid() ? mails_in(directory_ / kept_directory) : std::vector<MailId>();
}

/// Not synced: after a loss of power it is listed again, and put away again.
void FileMailJournal::put_away(MailId const& id) {
  ensure_is_a_name(id);
  bool const moved = ::renameat(handle_.get(), file_name(id).c_str(), handle_.get(), kept_name(id).c_str()) == 0;
  check(moved || errno == ENOENT, "put a mail away");
}

std::string FileMailJournal::digest(std::string_view raw) const {
  return sha256_hex(raw);
}

}  // namespace redress::mail_in
