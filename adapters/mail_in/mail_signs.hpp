// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a mail says about who wrote it, a person or a machine. Gathered here, judged in classify_mail.hpp.

#include <optional>
#include <string>

#include "adapters/mail_in/mime_body.hpp"
#include "adapters/mail_in/mime_parts.hpp"

namespace redress::mail_in {

/// Texts are as in the header, in one line; empty when the field is absent.
struct MailSigns {
  std::optional<std::string> return_path;  ///< set when the field is there, "" or "<>" for the null path
  std::string content_type;                ///< in small letters: "multipart/report"
  std::string report_type;                 ///< parameter of the content type
  std::string auto_submitted;
  std::string precedence;
  std::string from_address;  ///< as stated, though it may have no domain
  std::string from_name;
  std::string subject;
  std::string text_beginning;          ///< of the text
  bool has_failed_recipients = false;  ///< X-Failed-Recipients
  bool has_autoreply_field = false;    ///< X-Autoreply, X-Vacation and their like, X-Redress-Loop
  bool has_response_suppress = false;  ///< X-Auto-Response-Suppress
  bool has_list_field = false;         ///< List-Id, List-Post, List-Unsubscribe
  bool has_delivery_status = false;    ///< a part of the type message/delivery-status
  bool has_feedback_report = false;    ///< a part of the type message/feedback-report
  bool encloses_a_mail = false;        ///< a mail, or the header of one, is enclosed or quoted
};

[[nodiscard]] MailSigns signs_of(MimePart const& top, MimeBody const& body, std::string const& subject, std::string_view charset);

}  // namespace redress::mail_in
