// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads mail in a child process that has little memory, little time and no rights: mail is written by strangers, and parsers
// have faults (reliability.md F10). One child reads one mail after another; it is replaced when it dies, hangs, or has read many.

#include <chrono>
#include <expected>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/mail_in/mail_limits.hpp"
#include "adapters/mail_in/reader_process.hpp"
#include "engine/ports/mail_reader.hpp"

namespace redress::mail_in {

class GmimeMailReader : public ports::MailReader {
 public:
  /// `command`, program and arguments, must end in `run_reader_child(0, 1)`; as it stands, our own program with its hidden subcommand.
  explicit GmimeMailReader(std::vector<std::string> command = {"/proc/self/exe", "read-mail-child"}, std::chrono::milliseconds patience = reader_patience);

  /// Safe to call from any thread; mails are read one at a time.
  [[nodiscard]] std::expected<ReadMail, ports::UnreadableMail> read(std::string_view raw) override;

 private:
  [[nodiscard]] std::expected<std::string, ReaderTrouble> exchange(std::string_view raw);
  [[nodiscard]] std::expected<std::string, ReaderTrouble> exchange_with_new_child(std::string_view raw);

  std::vector<std::string> command_;
  std::chrono::milliseconds patience_;
  std::mutex mutex_;
  ReaderProcess child_;
};

}  // namespace redress::mail_in
