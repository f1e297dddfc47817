// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tells a person's mail from a machine's (RFC 3834, RFC 3464, RFC 5965). A wrong "message" starts a loop of machines answering each other;
// a wrong "auto-reply" only waits for a person to look: in doubt the machine wins.

#include <optional>
#include <string>

#include "engine/domain/mail.hpp"

namespace redress::mail_in {

/// What a header says about who wrote the mail. Texts are as in the header, trimmed; empty when the field is absent.
struct MailSigns {
  std::optional<std::string> return_path;  ///< set when the field is there, "" or "<>" for the null path
  std::string content_type;                ///< in small letters: "multipart/report"
  std::string report_type;                 ///< parameter of the content type
  std::string auto_submitted;
  std::string precedence;
  std::string from_address;
  std::string subject;
  bool has_failed_recipients = false;  ///< X-Failed-Recipients
  bool has_autoreply_field = false;    ///< X-Autoreply, X-Autorespond, X-Redress-Loop
  bool has_response_suppress = false;  ///< X-Auto-Response-Suppress
  bool has_list_field = false;         ///< List-Id, List-Post, List-Unsubscribe
};

[[nodiscard]] MailClass classify_mail(MailSigns const& signs);

}  // namespace redress::mail_in
