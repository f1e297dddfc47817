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

}  // namespace

GmimeMailReader::GmimeMailReader(std::vector<std::string> command, std::chrono::milliseconds patience, PoolSize size)
    : patience_(patience), pool_(std::move(command), size) {}

std::expected<ReadMail, ports::UnreadableMail> GmimeMailReader::read(std::string_view raw) {
  if (raw.size() > message_limit_bytes) return std::unexpected(ports::UnreadableMail{fmt::format("larger than {} MB", message_limit_bytes >> 20)});
  auto reading = pool_.read(raw, patience_);
  if (!reading) return std::unexpected(ports::UnreadableMail{reason_for(reading.error())});
  return *std::move(reading);
}

}  // namespace redress::mail_in
