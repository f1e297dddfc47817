// SPDX-License-Identifier: Apache-2.0
#pragma once

// Outgoing mail without a mail server: every message is put, complete, into a Maildir. A person or a program takes it from there. A message
// attempted again takes the place of its first copy, so there is never a second one.

#include <filesystem>
#include <mutex>

#include "engine/ports/mailer.hpp"

namespace redress::mail_out {

class MaildirMailer : public ports::Mailer {
 public:
  /// `folder` is the Maildir itself; it and its `tmp`, `new` and `cur` are made when the first message comes.
  explicit MaildirMailer(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] ports::Delivery deliver(ports::OutgoingMessage const& message) override;

 private:
  std::filesystem::path folder_;
  std::mutex one_at_a_time_;
};

}  // namespace redress::mail_out
