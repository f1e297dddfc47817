// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/read_in_this_process.hpp"

#include <fmt/format.h>
#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "adapters/mail_in/classify_mail.hpp"
#include "adapters/mail_in/guess_language.hpp"
#include "adapters/mail_in/mail_limits.hpp"
#include "adapters/mail_in/mime_body.hpp"
#include "adapters/mail_in/text_decoding.hpp"
#include "adapters/mail_in/visible_reply.hpp"

namespace redress::mail_in {
namespace {

using ports::UnreadableMail;

struct Unreference {
  void operator()(gpointer object) const { g_object_unref(object); }
};
struct FreeOptions {
  void operator()(GMimeParserOptions* options) const { g_mime_parser_options_free(options); }
};
struct FreeText {
  void operator()(char* text) const { g_free(text); }
};
using Message = std::unique_ptr<GMimeMessage, Unreference>;
using Addresses = std::unique_ptr<InternetAddressList, Unreference>;
using Text = std::unique_ptr<char, FreeText>;

GMimeParserOptions* parser_options() {
  static std::unique_ptr<GMimeParserOptions, FreeOptions> const options = [] {
    g_mime_init();
    std::unique_ptr<GMimeParserOptions, FreeOptions> made(g_mime_parser_options_new());
    char const* charsets[] = {"utf-8", "windows-1251", "koi8-r", "windows-1257", "iso-8859-1", nullptr};
    g_mime_parser_options_set_fallback_charsets(made.get(), charsets);
    g_mime_parser_options_set_allow_addresses_without_domain(made.get(), TRUE);
    return made;
  }();
  return options.get();
}

/// Without a byte order mark, empty lines or an mbox line ("From anna@example.org Mon …") in front.
std::string_view from_first_field(std::string_view raw) {
  if (raw.starts_with("\xEF\xBB\xBF")) raw.remove_prefix(3);
  raw.remove_prefix(std::min(raw.find_first_not_of("\r\n"), raw.size()));
  if (raw.starts_with("From ") || raw.starts_with(">From ")) raw.remove_prefix(std::min(raw.find('\n'), raw.size() - 1) + 1);
  return raw;
}

bool begins_with_a_field(std::string_view mail) {
  auto const colon = mail.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon > 200) return false;
  return std::ranges::all_of(mail.substr(0, mail.find_last_not_of(" \t", colon - 1) + 1), [](char c) { return c > ' ' && c < 0x7F; });
}

std::size_t header_size(std::string_view mail) {
  return std::min({mail.find("\n\n"), mail.find("\r\n\r\n"), mail.size()});
}

std::optional<UnreadableMail> hopeless(std::string_view raw, std::string_view mail) {
  if (raw.empty()) return UnreadableMail{"it is empty"};
  if (raw.size() > message_limit_bytes) return UnreadableMail{fmt::format("larger than {} MB", message_limit_bytes >> 20)};
  if (!begins_with_a_field(mail)) return UnreadableMail{"it has no header"};
  if (header_size(mail) > header_limit_bytes) return UnreadableMail{fmt::format("its header is larger than {} KB", header_limit_bytes >> 10)};
  return std::nullopt;
}

Message parse(std::string_view mail) {
  GMimeParserOptions* options = parser_options();
  std::unique_ptr<GMimeStream, Unreference> const stream(g_mime_stream_mem_new_with_buffer(mail.data(), mail.size()));
  std::unique_ptr<GMimeParser, Unreference> const parser(g_mime_parser_new_with_stream(stream.get()));
  return Message(g_mime_parser_construct_message(parser.get(), options));
}

/// The field as it stands, in UTF-8 but with its encoded words; empty when it is absent. Raw eight-bit text is transcoded here because
/// GMime takes the first charset in which the bytes mean anything.
std::optional<std::string> raw_field(GMimeMessage* message, char const* name) {
  GMimeHeaderList* fields = g_mime_object_get_header_list(reinterpret_cast<GMimeObject*>(message));
  GMimeHeader* field = g_mime_header_list_get_header(fields, name);
  char const* value = field ? g_mime_header_get_raw_value(field) : nullptr;
  if (!value) return std::nullopt;
  return to_utf8(value, "");
}

std::string plain_field(GMimeMessage* message, char const* name) {
  return cleaned_line(raw_field(message, name).value_or(""));
}

std::string decoded_field(GMimeMessage* message, char const* name) {
  Text const unfolded(g_mime_utils_header_unfold(raw_field(message, name).value_or("").c_str()));
  Text const decoded(g_mime_utils_header_decode_text(parser_options(), unfolded.get()));
  return decoded ? cleaned_line(decoded.get()) : std::string();
}

void collect(InternetAddressList* list, std::vector<Mailbox>& mailboxes) {
  for (int i = 0; i < internet_address_list_length(list); ++i) {
    InternetAddress* entry = internet_address_list_get_address(list, i);
    if (INTERNET_ADDRESS_IS_GROUP(entry)) {
      collect(internet_address_group_get_members(reinterpret_cast<InternetAddressGroup*>(entry)), mailboxes);
      continue;
    }
    char const* name = internet_address_get_name(entry);
    char const* address = internet_address_mailbox_get_addr(reinterpret_cast<InternetAddressMailbox*>(entry));
    if (address) mailboxes.push_back({cleaned_line(name ? name : ""), cleaned_line(address)});
  }
}

std::vector<Mailbox> mailboxes(GMimeMessage* message, char const* name) {
  std::vector<Mailbox> found;
  Addresses const list(internet_address_list_parse(parser_options(), raw_field(message, name).value_or("").c_str()));
  if (list) collect(list.get(), found);
  return found;
}

/// Something a letter can be sent to: one "@" with something on both sides, and no white space.
bool is_usable(Mailbox const& mailbox) {
  auto const at = mailbox.address.rfind('@');
  return at != std::string::npos && at > 0 && at + 1 < mailbox.address.size() && mailbox.address.find_first_of(" <>,;") == std::string::npos;
}

Mailbox sender(GMimeMessage* message) {
  std::vector<Mailbox> const from = mailboxes(message, "From");
  auto const usable = std::ranges::find_if(from, is_usable);
  return usable == from.end() ? Mailbox{} : *usable;
}

/// Two From fields that differ are how forged mail shows one sender to the checks and another to the reader.
bool names_several_senders(GMimeMessage* message) {
  GMimeHeaderList* fields = g_mime_object_get_header_list(reinterpret_cast<GMimeObject*>(message));
  std::optional<std::string> first;
  for (int i = 0; i < g_mime_header_list_get_count(fields); ++i) {
    GMimeHeader* field = g_mime_header_list_get_header_at(fields, i);
    if (g_ascii_strcasecmp(g_mime_header_get_name(field), "From") != 0) continue;
    char const* value = g_mime_header_get_raw_value(field);
    if (first && *first != (value ? value : "")) return true;
    first = value ? value : "";
  }
  return false;
}

/// As stated, though it may have no domain, or be a name alone: "MAILER-DAEMON <>".
std::string stated_sender(GMimeMessage* message) {
  std::vector<Mailbox> const from = mailboxes(message, "From");
  if (!from.empty() && !from.front().address.empty()) return from.front().address;
  std::string const field = plain_field(message, "From");
  return field.substr(0, field.find_first_of(" <"));
}

std::optional<Time> stated_date(GMimeMessage* message) {
  GDateTime* date = g_mime_message_get_date(message);
  if (!date) return std::nullopt;
  std::chrono::sys_seconds const time{std::chrono::seconds(g_date_time_to_unix(date))};
  int const year = g_date_time_get_year(date);
  return year < 1970 || year > 9998 ? std::nullopt : std::optional<Time>(time);
}

std::string message_id(GMimeMessage* message) {
  char const* id = g_mime_message_get_message_id(message);
  return id ? cleaned_line(to_utf8(id, "")) : std::string();
}

MailSigns signs_of(GMimeMessage* message, std::string const& subject) {
  auto const has = [&](char const* name) { return raw_field(message, name).has_value(); };
  GMimeObject* body = g_mime_message_get_mime_part(message);
  GMimeContentType* type = body ? g_mime_object_get_content_type(body) : nullptr;
  char const* report_type = type ? g_mime_content_type_get_parameter(type, "report-type") : nullptr;
  MailSigns signs;
  if (has("Return-Path")) signs.return_path = plain_field(message, "Return-Path");
  if (type && g_mime_content_type_is_type(type, "multipart", "report")) signs.content_type = "multipart/report";
  signs.report_type = report_type ? report_type : "";
  signs.auto_submitted = plain_field(message, "Auto-Submitted");
  signs.precedence = plain_field(message, "Precedence");
  signs.from_address = stated_sender(message);
  signs.subject = subject;
  signs.has_failed_recipients = has("X-Failed-Recipients");
  signs.has_autoreply_field = has("X-Autoreply") || has("X-Autorespond") || has("X-Redress-Loop");
  signs.has_response_suppress = has("X-Auto-Response-Suppress");
  signs.has_list_field = has("List-Id") || has("List-Post") || has("List-Unsubscribe");
  return signs;
}

ReadMail read_header(GMimeMessage* message) {
  ReadMail mail;
  mail.subject = decoded_field(message, "Subject");
  mail.mail_class = classify_mail(signs_of(message, mail.subject));
  mail.from = sender(message);
  mail.to = mailboxes(message, "To");
  mail.cc = mailboxes(message, "Cc");
  mail.date = stated_date(message);
  mail.message_id = message_id(message);
  return mail;
}

}  // namespace

std::expected<ReadMail, UnreadableMail> read_in_this_process(std::string_view raw) {
  std::string_view const bytes = from_first_field(raw);
  if (auto trouble = hopeless(raw, bytes)) return std::unexpected(*std::move(trouble));
  Message const message = parse(bytes);
  if (!message) return std::unexpected(UnreadableMail{"it is not a mail"});
  ReadMail mail = read_header(message.get());
  bool const to_be_answered = mail.mail_class == MailClass::Message;
  if (to_be_answered && mail.from.address.empty()) return std::unexpected(UnreadableMail{"it names no sender we could answer"});
  if (to_be_answered && names_several_senders(message.get())) return std::unexpected(UnreadableMail{"it names several senders"});
  auto body = read_body(message.get());
  if (!body) return std::unexpected(std::move(body).error());
  mail.text = std::move(body->text);
  mail.html_text = std::move(body->html_text);
  mail.attachments = std::move(body->attachments);
  mail.visible_reply = visible_reply(mail.text);
  mail.language = guess_language(mail.visible_reply.empty() ? mail.subject : mail.visible_reply);
  return mail;
}

}  // namespace redress::mail_in
