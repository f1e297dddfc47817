// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/mail_desk.hpp"

#include <spdlog/spdlog.h>

namespace redress::runtime {
namespace {

/// What the person wrote, by the best part there is; empty when they wrote nothing.
std::string narrative_of(ReadMail const& mail) {
  for (auto const* part : {&mail.visible_reply, &mail.text, &mail.html_text})
    if (!part->empty()) return mail.subject.empty() ? *part : mail.subject + "\n\n" + *part;
  return mail.subject;
}

ReceiveComplaint complaint_from(ReadMail const& mail, MailId const& id, Language otherwise) {
  ReceiveComplaint command;
  command.channel = Channel::Email;
  command.language = mail.language.value_or(otherwise);
  command.complainant.name = mail.from.name.empty() ? mail.from.address : mail.from.name;
  command.complainant.email = mail.from.address;
  command.narrative = narrative_of(mail);
  for (auto const& attachment : mail.attachments)
    if (!attachment.name.empty()) command.evidence.push_back(attachment.name);
  command.mail = id;
  return command;
}

std::string why_not_filed(ReadMail const& mail) {
  if (mail.mail_class != MailClass::Message) return "a machine wrote it (" + std::string(name_of(mail.mail_class)) + ")";
  if (!mail.doubt.empty()) return mail.doubt;
  if (narrative_of(mail).empty()) return "it has neither subject nor text";
  return {};
}

/// An identifier of the journal is a UUID, a hyphen and the inlet, so that even after a crash it is known where the mail came in.
std::string inlet_of(MailId const& id) {
  return id.value.size() > 37 ? id.value.substr(37) : std::string{};
}

}  // namespace

MailDesk::MailDesk(Engine& engine, ports::MailJournal& journal, ports::MailReader& reader, ports::Identifiers& identifiers)
    : engine_(engine), journal_(journal), reader_(reader), identifiers_(identifiers) {}

MailId MailDesk::accept(std::string_view raw, std::string const& inlet) {
  auto const id = journal_.put(raw, MailId(identifiers_.uuid(engine_.clock().now()) + "-" + inlet));
  if (accepted_) accepted_();
  return id;
}

std::int64_t MailDesk::file_waiting() {
  std::lock_guard const lock(filing_);
  std::int64_t filed = 0;
  for (auto const& id : journal_.list()) {
    try {
      if (!file(id)) break;
      ++filed;
    } catch (std::exception const& fault) {
      // The delivery stays waiting; the next round tries again, and the others behind it are not held up.
      spdlog::error("the delivery {} could not be filed now: {}", id.value, fault.what());
    }
  }
  return filed;
}

bool MailDesk::file(MailId const& id) {
  if (engine_.store().mail(id)) {  // recorded before a crash, and not yet put away
    journal_.put_away(id);
    return true;
  }
  auto const raw = journal_.read(id);
  auto const digest = journal_.digest(raw);
  auto const mail = reader_.read(raw);
  ports::MailEntry entry{id, inlet_of(id), engine_.clock().now(), digest, static_cast<std::int64_t>(raw.size()), ports::MailState::Quarantined, {}, {}};
  entry.reason = mail ? why_not_filed(*mail) : mail.error().reason;
  if (entry.reason.empty()) {
    // The key is made of the bytes: the same mail delivered twice is one complaint.
    CommandEnvelope envelope{
        {}, complaint_from(*mail, id, engine_.workflow().rulebook().organisation.language), {ActorKind::System, {}, "mail"}, std::nullopt, "mail:" + digest, {},
        {}};
    auto const outcome = engine_.handle(std::move(envelope));
    if (std::holds_alternative<Fault>(outcome) && std::get<Fault>(outcome).kind != FaultKind::Incident) return false;
    if (auto const* answer = std::get_if<Answer>(&outcome)) {
      entry.state = ports::MailState::Filed;
      entry.reference = answer->reference;
    } else {
      entry.reason = "it could not be received as a complaint";
    }
  }
  auto transaction = engine_.store().begin();
  transaction->record_mail(entry);
  transaction->commit();
  journal_.put_away(id);
  return true;
}

MailDeskCounts MailDesk::counts() {
  // Waiting is read first: a delivery filed meanwhile is then counted once or twice, never lost; the filter takes the second one out.
  auto const waiting = journal_.list();
  MailDeskCounts counts;
  for (auto const& id : waiting)
    if (!engine_.store().mail(id)) ++counts.waiting;
  auto const recorded = engine_.store().mail_counts();
  counts.filed = recorded.filed;
  counts.quarantined = recorded.quarantined;
  counts.received = counts.filed + counts.quarantined + counts.waiting;
  return counts;
}

}  // namespace redress::runtime
