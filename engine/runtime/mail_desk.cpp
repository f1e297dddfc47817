// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/mail_desk.hpp"

#include <spdlog/spdlog.h>

namespace redress::runtime {
namespace {

/// What the person wrote, by the best part there is; empty when they wrote nothing.
std::string text_of(ReadMail const& mail) {
  for (auto const* part : {&mail.visible_reply, &mail.text, &mail.html_text})
    if (!part->empty()) return *part;
  return {};
}

/// The same under its subject, for who reads it first.
std::string narrative_of(ReadMail const& mail) {
  auto const text = text_of(mail);
  if (text.empty()) return mail.subject;
  return mail.subject.empty() ? text : mail.subject + "\n\n" + text;
}

std::vector<std::string> names_of_files(ReadMail const& mail) {
  std::vector<std::string> names;
  for (auto const& attachment : mail.attachments)
    if (!attachment.name.empty()) names.push_back(attachment.name);
  return names;
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
  return command;
}

ReceiveMessage message_from(ReadMail const& mail, MailId const& id, MailThread const& thread) {
  ReceiveMessage command;
  command.text = text_of(mail).empty() ? narrative_of(mail) : text_of(mail);
  command.attachments = names_of_files(mail);
  command.mail = id;
  command.known_by = thread.known_by;
  command.from = mail.from.address.empty() ? std::nullopt : std::optional(mail.from.address);
  if (!thread.sent.sending.recipient.empty()) command.person = thread.sent.sending.recipient;
  return command;
}

/// What another server says of a letter of ours; empty when it says nothing that changes anything.
std::optional<Command> report_of(DeliveryOutcome const& outcome, SendingRow const& sending) {
  auto const recipient = sending.recipient.empty() ? std::nullopt : std::optional(sending.recipient);
  auto reason = outcome.status.empty() || outcome.explanation.empty() ? outcome.status + outcome.explanation : outcome.status + " " + outcome.explanation;
  if (reason.empty()) reason = name_of(outcome.fate);
  if (outcome.fate == DeliveryFate::Failed) return LetterBounced{sending.letter, recipient, std::move(reason)};
  if (outcome.fate == DeliveryFate::Delayed) return LetterDelayed{sending.letter, recipient, std::move(reason)};
  return std::nullopt;
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
    : engine_(engine), journal_(journal), reader_(reader), identifiers_(identifiers), threads_(engine) {}

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
  auto const orders = mail ? orders_of(*mail, id, key_of(*mail, digest)) : Orders{{}, mail.error().reason};
  entry.reason = orders.why_none;
  for (auto const& order : orders.commands)
    if (!carry_out(order, entry)) return false;
  auto transaction = engine_.store().begin();
  transaction->record_mail(entry);
  transaction->commit();
  journal_.put_away(id);
  return true;
}

bool MailDesk::carry_out(CommandEnvelope const& order, ports::MailEntry& entry) {
  auto const outcome = engine_.handle(order);
  if (std::holds_alternative<Fault>(outcome) && std::get<Fault>(outcome).kind != FaultKind::Incident) return false;
  if (auto const* answer = std::get_if<Answer>(&outcome)) {
    entry.state = ports::MailState::Filed;
    entry.reference = answer->reference;
    entry.reason.clear();
  } else if (entry.state != ports::MailState::Filed) {
    auto const* refusal = std::get_if<Refusal>(&outcome);
    entry.reason = order.reference.empty() ? "it could not be received as a complaint" : "it belongs to " + order.reference.value + ", which did not take it";
    if (refusal != nullptr) entry.reason += " (" + std::string(name_of(refusal->reason)) + ")";
  }
  return true;
}

std::string MailDesk::key_of(ReadMail const& mail, std::string const& digest) const {
  if (mail.message_id.empty()) return "mail:" + digest;
  // The way it took stands in the header of each copy, so that the bytes differ; what was written does not.
  std::string content = mail.message_id + "\n" + mail.from.address + "\n" + mail.subject + "\n" + mail.text + "\n" + mail.html_text;
  for (auto const& attachment : mail.attachments) content += "\n" + attachment.name + " " + std::to_string(attachment.size);
  return "mail:" + journal_.digest(content);
}

MailDesk::Orders MailDesk::orders_of(ReadMail const& mail, MailId const& id, std::string const& key) const {
  auto const order = [&](Reference reference, Command command, std::string part = {}) {
    return CommandEnvelope{std::move(reference), std::move(command), {ActorKind::System, {}, "mail"}, std::nullopt, key + part, {}, {}};
  };
  if (mail.mail_class == MailClass::Bounce)
    if (auto const sent = threads_.returned_by(mail)) return reports_of(mail, *sent, order);
  if (auto reason = why_not_filed(mail); !reason.empty()) return {{}, std::move(reason)};
  if (auto const thread = threads_.of(mail)) return {{order(threads_.living(thread->sent.reference), message_from(mail, id, *thread))}, {}};
  auto command = complaint_from(mail, id, engine_.workflow().rulebook().organisation.language);
  command.possibly_about = threads_.suggested_by(mail);
  if (command.possibly_about)
    if (auto const other = engine_.store().load(*command.possibly_about); other && !other->account.empty()) command.earlier_account = other->account;
  return {{order({}, std::move(command))}, {}};
}

MailDesk::Orders MailDesk::reports_of(ReadMail const& mail, ports::SentMessage const& sent, MakeOrder const& order) {
  if (sent.sending.letter.empty()) return {{}, "our question at a registered address, of " + sent.reference.value + ", came back"};
  Orders orders;
  for (auto const& outcome : mail.deliveries)
    if (auto report = report_of(outcome, sent.sending))
      orders.commands.push_back(order(sent.reference, std::move(*report), ":" + std::to_string(orders.commands.size())));
  if (orders.commands.empty())
    orders.why_none = "a mail server returned " + sent.sending.letter.value + " of " + sent.reference.value + " and does not say how it fared";
  return orders;
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
