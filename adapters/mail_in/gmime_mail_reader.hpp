// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads mail in a child process that has little memory, little time and no rights: mail is written by strangers, and parsers
// have faults (reliability.md F10). There are several such children (reader_pool.hpp), so that several mails are read at once.

#include <chrono>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/mail_in/mail_limits.hpp"
#include "adapters/mail_in/reader_pool.hpp"
#include "engine/ports/mail_reader.hpp"

namespace redress::mail_in {

class GmimeMailReader : public ports::MailReader {
 public:
  /// `command`, program and arguments, must end in `run_reader_child(0, 1)`; as it stands, our own program with its hidden subcommand.
  explicit GmimeMailReader(std::vector<std::string> command = {"/proc/self/exe", "read-mail-child"}, std::chrono::milliseconds patience = reader_patience,
                           PoolSize size = usual_pool_size());

  /// Safe to call from any thread.
  [[nodiscard]] std::expected<ReadMail, ports::UnreadableMail> read(std::string_view raw) override;

 private:
  std::chrono::milliseconds patience_;
  ReaderPool pool_;
};

}  // namespace redress::mail_in
