// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/gmime_mail_reader.hpp"

#include <fmt/format.h>

#include <utility>

namespace redress::mail_in {
namespace {

std::string reason_for(ReaderTrouble trouble) {
  switch (trouble) {
    case ReaderTrouble::DidNotStart:
      return "the process that reads mail could not be started";
    case ReaderTrouble::Died:
      return "reading it ended the process that reads mail, or used up its memory";
    case ReaderTrouble::UsedUpItsTime:
      return "reading it took too much processor time";
    case ReaderTrouble::TookTooLong:
      return "reading it took too long";
    case ReaderTrouble::AnsweredNonsense:
      return "the process that reads mail gave no sensible answer";
  }
  std::unreachable();
}

std::optional<ports::UnreadableMail> too_large(std::string_view raw) {
  if (raw.size() <= message_limit_bytes) return std::nullopt;
  return ports::UnreadableMail{fmt::format("larger than {} MB", message_limit_bytes >> 20)};
}

}  // namespace

std::vector<std::string> own_reader(std::string const& authserv_id) {
  std::vector<std::string> command{"/proc/self/exe", "read-mail-child"};
  if (!authserv_id.empty()) command.push_back(authserv_id);
  return command;
}

GmimeMailReader::GmimeMailReader(std::vector<std::string> command, std::chrono::milliseconds patience, PoolSize size)
    : patience_(patience), pool_(std::move(command), size) {}

std::expected<ReadMail, ports::UnreadableMail> GmimeMailReader::read(std::string_view raw) {
  if (auto trouble = too_large(raw)) return std::unexpected(*std::move(trouble));
  auto reading = pool_.read(raw, patience_);
  if (!reading) return std::unexpected(ports::UnreadableMail{reason_for(reading.error())});
  return *std::move(reading);
}

std::expected<std::optional<MailFile>, ports::UnreadableMail> GmimeMailReader::file(std::string_view raw, std::size_t place) {
  if (auto trouble = too_large(raw)) return std::unexpected(*std::move(trouble));
  auto found = pool_.file(raw, place, patience_);
  if (!found) return std::unexpected(ports::UnreadableMail{reason_for(found.error())});
  return *std::move(found);
}

}  // namespace redress::mail_in
