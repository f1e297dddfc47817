// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands in the body of a mail: the text, the HTML as text, what is attached, and what a mail server says in it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/mail_in/mime_parts.hpp"
#include "engine/domain/mail.hpp"

namespace redress::mail_in {

struct MimeBody {
  std::string text;       ///< plain parts, and HTML parts that have no plain twin, in their order
  std::string html_text;  ///< all HTML parts
  std::vector<MailAttachment> attachments;
  std::vector<std::string> delivery_statuses;  ///< decoded parts of the type message/delivery-status (RFC 3464)
  std::vector<std::string> returned_headers;   ///< headers of mails enclosed whole, or as text/rfc822-headers
};

/// `charset` is what the mail declares for itself, for parts that declare nothing.
[[nodiscard]] MimeBody read_body(MimePart const& top, std::string_view charset);

/// The attachment at that place of MimeBody::attachments, decoded; empty when there is none.
[[nodiscard]] std::optional<MailFile> read_file(MimePart const& top, std::string_view charset, std::size_t place);

}  // namespace redress::mail_in
