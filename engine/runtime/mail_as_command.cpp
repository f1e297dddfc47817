// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/mail_as_command.hpp"

#include <optional>
#include <vector>

namespace redress::runtime {
namespace {

/// What the person wrote, by the best part there is; empty when they wrote nothing.
std::string text_of(ReadMail const& mail) {
  for (auto const* part : {&mail.visible_reply, &mail.text, &mail.html_text})
    if (!part->empty()) return *part;
  return {};
}

std::vector<std::string> names_of_files(ReadMail const& mail) {
  std::vector<std::string> names;
  for (auto const& attachment : mail.attachments)
    if (!attachment.name.empty()) names.push_back(attachment.name);
  return names;
}

std::optional<MailAuthentication> authentication_of(ReadMail const& mail) {
  return mail.authentication.is_known() ? std::optional(mail.authentication) : std::nullopt;
}

}  // namespace

std::string narrative_of(ReadMail const& mail) {
  auto const text = text_of(mail);
  if (text.empty()) return mail.subject;
  return mail.subject.empty() ? text : mail.subject + "\n\n" + text;
}

ReceiveComplaint complaint_from(ReadMail const& mail, MailId const& id, Language otherwise) {
  ReceiveComplaint command;
  command.channel = Channel::Email;
  command.language = mail.language.value_or(otherwise);
  command.complainant.name = mail.from.name.empty() ? mail.from.address : mail.from.name;
  command.complainant.email = mail.from.address;
  command.narrative = narrative_of(mail);
  command.evidence = names_of_files(mail);
  command.mail = id;
  command.authentication = authentication_of(mail);
  return command;
}

ReceiveMessage message_from(ReadMail const& mail, MailId const& id, KnownBy known_by) {
  ReceiveMessage command;
  command.text = text_of(mail).empty() ? narrative_of(mail) : text_of(mail);
  command.attachments = names_of_files(mail);
  command.mail = id;
  command.known_by = known_by;
  command.from = mail.from.address.empty() ? std::nullopt : std::optional(mail.from.address);
  command.authentication = authentication_of(mail);
  return command;
}

std::string key_of(ReadMail const& mail, std::string const& digest, ports::MailJournal const& journal) {
  if (mail.message_id.empty()) return "mail:" + digest;
  // The way it took stands in the header of each copy; what was written does not change on it. A Message-ID alone would not do: careless programs repeat
  // theirs.
  std::string content = mail.message_id + "\n" + mail.from.address + "\n" + mail.subject + "\n" + mail.text + "\n" + mail.html_text;
  for (auto const& attachment : mail.attachments) content += "\n" + attachment.name + " " + std::to_string(attachment.size);
  return "mail:" + journal.digest(content);
}

}  // namespace redress::runtime
