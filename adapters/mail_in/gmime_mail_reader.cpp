// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/gmime_mail_reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "adapters/mail_in/mail_frames.hpp"

namespace redress::mail_in {
namespace {

/// Whatever a mail did to the process without ending it, it does to few others; a start costs nothing by then.
constexpr int mails_per_child = 500;

std::string reason_for(ReaderTrouble trouble) {
  switch (trouble) {
    case ReaderTrouble::DidNotStart:
      return "the process that reads mail could not be started";
    case ReaderTrouble::Died:
      return "reading it ended the process that reads mail, or used up its processor time or memory";
    case ReaderTrouble::TookTooLong:
      return "reading it took too long";
    case ReaderTrouble::AnsweredNonsense:
      return "the process that reads mail gave no sensible answer";
  }
  std::unreachable();
}

}  // namespace

GmimeMailReader::GmimeMailReader(std::vector<std::string> command, std::chrono::milliseconds patience) : command_(std::move(command)), patience_(patience) {}

std::expected<ReadMail, ports::UnreadableMail> GmimeMailReader::read(std::string_view raw) {
  if (raw.size() > message_limit_bytes) return std::unexpected(ports::UnreadableMail{fmt::format("larger than {} MB", message_limit_bytes >> 20)});
  std::lock_guard const lock(mutex_);
  auto const answer = exchange(raw);
  if (answer)
    if (auto reading = decode_reading(*answer)) return *std::move(reading);
  child_ = ReaderProcess();
  return std::unexpected(ports::UnreadableMail{reason_for(answer ? ReaderTrouble::AnsweredNonsense : answer.error())});
}

/// A child that read others before may have died of them, or of something else altogether; only one that dies young died of this mail.
std::expected<std::string, ReaderTrouble> GmimeMailReader::exchange(std::string_view raw) {
  bool const seasoned = child_.running() && child_.exchanges() > 0 && child_.exchanges() < mails_per_child;
  if (!seasoned) return exchange_with_new_child(raw);
  auto answer = child_.exchange(raw, patience_);
  if (!answer && answer.error() == ReaderTrouble::Died) return exchange_with_new_child(raw);
  return answer;
}

std::expected<std::string, ReaderTrouble> GmimeMailReader::exchange_with_new_child(std::string_view raw) {
  auto started = ReaderProcess::start(command_);
  if (!started) return std::unexpected(started.error());
  child_ = *std::move(started);
  return child_.exchange(raw, patience_);
}

}  // namespace redress::mail_in
