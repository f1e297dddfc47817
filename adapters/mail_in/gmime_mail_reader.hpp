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

/// Our own program with its hidden subcommand. `authserv_id` is whose word on senders is believed (read_in_this_process.hpp); empty: nobody's.
[[nodiscard]] std::vector<std::string> own_reader(std::string const& authserv_id = {});

class GmimeMailReader : public ports::MailReader {
 public:
  /// `command`, program and arguments, must end in `run_reader_child`.
  explicit GmimeMailReader(std::vector<std::string> command = own_reader(), std::chrono::milliseconds patience = reader_patience,
                           PoolSize size = usual_pool_size());

  /// Safe to call from any thread.
  [[nodiscard]] std::expected<ReadMail, ports::UnreadableMail> read(std::string_view raw) override;
  [[nodiscard]] std::expected<std::optional<MailFile>, ports::UnreadableMail> file(std::string_view raw, std::size_t place) override;

 private:
  std::chrono::milliseconds patience_;
  ReaderPool pool_;
};

}  // namespace redress::mail_in
