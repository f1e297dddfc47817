// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/read_in_this_process.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "adapters/mail_in/address_field.hpp"
#include "adapters/mail_in/authentication_results.hpp"
#include "adapters/mail_in/classify_mail.hpp"
#include "adapters/mail_in/date_field.hpp"
#include "adapters/mail_in/delivery_report.hpp"
#include "adapters/mail_in/encoded_words.hpp"
#include "adapters/mail_in/field_scanner.hpp"
#include "adapters/mail_in/guess_language.hpp"
#include "adapters/mail_in/mail_limits.hpp"
#include "adapters/mail_in/mime_body.hpp"
#include "adapters/mail_in/mime_parts.hpp"
#include "adapters/mail_in/visible_reply.hpp"

namespace redress::mail_in {
namespace {

using ports::UnreadableMail;

constexpr std::size_t most_identifiers = 200;

/// Without a byte order mark, empty lines or an mbox line ("From anna@example.org Mon …") in front.
std::string_view from_first_field(std::string_view raw) {
  if (raw.starts_with("\xEF\xBB\xBF")) raw.remove_prefix(3);
  raw.remove_prefix(std::min(raw.find_first_not_of("\r\n"), raw.size()));
  if (raw.starts_with("From ") || raw.starts_with(">From ")) raw.remove_prefix(std::min(raw.find('\n'), raw.size() - 1) + 1);
  return raw;
}

std::size_t header_size(std::string_view mail) {
  return std::min({mail.find("\n\n"), mail.find("\r\n\r\n"), mail.size()});
}

/// Some programs of old end their lines with CR alone.
std::optional<std::string> with_line_feeds(std::string_view mail) {
  if (mail.substr(0, header_limit_bytes).find('\n') != std::string_view::npos || mail.find('\r') == std::string_view::npos) return std::nullopt;
  std::string lines(mail);
  std::ranges::replace(lines, '\r', '\n');
  return lines;
}

std::optional<UnreadableMail> hopeless(std::string_view raw, std::string_view mail) {
  if (raw.empty()) return UnreadableMail{"it is empty"};
  if (raw.size() > message_limit_bytes) return UnreadableMail{fmt::format("larger than {} MB", message_limit_bytes >> 20)};
  if (header_size(mail) > header_limit_bytes) return UnreadableMail{fmt::format("its header is larger than {} KB", header_limit_bytes >> 10)};
  return std::nullopt;
}

std::string_view value(HeaderFields const& header, std::string_view name) {
  return header.last(name).value_or(std::string_view());
}

std::vector<Mailbox> recipients(HeaderFields const& header, std::string_view name, std::string_view charset) {
  std::vector<Mailbox> found;
  for (std::string_view const field : header.all(name))
    for (Mailbox& mailbox : read_address_field(field, charset))
      if (!mailbox.address.empty()) found.push_back(std::move(mailbox));
  return found;
}

/// The first that a letter can be sent to; else the first as it stands.
Mailbox sender(HeaderFields const& header, std::string_view charset) {
  auto const from = read_address_field(value(header, "From"), charset);
  auto const usable = std::ranges::find_if(from, [](Mailbox const& mailbox) { return is_deliverable(mailbox.address); });
  if (usable != from.end()) return *usable;
  return from.empty() ? Mailbox{} : from.front();
}

/// Several senders, in fields that differ or in one, are how forged mail shows one of them to the checks and another to the reader.
bool names_several_senders(HeaderFields const& header, std::string_view charset) {
  auto const fields = header.all("From");
  if (std::ranges::any_of(fields, [&](std::string_view field) { return field != fields.front(); })) return true;
  std::set<std::string> addresses;
  for (Mailbox const& mailbox : read_address_field(value(header, "From"), charset))
    if (is_deliverable(mailbox.address)) addresses.insert(in_small_letters(mailbox.address));
  return addresses.size() > 1;
}

std::string doubt_about(MimeTree const& tree, ReadMail const& mail, std::string_view charset) {
  if (tree.top.header.empty()) return "it has no header";
  if (tree.trouble == PartsTrouble::TooDeep) return fmt::format("its parts are nested more than {} deep", depth_limit);
  if (tree.trouble == PartsTrouble::TooMany) return fmt::format("it has more than {} parts", part_limit);
  if (mail.mail_class != MailClass::Message) return {};
  if (!is_deliverable(mail.from.address)) return "it names no sender we could answer";
  return names_several_senders(tree.top.header, charset) ? "it names several senders" : std::string();
}

std::vector<std::string> identifiers_in(std::string_view field) {
  std::vector<std::string> identifiers;
  for (auto close = field.find('>'); close != std::string_view::npos && identifiers.size() < most_identifiers; close = field.find('>')) {
    auto const open = field.rfind('<', close);
    auto identifier = open == std::string_view::npos ? std::string() : identifier_within(field.substr(open, close - open + 1));
    if (!identifier.empty()) identifiers.push_back(std::move(identifier));
    field.remove_prefix(close + 1);
  }
  return identifiers;
}

/// References names the oldest first.
std::vector<std::string> answered_identifiers(HeaderFields const& header) {
  auto identifiers = identifiers_in(value(header, "In-Reply-To"));
  auto const older = identifiers_in(value(header, "References"));
  for (auto identifier = older.rbegin(); identifier != older.rend(); ++identifier)
    if (std::ranges::find(identifiers, *identifier) == identifiers.end()) identifiers.push_back(*identifier);
  return identifiers;
}

void read_header(HeaderFields const& header, std::string_view charset, ReadMail& mail) {
  mail.subject = decoded_line(value(header, "Subject"), charset);
  mail.from = sender(header, charset);
  mail.to = recipients(header, "To", charset);
  mail.cc = recipients(header, "Cc", charset);
  mail.date = header.has("Date") ? read_date_field(value(header, "Date")) : std::nullopt;
  mail.message_id = identifier_within(value(header, "Message-ID"));
  mail.answers = answered_identifiers(header);
}

void read_text(MimeBody body, ReadMail& mail) {
  mail.text = std::move(body.text);
  mail.html_text = std::move(body.html_text);
  mail.attachments = std::move(body.attachments);
  SplitReply split = split_reply(mail.text);
  mail.visible_reply = std::move(split.visible);
  mail.folded_text = std::move(split.folded);
  mail.language = guess_language(mail.visible_reply.empty() ? mail.subject : mail.visible_reply);
}

/// The parts of a mail, and the bytes they point into where those had to be repaired.
struct TakenApart {
  std::optional<std::string> repaired;
  MimeTree tree;
  std::string charset;
};

/// `apart` keeps the bytes, and is not moved afterwards.
std::optional<UnreadableMail> take_mail_apart(std::string_view raw, TakenApart& apart) {
  std::string_view bytes = from_first_field(raw);
  if (auto trouble = hopeless(raw, bytes)) return trouble;
  apart.repaired = with_line_feeds(bytes);
  apart.tree = take_apart(apart.repaired ? std::string_view(*apart.repaired) : bytes);
  apart.charset = apart.tree.top.type.parameter("charset");
  return std::nullopt;
}

}  // namespace

std::expected<ReadMail, UnreadableMail> read_in_this_process(std::string_view raw, std::string_view authserv_id) {
  TakenApart apart;
  if (auto trouble = take_mail_apart(raw, apart)) return std::unexpected(*std::move(trouble));
  auto const& [repaired, tree, charset] = apart;
  MimeBody body = read_body(tree.top, charset);

  ReadMail mail;
  read_header(tree.top.header, charset, mail);
  mail.authentication = read_authentication(tree.top.header, authserv_id, mail.from.address);
  mail.mail_class = classify_mail(signs_of(tree.top, body, mail.subject, charset));
  mail.doubt = doubt_about(tree, mail, charset);
  if (mail.mail_class == MailClass::Bounce) {
    DeliveryReport report = read_delivery_report(tree.top.header, body, mail.subject);
    mail.original_message_id = std::move(report.original_message_id);
    mail.deliveries = std::move(report.outcomes);
  }
  read_text(std::move(body), mail);
  return mail;
}

std::expected<std::optional<MailFile>, UnreadableMail> file_in_this_process(std::string_view raw, std::size_t place) {
  TakenApart apart;
  if (auto trouble = take_mail_apart(raw, apart)) return std::unexpected(*std::move(trouble));
  return read_file(apart.tree.top, apart.charset, place);
}

}  // namespace redress::mail_in
