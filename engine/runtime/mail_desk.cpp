// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/mail_desk.hpp"

#include <algorithm>
#include <iterator>

#include "engine/runtime/mail_as_command.hpp"

namespace redress::runtime {
namespace {

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

/// What is known of the complaint that a mail may belong to. A mail quotes what it answers: whoever must not read the one must not read the other.
void take_over(Complaint const& other, Organisation const& organisation, ReceiveComplaint& command) {
  if (!other.account.empty()) command.earlier_account = other.account;
  std::ranges::copy_if(other.received.concerns_staff, std::back_inserter(command.concerns_staff),
                       [&](StaffId const& named) { return organisation.find(named) != nullptr; });
}

/// An identifier of the journal is a UUID, a hyphen and the inlet, so that even after a crash it is known where the mail came in.
std::string inlet_of(MailId const& id) {
  return id.value.size() > 37 ? id.value.substr(37) : std::string{};
}

}  // namespace

MailDesk::MailDesk(Engine& engine, ports::MailJournal& journal, ports::MailReader& reader, ports::Identifiers& identifiers, std::size_t crew)
    : engine_(engine),
      journal_(journal),
      reader_(reader),
      identifiers_(identifiers),
      threads_(engine),
      acknowledger_(engine),
      ledger_(engine.store(), journal),
      crew_(ledger_, crew, [this](MailId const& id) { return file(id); }) {}

MailId MailDesk::accept(std::string_view raw, std::string const& inlet) {
  auto const id = journal_.put(raw, MailId(identifiers_.uuid(engine_.clock().now()) + "-" + inlet));
  ledger_.arrived(id);
  crew_.look();
  if (accepted_) accepted_();
  return id;
}

std::int64_t MailDesk::file_waiting() {
  std::lock_guard const lock(filing_);
  return crew_.file_waiting();
}

bool MailDesk::file(MailId const& id) {
  auto const raw = journal_.read(id);
  auto const digest = journal_.digest(raw);
  auto const mail = reader_.read(raw);
  ports::MailEntry entry{id, inlet_of(id), engine_.clock().now(), digest, static_cast<std::int64_t>(raw.size()), ports::MailState::Quarantined, {}, {}};
  auto const orders = mail ? orders_of(*mail, id, key_of(*mail, digest, journal_)) : Orders{{}, mail.error().reason};
  entry.reason = orders.why_none;
  if (mail) entry.authentication = mail->authentication;
  for (auto const& order : orders.commands)
    if (!carry_out(order, *mail, entry)) return false;
  ledger_.record(entry);
  journal_.put_away(id);
  return true;
}

Outcome MailDesk::give(CommandEnvelope const& order, ReadMail const& mail, ports::MailEntry& entry) {
  if (!acknowledger_.is_on() || !std::holds_alternative<ReceiveComplaint>(order.command)) return engine_.handle(order);
  auto received = acknowledger_.receive(order, mail);
  entry.acknowledged = received.is_acknowledged;
  return std::move(received.outcome);
}

bool MailDesk::carry_out(CommandEnvelope const& order, ReadMail const& mail, ports::MailEntry& entry) {
  auto const outcome = give(order, mail, entry);
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

MailDesk::Orders MailDesk::orders_of(ReadMail const& mail, MailId const& id, std::string const& key) const {
  auto const order = [&](Reference reference, Command command, std::string part = {}) {
    return CommandEnvelope{std::move(reference), std::move(command), {ActorKind::System, {}, "mail"}, std::nullopt, key + part, {}, {}};
  };
  if (mail.mail_class == MailClass::Bounce)
    if (auto const sent = threads_.returned_by(mail)) return reports_of(mail, *sent, order);
  if (auto reason = why_not_filed(mail); !reason.empty()) return {{}, std::move(reason) + whereabouts(mail)};
  if (auto const thread = threads_.of(mail)) {
    auto message = message_from(mail, id, thread->known_by);
    if (!thread->sent.sending.recipient.empty()) message.person = thread->sent.sending.recipient;
    return {{order(threads_.living(thread->sent.reference), std::move(message))}, {}};
  }
  auto command = complaint_from(mail, id, engine_.workflow().rulebook().organisation.language);
  if ((command.possibly_about = threads_.suggested_by(mail)))
    if (auto const other = engine_.store().load(*command.possibly_about)) take_over(*other, engine_.workflow().rulebook().organisation, command);
  return {{order({}, std::move(command))}, {}};
}

std::string MailDesk::whereabouts(ReadMail const& mail) const {
  auto const suggested = threads_.suggested_by(mail);
  return suggested ? ", about " + suggested->value : std::string{};
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

}  // namespace redress::runtime
