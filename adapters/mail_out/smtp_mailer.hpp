// SPDX-License-Identifier: Apache-2.0
#pragma once

// Hands messages to one mail server over SMTP, one recipient each, several at once. Connections stay open between messages and are made anew when they went
// stale.

#include <memory>

#include "adapters/mail_out/smtp_settings.hpp"
#include "engine/ports/mailer.hpp"

namespace redress::mail_out {

class SmtpMailer : public ports::Mailer {
 public:
  /// Connects when the first message comes.
  explicit SmtpMailer(SmtpSettings settings);
  ~SmtpMailer() override;

  /// Refused: the server said so of this message, or it cannot be sent over SMTP safely. Later: refused for now, or the server is not
  /// there, not private or will not have us. Ambiguous: the final dot was on its way and no answer came. From many threads, as many
  /// messages at once as the settings allow connections; more wait.
  [[nodiscard]] ports::Delivery deliver(ports::OutgoingMessage const& message) override;

 private:
  class Transport;
  std::unique_ptr<Transport> transport_;
};

}  // namespace redress::mail_out
