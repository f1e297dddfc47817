// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an SMTP server says, and what of it may be kept. Pure text: no sockets here.

#include <string>
#include <string_view>

namespace redress::mail_out {

struct SmtpReply {
  int code = 0;      ///< 200 to 599
  std::string text;  ///< all its lines with their codes, joined by LF, as the server sent them

  [[nodiscard]] bool is_accepted() const { return code / 100 == 2; }
  [[nodiscard]] bool is_intermediate() const { return code / 100 == 3; }
  [[nodiscard]] bool is_transient() const { return code / 100 == 4; }
  [[nodiscard]] bool is_permanent() const { return code / 100 == 5; }
};

/// Adds one line, without its line end, to the reply. False when it is no line of an SMTP reply, or not of this one.
[[nodiscard]] bool add_line(SmtpReply& reply, std::string_view line);
/// Whether a line that could be added was the last of its reply.
[[nodiscard]] bool ends_reply(std::string_view line);

/// Whether the answer to EHLO offers the extension: `offers(reply, "STARTTLS")`, `offers(reply, "AUTH", "PLAIN")`.
[[nodiscard]] bool offers(SmtpReply const& greeting, std::string_view extension, std::string_view parameter = {});

/// One line of printable ASCII of at most 200 characters. Every mail address is struck out, and so is `recipient` and the part of it before
/// the @ where it stands alone: servers like to name the person they do not know.
[[nodiscard]] std::string fit_to_keep(std::string_view text, std::string_view recipient);

/// Whether the address can stand between < and > in a command: printable ASCII with an @, no space, no angle brackets, at most 254
/// characters.
[[nodiscard]] bool is_envelope_address(std::string_view address);

/// Whether the bytes are lines that end in CR LF, with no CR, LF or NUL elsewhere. Anything else could end the message early on some
/// server.
[[nodiscard]] bool is_safe_to_send(std::string_view bytes);

/// The bytes as they go over the wire, without the final dot: a dot that begins a line is doubled, and the last line ends in CR LF.
[[nodiscard]] std::string dot_stuffed(std::string_view bytes);

}  // namespace redress::mail_out
