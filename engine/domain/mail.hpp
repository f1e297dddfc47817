// SPDX-License-Identifier: Apache-2.0
#pragma once

// A mail as it was read: what the person wrote, who they are as far as the header says, and what kind of mail it is. The raw bytes in the journal stay
// the record; this is our reading of them.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/field.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/time.hpp"

namespace redress {

/// Only `Message` comes from a person. The others are written by machines and never become a complaint by themselves, nor are they answered.
enum class MailClass { Message, AutoReply, Bounce, Report, List };

constexpr auto names_of(MailClass) {
  return std::array<std::string_view, 5>{"message", "auto-reply", "bounce", "report", "list"};
}

struct Mailbox {
  std::string name;
  std::string address;

  friend bool operator==(Mailbox const&, Mailbox const&) = default;

  static constexpr auto fields = std::tuple{
      open("name", &Mailbox::name, "display name; may be empty"),
      open("address", &Mailbox::address, "address"),
  };
};

struct MailAttachment {
  std::string name;       ///< as the sender named it; may be empty
  std::string type;       ///< media type: "application/pdf"
  std::int64_t size = 0;  ///< bytes, decoded

  static constexpr auto fields = std::tuple{
      open("name", &MailAttachment::name, "file name; may be empty"),
      open("type", &MailAttachment::type, "media type"),
      open("size", &MailAttachment::size, "size in bytes, decoded"),
  };
};

/// One file that came with a mail, and its bytes.
struct MailFile {
  MailAttachment about;
  std::string bytes;  ///< decoded

  static constexpr auto fields = std::tuple{
      open("about", &MailFile::about, "name, type and size"),
      open("bytes", &MailFile::bytes, "the file itself"),
  };
};

/// How it fared with one recipient of a letter, as a mail server tells it (RFC 3464).
enum class DeliveryFate { Failed, Delayed, Delivered };

constexpr auto names_of(DeliveryFate) {
  return std::array<std::string_view, 3>{"failed", "delayed", "delivered"};
}

struct DeliveryOutcome {
  std::string recipient;  ///< address; empty when the server does not say it
  DeliveryFate fate = DeliveryFate::Failed;
  std::string status;       ///< "5.1.1" (RFC 3463); may be empty
  std::string explanation;  ///< what the other server said, in one line; may be empty

  static constexpr auto fields = std::tuple{
      open("recipient", &DeliveryOutcome::recipient, "address of the recipient; may be empty"),
      open("fate", &DeliveryOutcome::fate, "whether the letter failed, is delayed or was delivered"),
      open("status", &DeliveryOutcome::status, "status code; may be empty"),
      open("explanation", &DeliveryOutcome::explanation, "what the other server said; may be empty"),
  };
};

/// What a mail server of ours found out about the sender by one method (RFC 8601 2.7). Unknown: no server that we trust says anything of it.
enum class AuthenticationResult { Unknown, None, Pass, Fail, SoftFail, Neutral, Policy, TemporaryError, PermanentError };

constexpr auto names_of(AuthenticationResult) {
  return std::array<std::string_view, 9>{"unknown", "none", "pass", "fail", "softfail", "neutral", "policy", "temperror", "permerror"};
}

/// Whether a mail comes from where it says. Only DMARC speaks of the sender that people see; the other two say why it came out as it did.
struct MailAuthentication {
  AuthenticationResult spf = AuthenticationResult::Unknown;
  AuthenticationResult dkim = AuthenticationResult::Unknown;
  AuthenticationResult dmarc = AuthenticationResult::Unknown;

  friend bool operator==(MailAuthentication const&, MailAuthentication const&) = default;

  [[nodiscard]] bool proves_sender() const { return dmarc == AuthenticationResult::Pass; }
  [[nodiscard]] bool doubts_sender() const { return dmarc == AuthenticationResult::Fail; }
  [[nodiscard]] bool is_known() const { return *this != MailAuthentication{}; }

  static constexpr auto fields = std::tuple{
      open("spf", &MailAuthentication::spf, "whether the server it came from may send for its return path"),
      open("dkim", &MailAuthentication::dkim, "whether a domain signed it, and nobody changed it since"),
      open("dmarc", &MailAuthentication::dmarc, "whether one of the two holds for the sender that people see"),
  };
};

struct ReadMail {
  MailClass mail_class = MailClass::Message;
  Mailbox from;  ///< as stated; the address is empty, or not one a letter can reach, when the mail names no usable sender
  std::vector<Mailbox> to;
  std::vector<Mailbox> cc;
  std::string subject;
  std::optional<Time> date;   ///< as stated by the sender; empty when there is none or it is not a date
  std::string text;           ///< UTF-8, LF line ends
  std::string visible_reply;  ///< the part the person wrote now, without quotation
  std::string folded_text;    ///< the rest of the text, quotation and signature: no line of the text is in neither
  std::string html_text;      ///< the HTML part as safe plain text; empty when there is none
  std::vector<MailAttachment> attachments;
  std::optional<Language> language;         ///< of the text, when it is one of ours
  std::string message_id;                   ///< without angle brackets; may be empty
  std::vector<std::string> answers;         ///< identifiers of the mails it answers, the nearest first
  std::string doubt;                        ///< why nobody should act on it unseen, for the quarantine; empty when nothing speaks against it
  std::string original_message_id;          ///< of a bounce: which mail of ours it is about; may be empty
  std::vector<DeliveryOutcome> deliveries;  ///< of a bounce: how it fared with each recipient
  MailAuthentication authentication;        ///< what our own mail server says of the sender

  static constexpr auto fields = std::tuple{
      open("class", &ReadMail::mail_class, "what kind of mail"),
      open("from", &ReadMail::from, "the sender"),
      open("to", &ReadMail::to, "recipients"),
      open("cc", &ReadMail::cc, "recipients of copies"),
      open("subject", &ReadMail::subject, "subject"),
      open("date", &ReadMail::date, "date, as stated"),
      open("text", &ReadMail::text, "the text"),
      open("visible_reply", &ReadMail::visible_reply, "what the person wrote now"),
      open("folded_text", &ReadMail::folded_text, "the rest of the text: quotation and signature"),
      open("html_text", &ReadMail::html_text, "the HTML part as plain text"),
      open("attachments", &ReadMail::attachments, "attachments"),
      open("language", &ReadMail::language, "language of the text"),
      open("message_id", &ReadMail::message_id, "identifier given by the sender's program"),
      open("answers", &ReadMail::answers, "identifiers of the mails it answers"),
      open("doubt", &ReadMail::doubt, "why nobody should act on it unseen; empty when nothing speaks against it"),
      open("original_message_id", &ReadMail::original_message_id, "of a bounce: identifier of the mail it is about"),
      open("deliveries", &ReadMail::deliveries, "of a bounce: how it fared with each recipient"),
      open("authentication", &ReadMail::authentication, "what our own mail server says of the sender"),
  };
};

}  // namespace redress
