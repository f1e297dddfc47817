// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands in the body of a parsed message: the text, the HTML as text, and what is attached.

#include <gmime/gmime.h>

#include <expected>
#include <string>
#include <vector>

#include "engine/domain/mail.hpp"
#include "engine/ports/mail_reader.hpp"

namespace redress::mail_in {

struct MimeBody {
  std::string text;       ///< plain parts, and HTML parts that have no plain twin, in their order
  std::string html_text;  ///< all HTML parts
  std::vector<MailAttachment> attachments;
};

/// Never changes or re-serialises the message: that, and g_mime_multipart_get_boundary, can loop for ever in GMime 3.2.13
/// (jstedfast/gmime#165).
[[nodiscard]] std::expected<MimeBody, ports::UnreadableMail> read_body(GMimeMessage* message);

}  // namespace redress::mail_in
