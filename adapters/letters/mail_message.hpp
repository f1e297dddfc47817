// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter as a mail: multipart/alternative of plain text and HTML, and of an entry for the calendar where it is about one; what has no HTML is plain text
// alone. The same content and envelope give the same
// bytes, whenever and wherever.

#include "adapters/letters/dkim_signer.hpp"
#include "engine/domain/letter_document.hpp"
#include "engine/ports/letter_writer.hpp"

#include <string_view>

#include <string>

namespace redress::letters {

/// Makes the mail library ready, once in a process, whichever thread comes first. Everything here that builds mail calls it.
void initialise_mail_library();

struct MailContent {
  std::string subject;
  Language language = Language::English;
  std::string text;                    ///< UTF-8, LF line ends
  std::string html;                    ///< the same; empty for a mail of plain text
  std::string calendar{};              ///< iCalendar, CRLF line ends; empty for none
  std::string_view calendar_method{};  ///< "REQUEST"; as it stands in the calendar
};

/// Bytes of RFC 5322 with CRLF line ends only. Throws ports::LetterFault when the envelope holds what no header may hold.
[[nodiscard]] std::string as_mail(MailContent const& content, ports::MessageEnvelope const& envelope);

/// The same, with our signature above it unless the mail server signs for us: then `signer` is null.
[[nodiscard]] std::string as_signed_mail(MailContent const& content, ports::MessageEnvelope const& envelope, DkimSigner const* signer);

}  // namespace redress::letters
