// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/mail_message.hpp"

#include "adapters/letters/clean_text.hpp"
#include "adapters/letters/encoded_header.hpp"
#include "engine/domain/enumeration.hpp"

#include <fmt/format.h>
#include <gmime/gmime.h>

#include <array>
#include <memory>
#include <mutex>

namespace redress::letters {
namespace {

constexpr std::size_t line_length_max = 998;

struct Unreference {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unreference>;

using Format = std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)>;

void require_sound(MailContent const& content, ports::MessageEnvelope const& envelope) {
  require_header_text(content.subject, "subject");
  require_header_text(envelope.from_name, "from_name");
  require_header_text(envelope.to_name, "to_name");
  require_address(envelope.from_address, "from_address");
  require_address(envelope.to_address, "to_address");
  require_address(envelope.message_id, "message_id");
  if (!envelope.reply_to.empty()) require_address(envelope.reply_to, "reply_to");
  require_boundary(envelope.boundary);
  if (content.text.find("--" + envelope.boundary) != std::string::npos || content.html.find("--" + envelope.boundary) != std::string::npos)
    throw ports::LetterFault("boundary: stands in the letter itself");
}

std::string with_crlf(std::string const& text) {
  std::string lines;
  lines.reserve(text.size() + text.size() / 40);
  for (char const c : text) {
    if (c == '\n') lines += '\r';
    lines += c;
  }
  return lines;
}

Owned<GMimePart> part_with(char const* subtype, std::string const& bytes) {
  Owned<GMimePart> part(g_mime_part_new_with_type("text", subtype));
  Owned<GMimeStream> const stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  Owned<GMimeDataWrapper> const content(g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", "utf-8");
  g_mime_part_set_content(part.get(), content.get());
  return part;
}

Owned<GMimePart> part_of(char const* subtype, std::string const& text, Language language) {
  auto part = part_with(subtype, with_crlf(text));
  // Base64 halves a Cyrillic text and keeps its long lines whole; the Latin scripts stay legible in quoted-printable.
  auto const encoding = language == Language::Russian ? GMIME_CONTENT_ENCODING_BASE64 : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
  g_mime_part_set_content_encoding(part.get(), encoding);
  return part;
}

/// In base64, so that no relay touches its line ends. It stands last among the alternatives, as calendar programs expect it (RFC 6047).
Owned<GMimePart> calendar_part(MailContent const& content) {
  auto part = part_with("calendar", content.calendar);
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "method", std::string(content.calendar_method).c_str());
  g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_BASE64);
  return part;
}

Owned<GMimeMultipart> alternatives(MailContent const& content, std::string const& boundary) {
  Owned<GMimeMultipart> both(g_mime_multipart_new_with_subtype("alternative"));
  g_mime_multipart_set_boundary(both.get(), boundary.c_str());
  g_mime_object_set_header(GMIME_OBJECT(both.get()), "Content-Language", std::string(name_of(content.language)).c_str(), "utf-8");
  g_mime_multipart_add(both.get(), GMIME_OBJECT(part_of("plain", content.text, content.language).get()));
  g_mime_multipart_add(both.get(), GMIME_OBJECT(part_of("html", content.html, content.language).get()));
  if (!content.calendar.empty()) g_mime_multipart_add(both.get(), GMIME_OBJECT(calendar_part(content).get()));
  return both;
}

Owned<GMimePart> plain(MailContent const& content) {
  auto part = part_of("plain", content.text, content.language);
  g_mime_object_set_header(GMIME_OBJECT(part.get()), "Content-Language", std::string(name_of(content.language)).c_str(), "utf-8");
  return part;
}

/// "Tue, 10 Mar 2026 08:15:00 +0000", in English whatever the letter's language.
std::string mail_date(Time time) {
  constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  auto const day = std::chrono::floor<std::chrono::days>(time);
  Date const date{day};
  std::chrono::hh_mm_ss const clock{std::chrono::floor<std::chrono::seconds>(time - day)};
  return fmt::format("{}, {} {} {:04} {:02}:{:02}:{:02} +0000", weekdays[std::chrono::weekday{day}.c_encoding()], static_cast<unsigned>(date.day()),
                     months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

/// Written here and not by GMime, whose encoded words outgrow the 75 characters of RFC 2047 when a name is long.
std::string headers_of(MailContent const& content, ports::MessageEnvelope const& envelope) {
  auto const reply_to = envelope.reply_to.empty() ? std::string{} : header_line("Reply-To", mailbox(on_one_line(envelope.from_name), envelope.reply_to));
  return header_line("From", mailbox(on_one_line(envelope.from_name), envelope.from_address)) + reply_to +
         header_line("To", mailbox(on_one_line(envelope.to_name), envelope.to_address)) + header_line("Subject", encoded_text(on_one_line(content.subject))) +
         header_line("Date", mail_date(envelope.date)) + header_line("Message-ID", fmt::format("<{}>", envelope.message_id)) +
         header_line("Auto-Submitted", name_of(envelope.auto_submitted)) + header_line("X-Auto-Response-Suppress", "All") + header_line("MIME-Version", "1.0");
}

std::string bytes_of(GMimeObject* content) {
  Format const format(g_mime_format_options_new(), &g_mime_format_options_free);
  g_mime_format_options_set_newline_format(format.get(), GMIME_NEWLINE_FORMAT_DOS);
  Owned<GMimeStream> const stream(g_mime_stream_mem_new());
  if (g_mime_object_write_to_stream(content, format.get(), stream.get()) < 0) throw ports::LetterFault("the mail cannot be written");
  auto const* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<char const*>(bytes->data), bytes->len};
}

/// Whatever the library does, nothing leaves here that a relay could read as two mails.
void require_clean_lines(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const end = bytes.find_first_of("\r\n");
    if (end == std::string_view::npos || end > line_length_max || !bytes.substr(end).starts_with("\r\n"))
      throw ports::LetterFault("the mail has a line that ends wrongly or is too long");
    bytes.remove_prefix(end + 2);
  }
}

}  // namespace

void initialise_mail_library() {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
}

std::string as_mail(MailContent const& content, ports::MessageEnvelope const& envelope) {
  initialise_mail_library();
  require_sound(content, envelope);
  auto const body =
      content.html.empty() ? bytes_of(GMIME_OBJECT(plain(content).get())) : bytes_of(GMIME_OBJECT(alternatives(content, envelope.boundary).get()));
  auto bytes = headers_of(content, envelope) + body;
  require_clean_lines(bytes);
  return bytes;
}

std::string as_signed_mail(MailContent const& content, ports::MessageEnvelope const& envelope, DkimSigner const* signer) {
  auto bytes = as_mail(content, envelope);
  return signer == nullptr ? bytes : signer->signed_mail(std::move(bytes), envelope.date);
}

}  // namespace redress::letters
